"""Match a payment by hand: an officer says whose it is."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from opentamin.office.accounts import gate
from opentamin.office.kit.refusals import Refusal
from opentamin.office.ledger.models import Journal
from opentamin.office.records.actions import note_act

from ..booking import book_match, give_to, lock_workplace
from ..finding_whose import parts_for
from ..models import Match, Payment, PaymentState, RefundState


class NotWaiting(Refusal):
    """The payment is matched already, or being given back."""

    code = "not_waiting"
    sentence = _("این پرداخت دیگر چشم به راه نیست؛ وضعیت آن را دوباره ببینید.")


class ChargeNotOpen(Refusal):
    """Nothing of the chosen charge is open for this workplace."""

    code = "charge_not_open"
    sentence = _("از این بدهی برای این کارگاه چیزی باز نیست.")


@transaction.atomic
def match_payment(payment_id: int, workplace_id: int, charge: Journal | None = None, *, by, now: datetime, reason: str = "") -> Payment:
    """Give an unmatched payment to a workplace: to one charge, or to what it owes, oldest first; the rest is its credit.

    Raises NotWaiting, or ChargeNotOpen when the charge that was chosen is not open.
    """
    workplace = lock_workplace(workplace_id)
    gate.require(by, "payment.match", ("branch", workplace.branch_id))
    payment = Payment.objects.select_for_update(of=("self",)).select_related("line").get(pk=payment_id)
    under_way = payment.refunds.filter(state__in=[RefundState.PREPARED, RefundState.GRANTED]).exists()
    if payment.state != PaymentState.UNMATCHED or under_way:
        raise NotWaiting
    parts = parts_for(workplace, payment.amount, charge)
    if charge is not None and not parts:
        raise ChargeNotOpen
    match = Match.objects.create(payment=payment, workplace=workplace, rule=Match.Rule.OFFICER, by=by, at=now, reason=reason)
    book_match(match, parts, timezone.localdate(now), now)
    give_to(payment, workplace, parts, now)
    facts = {"rule": "officer", "workplace": workplace.pk}
    note_act("payment.match", by=by, subject=("payment", payment.pk), facts=facts, now=now, reason=reason)
    return payment
