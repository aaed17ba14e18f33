"""Book one line of a statement: money in for somebody or for nobody yet, a refund paid, a refund come back, or something unexplained."""

from datetime import datetime

from django.db import transaction

from opentamin.office.accounts import gate
from opentamin.office.ledger.actions import post
from opentamin.office.records.actions import next_number, note_act

from ..booking import BANK, CREDIT, REFUNDS, UNEXPLAINED, UNMATCHED, bank_party, book_known, book_unmatched, give_to, lock_workplace
from ..finding_whose import Whose, find_whose, parts_for
from ..models import Match, Payment, PaymentState, Refund, RefundState, StatementLine
from ..queries import is_booked

SERIES = "payment"


@transaction.atomic
def book_line(line_id: int, *, by, now: datetime) -> str:
    """Book it once and return how it ended: a state of payments, "refund_paid", "refund_returned", "bank_debit" or "again"."""
    gate.require(by, "payment.match", *(grant.scope for grant in gate.live_grants(by)))
    line = StatementLine.objects.select_for_update(of=("self",)).select_related("statement").get(pk=line_id)
    if is_booked(line):
        return "again"
    refund = _refund_of(line)
    if refund is not None:
        return _book_paid(line, refund, now) if refund.state == RefundState.GRANTED else _book_returned(line, refund, now)
    if not line.is_credit:
        legs = [(UNEXPLAINED, "statement_line", line.pk, line.amount), (BANK, *bank_party(line), -line.amount)]
        post(kind="bank_debit", subject=("statement_line", line.pk), on=line.booked_on, legs=legs, reason=line.reference, now=now)
        return "bank_debit"
    return _book_payment(line, by, now)


def _refund_of(line: StatementLine) -> Refund | None:
    """A debit pays a granted refund of its number and sum; a credit brings a paid one back."""
    if not line.end_to_end:
        return None
    wanted = RefundState.PAID if line.is_credit else RefundState.GRANTED
    refunds = Refund.objects.select_for_update(of=("self",))
    return refunds.filter(number=line.end_to_end, amount=line.amount, state=wanted).first()


def _book_paid(line: StatementLine, refund: Refund, now: datetime) -> str:
    legs = [(REFUNDS, "refund", refund.pk, line.amount), (BANK, *bank_party(line), -line.amount)]
    post(kind="refund_paid", subject=("statement_line", line.pk), on=line.booked_on, legs=legs, reason=refund.number, now=now)
    refund.state, refund.closed_on = RefundState.PAID, line.booked_on
    refund.save(update_fields=["state", "closed_on"])
    return "refund_paid"


def _book_returned(line: StatementLine, refund: Refund, now: datetime) -> str:
    """The money is again what it was before: the workplace's credit, or a receipt nobody knows."""
    owner = (CREDIT, "workplace", refund.workplace_id) if refund.workplace_id else (UNMATCHED, "payment", refund.payment_id)
    legs = [(BANK, *bank_party(line), line.amount), (*owner, -line.amount)]
    post(kind="refund_returned", subject=("statement_line", line.pk), on=line.booked_on, legs=legs, reason=refund.number, now=now)
    refund.state, refund.closed_on, refund.bank_words = RefundState.RETURNED, line.booked_on, line.text
    refund.save(update_fields=["state", "closed_on", "bank_words"])
    if refund.payment_id:
        Payment.objects.filter(pk=refund.payment_id).update(state=PaymentState.UNMATCHED, note="refund_returned")
    return "refund_returned"


def _book_payment(line: StatementLine, by, now: datetime) -> str:
    whose = None if line.is_reversal else find_whose(line)
    payment = Payment(number=next_number(SERIES, now=now), line=line, amount=line.amount, paid_on=line.value_on, received_at=now)
    workplace = lock_workplace(whose.workplace.pk) if whose else None
    parts = parts_for(workplace, line.amount, whose.charge) if whose else []
    payment.note = _waits_because(line, whose, workplace, parts)
    payment.state = PaymentState.UNMATCHED
    payment.save()
    if payment.note:
        book_unmatched(payment, now)
        return str(payment.state)
    book_known(payment, workplace, parts, now)
    Match.objects.create(payment=payment, workplace=workplace, rule=whose.rule, by=by, at=now)
    give_to(payment, workplace, parts, now)
    note_act("payment.match", by=by, subject=("payment", payment.pk), facts={"rule": str(whose.rule), "workplace": workplace.pk}, now=now)
    return str(payment.state)


def _waits_because(line: StatementLine, whose: Whose | None, workplace, parts: list) -> str:
    """Why a person must look at it, or nothing. A closed workplace that owes nothing gets no credit nobody would ever use."""
    if line.is_reversal:
        return "reversal"
    if whose is None:
        return "unknown_identifiers" if line.payment_id or line.bill_id else "no_identifiers"
    is_closed = workplace.closed_on is not None and workplace.closed_on <= line.value_on
    return "closed_workplace" if is_closed and not parts else ""
