"""Prepare a refund: of a workplace's credit, or of money that belongs to nobody we know. Another person decides it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opentamin.office.accounts import gate
from opentamin.office.kit.refusals import Refusal
from opentamin.office.ledger.queries import balance
from opentamin.office.records.actions import next_number, note_act

from ..booking import CREDIT, UNMATCHED, lock_workplace
from ..models import Payment, PaymentState, Refund, RefundState
from ..sheba import sheba_of

SERIES = "refund"


class NotThere(Refusal):
    """More is asked for than there is; `there` rials are free."""

    code = "not_there"
    sentence = _("%(there)s ریال آزاد است؛ بیش از آن را نمی‌شود پس داد.")


@transaction.atomic
def prepare_refund(
    *, rials: int, iban: str, holder: str, reason: str, by, now: datetime, workplace_id: int | None = None, payment_id: int | None = None
) -> Refund:
    """Ask for `rials` of a workplace's credit back (its employer or an officer), or for an unmatched payment whole (an officer).

    Nothing moves until it is decided. Raises NotASheba or NotThere.
    """
    assert (workplace_id is None) != (payment_id is None) and rials > 0 and reason
    iban = sheba_of(iban)
    there = _free_of_workplace(workplace_id, by) if workplace_id else _free_of_payment(payment_id, by)
    if rials > there or (payment_id and rials != there):
        raise NotThere(there=there)
    refund = Refund.objects.create(
        number=next_number(SERIES, now=now), workplace_id=workplace_id, payment_id=payment_id, amount=rials, iban=iban, holder=holder,
        reason=reason, prepared_at=now, prepared_by=by,
    )  # fmt: skip
    note_act("refund.prepare", by=by, subject=("refund", refund.pk), facts={"amount": rials}, now=now, reason=reason)
    return refund


def _free_of_workplace(workplace_id: int, by) -> int:
    """Its credit, less what is already asked for."""
    workplace = lock_workplace(workplace_id)
    gate.require(by, "refund.ask", ("workplace", workplace.pk), ("branch", workplace.branch_id))
    asked = Refund.objects.filter(workplace=workplace, state=RefundState.PREPARED).values_list("amount", flat=True)
    return -balance(CREDIT, ("workplace", workplace.pk)) - sum(asked)


def _free_of_payment(payment_id: int, by) -> int:
    gate.require(by, "refund.decide", *(grant.scope for grant in gate.live_grants(by)))  # an officer: the payer has no workplace here
    payment = Payment.objects.select_for_update(of=("self",)).get(pk=payment_id)
    is_asked = payment.refunds.filter(state__in=[RefundState.PREPARED, RefundState.GRANTED]).exists()
    if payment.state != PaymentState.UNMATCHED or is_asked:
        return 0
    return -balance(UNMATCHED, ("payment", payment.pk))
