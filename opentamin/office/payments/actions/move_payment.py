"""Move a payment that was made for the wrong workplace: by further entries, with the officer's reason."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from opentamin.office.accounts import gate
from opentamin.office.kit.refusals import Refusal
from opentamin.office.ledger.actions import post
from opentamin.office.ledger.models import Journal
from opentamin.office.records.actions import note_act

from ..booking import give_to, legs_to, lock_workplace, settle_parts
from ..finding_whose import parts_for
from ..models import Match, Payment, PaymentState
from ..taking_back import free_payment


class NotMatched(Refusal):
    """The payment is nobody's yet, was given back, or is this workplace's already."""

    code = "not_matched"
    sentence = _("این پرداخت هنوز از آنِ کسی نیست، بازگردانده شده، یا از پیش به نام همین کارگاه است.")


@transaction.atomic
def move_payment(payment_id: int, workplace_id: int, charge: Journal | None = None, *, by, now: datetime, reason: str) -> Payment:
    """Take a payment from the workplace it stands with to another: its charges there are open again, and here they are paid as on the
    day of the money. Raises NotMatched or CreditSpent; then nothing has changed."""
    assert reason, "who moves a payment says why"
    payment = Payment.objects.select_for_update(of=("self",)).select_related("line").get(pk=payment_id)
    if payment.workplace_id in (None, workplace_id) or payment.state == PaymentState.TAKEN_BACK:
        raise NotMatched
    places = {pk: lock_workplace(pk) for pk in sorted((payment.workplace_id, workplace_id))}
    source, target = places[payment.workplace_id], places[workplace_id]
    for one in (source, target):
        gate.require(by, "payment.match", ("branch", one.branch_id))
    freed = free_payment(payment, source, reason, now)
    parts = parts_for(target, payment.amount, charge)
    match = Match.objects.create(payment=payment, workplace=target, rule=Match.Rule.MOVED, by=by, at=now, reason=reason)
    today = timezone.localdate(now)
    move = post(
        kind="payment_move", subject=("match", match.pk), on=today, legs=[*freed.legs, *legs_to(target, payment.amount, parts)],
        reason=payment.number, now=now,
    )  # fmt: skip
    freed.close(move, today, now)
    settle_parts(move, target, parts, payment.paid_on, now)
    give_to(payment, target, parts, now)
    facts = {"from": source.pk, "to": target.pk}
    note_act("payment.move", by=by, subject=("payment", payment.pk), facts=facts, now=now, reason=reason)
    return payment
