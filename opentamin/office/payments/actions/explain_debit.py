"""Explain what the bank took: an officer says what it was, and the sum leaves the account of what nobody explains."""

from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opentamin.office.accounts import gate
from opentamin.office.kit.refusals import Refusal
from opentamin.office.ledger.actions import post
from opentamin.office.notices.actions import tell
from opentamin.office.records.actions import note_act

from ..booking import BANK_FEES, OWN_ACCOUNTS, UNEXPLAINED, UNMATCHED, Legs, lock_workplace
from ..models import DebitKind, Payment, PaymentState, RefundState, StatementLine
from ..queries import unexplained_debits
from ..taking_back import Freed, free_payment

_ACCOUNTS: Final = {DebitKind.FEE: BANK_FEES, DebitKind.OWN: OWN_ACCOUNTS}


class AlreadyExplained(Refusal):
    """The line is no debit that waits to be explained."""

    code = "already_explained"
    sentence = _("این برداشت دیگر چشم به راه توضیح نیست؛ فهرست را دوباره ببینید.")


class NotThisPayment(Refusal):
    """The payment that was named is not of this sum in this account, was given back, or is being given back."""

    code = "not_this_payment"
    sentence = _("این پرداخت به همین مبلغ و در همین حساب نیست، یا پس داده شده یا در راه پس دادن است.")


@transaction.atomic
def explain_debit(line_id: int, kind: DebitKind, payment_id: int | None = None, *, by, now: datetime, reason: str) -> StatementLine:
    """Say what one debit was. A bank that takes back a payment opens again what it had paid, and its workplace is told.

    Raises AlreadyExplained, NotThisPayment, or CreditSpent when the payment's credit is not there any more; then nothing has changed.
    """
    assert reason, "who explains a debit says how they know"
    gate.require(by, "payment.match", *(grant.scope for grant in gate.live_grants(by)))
    line = StatementLine.objects.select_for_update(of=("self",)).get(pk=line_id)
    if not unexplained_debits().filter(pk=line.pk).exists():
        raise AlreadyExplained
    payment, freed = None, None
    if kind == DebitKind.TAKEN_BACK:
        payment = _payment_of(line, payment_id)
        freed = _taken_from(payment, by, reason, now)
    legs = freed.legs if freed else _other_side(line, kind, payment)
    journal = post(
        kind=f"debit_{kind}", subject=("statement_line", line.pk), on=line.booked_on,
        legs=[*legs, (UNEXPLAINED, "statement_line", line.pk, -line.amount)], reason=reason, now=now,
    )  # fmt: skip
    if payment:
        payment.state = PaymentState.TAKEN_BACK
        payment.save(update_fields=["state"])
    if freed:
        freed.close(journal, line.booked_on, now)
        facts = {"number": payment.number, "amount": payment.amount}
        tell(("workplace", freed.workplace.pk), "payment_taken_back", facts, "/payments/", now=now)
    facts = {"kind": str(kind), "payment": payment.pk if payment else None}
    note_act("debit.explain", by=by, subject=("statement_line", line.pk), facts=facts, now=now, reason=reason)
    return line


def _payment_of(line: StatementLine, payment_id: int | None) -> Payment:
    payments = Payment.objects.select_for_update(of=("self",)).filter(line__account_id=line.account_id, amount=line.amount, pk=payment_id)
    payment = payments.select_related("line").first()
    gone = (PaymentState.REFUNDED, PaymentState.TAKEN_BACK)
    if payment is None or payment.state in gone or payment.refunds.filter(state__in=[RefundState.PREPARED, RefundState.GRANTED]).exists():
        raise NotThisPayment
    return payment


def _taken_from(payment: Payment, by, reason: str, now: datetime) -> Freed | None:
    """The payment taken from its workplace, by an officer of its branch; None when it was nobody's."""
    if payment.workplace_id is None:
        return None
    workplace = lock_workplace(payment.workplace_id)
    gate.require(by, "payment.match", ("branch", workplace.branch_id))
    return free_payment(payment, workplace, reason, now)


def _other_side(line: StatementLine, kind: DebitKind, payment: Payment | None) -> Legs:
    if payment:
        return [(UNMATCHED, "payment", payment.pk, line.amount)]
    return [(_ACCOUNTS[kind], "bank_account", line.account_id, line.amount)]
