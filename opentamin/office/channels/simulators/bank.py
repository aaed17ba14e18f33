"""A bank in our own database: takes payments as people make them, pays refunds out, and tells both in statements."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Sum

from opentamin.banking import Line, Statement, identifiers, write_camt
from opentamin.law.days import jalali_from_date
from opentamin.office.channels.bank import BankRefused, RefundOrder
from opentamin.office.channels.models import BankMovement


class SimulatedBank:
    """Answers as `channels.bank.Bank`; what only people do at a bank are `deposit` and `send_back`."""

    def deposit(
        self, iban: str, rials: int, *, now: datetime, on: date, bill_id: str = "", payment_id: str = "", text: str = "",
        payer_name: str = "", payer_iban: str = "", end_to_end: str = "",
    ) -> BankMovement:  # fmt: skip
        """Somebody pays into an account: at a machine with identifiers, or by transfer with whatever words."""
        assert rials > 0, rials
        return BankMovement.objects.create(
            iban=iban, on=on, amount=rials, bill_id=bill_id, payment_id=payment_id, text=text, payer_name=payer_name,
            payer_iban=payer_iban, end_to_end=end_to_end, created_at=now,
        )  # fmt: skip

    @transaction.atomic
    def order_refund(self, order: RefundOrder, *, now: datetime) -> None:
        """Pay out at once. Raises BankRefused when the Sheba does not hold or the account has less."""
        if not identifiers.sheba(order.to_iban):
            raise BankRefused("شبا درست نیست")
        if BankMovement.objects.filter(end_to_end=order.number, amount__lt=0).exists():
            return
        if _balance(order.from_iban) < order.rials:
            raise BankRefused("موجودی کافی نیست")
        BankMovement.objects.create(
            iban=order.from_iban, on=now.date(), amount=-order.rials, end_to_end=order.number, text=order.words,
            payer_name=order.holder, payer_iban=order.to_iban, created_at=now,
        )  # fmt: skip

    def send_back(self, number: str, *, now: datetime) -> BankMovement:
        """A refund comes back, because the account it went to is closed."""
        paid = BankMovement.objects.get(end_to_end=number, amount__lt=0)
        return BankMovement.objects.create(
            iban=paid.iban, on=now.date(), amount=-paid.amount, end_to_end=number, is_reversal=True, text=paid.text, created_at=now
        )

    @transaction.atomic
    def statements(self, iban: str, since: date, *, now: datetime) -> list[bytes]:
        """Closes what is not yet told into a statement of its own, then gives every statement since that day as camt.053."""
        self.close(iban, now=now)
        told = BankMovement.objects.filter(iban=iban, on__gte=since).exclude(statement_id="")
        numbers = list(told.order_by("statement_id").values_list("statement_id", flat=True).distinct())
        return [write_camt([self.statement(iban, number)], message_id=number, created_at=now) for number in numbers]

    def close(self, iban: str, *, now: datetime) -> str:
        """Put all movements not yet told into the next statement; returns its number, or empty text when there is nothing to tell."""
        fresh = BankMovement.objects.select_for_update().filter(iban=iban, statement_id="")
        if not fresh:
            return ""
        year, month, day = jalali_from_date(now.date())
        before = BankMovement.objects.filter(iban=iban).exclude(statement_id="").values("statement_id").distinct().count()
        number = f"{year}{month:02d}{day:02d}-{before + 1:06d}"
        fresh.update(statement_id=number)
        return number

    def statement(self, iban: str, number: str) -> Statement:
        """One statement as it was told."""
        movements = list(BankMovement.objects.filter(iban=iban, statement_id=number).order_by("id"))
        earlier = BankMovement.objects.filter(iban=iban, id__lt=movements[0].pk).exclude(statement_id=number)
        opening = int(earlier.aggregate(total=Sum("amount"))["total"] or 0)
        lines = [_line(movement, place) for place, movement in enumerate(movements, 1)]
        closing = opening + sum(movement.amount for movement in movements)
        days = [movement.on for movement in movements]
        return Statement(iban, number, opening, closing, min(days), max(days), lines)


def _balance(iban: str) -> int:
    return int(BankMovement.objects.filter(iban=iban).aggregate(total=Sum("amount"))["total"] or 0)


def _line(movement: BankMovement, place: int) -> Line:
    return Line(
        place=place,
        booked_on=movement.on,
        value_on=movement.on,
        amount=abs(movement.amount),
        is_credit=movement.amount > 0,
        is_reversal=movement.is_reversal,
        reference=str(movement),
        end_to_end=movement.end_to_end,
        bill_id=movement.bill_id,
        payment_id=movement.payment_id,
        text=movement.text[:140],
        payer_name=movement.payer_name[:140],
        payer_iban=movement.payer_iban,
    )
