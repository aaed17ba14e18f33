"""Move a payment that was made for the wrong workplace: by further entries, with the officer's reason."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from opentamin.office.accounts import gate
from opentamin.office.kit.refusals import Refusal
from opentamin.office.ledger.actions import post, settle, unsettle
from opentamin.office.ledger.models import Journal
from opentamin.office.ledger.queries import remaining_of, standing_settlements
from opentamin.office.records.actions import note_act
from opentamin.office.registry.models import Workplace

from ..booking import CREDIT, credit_of, give_to, legs_to, lock_workplace, settle_parts
from ..charges import RECEIVABLE
from ..finding_whose import parts_for
from ..models import Match, Payment
from ..queries import standing_credit


class NotMatched(Refusal):
    """The payment is nobody's yet, was given back, or is this workplace's already."""

    code = "not_matched"
    sentence = _("این پرداخت هنوز از آنِ کسی نیست، بازگردانده شده، یا از پیش به نام همین کارگاه است.")


class CreditSpent(Refusal):
    """Part of the payment became credit that has been used or given back since; `missing` rials of it are not there any more."""

    code = "credit_spent"
    sentence = _("%(missing)s ریال از این پرداخت بستانکاری شده و خرج شده است؛ نخست آن را روشن کنید.")


@transaction.atomic
def move_payment(payment_id: int, workplace_id: int, charge: Journal | None = None, *, by, now: datetime, reason: str) -> Payment:
    """Take a payment from the workplace it stands with to another: its charges there are open again, and here they are paid as on the
    day of the money. Raises NotMatched or CreditSpent; then nothing has changed."""
    assert reason, "who moves a payment says why"
    payment = Payment.objects.select_for_update(of=("self",)).select_related("line").get(pk=payment_id)
    if payment.workplace_id in (None, workplace_id):
        raise NotMatched
    places = {pk: lock_workplace(pk) for pk in sorted((payment.workplace_id, workplace_id))}
    source, target = places[payment.workplace_id], places[workplace_id]
    for one in (source, target):
        gate.require(by, "payment.match", ("branch", one.branch_id))
    credit = standing_credit(payment)
    _take_back(payment, credit, source, reason, now)
    on_charges = -remaining_of(credit, RECEIVABLE, ("workplace", source.pk))
    as_credit = payment.amount - on_charges
    if as_credit > credit_of(source):
        raise CreditSpent(missing=as_credit - credit_of(source))
    parts = parts_for(target, payment.amount, charge)
    match = Match.objects.create(payment=payment, workplace=target, rule=Match.Rule.MOVED, by=by, at=now, reason=reason)
    away = [(RECEIVABLE, "workplace", source.pk, on_charges), (CREDIT, "workplace", source.pk, as_credit)]
    today = timezone.localdate(now)
    move = post(
        kind="payment_move", subject=("match", match.pk), on=today, legs=[*away, *legs_to(target, payment.amount, parts)],
        reason=payment.number, now=now,
    )  # fmt: skip
    if on_charges:
        settle(move, credit, on_charges, account=RECEIVABLE, party=("workplace", source.pk), on=today, now=now)
    settle_parts(move, target, parts, payment.paid_on, now)
    give_to(payment, target, parts, now)
    facts = {"from": source.pk, "to": target.pk}
    note_act("payment.move", by=by, subject=("payment", payment.pk), facts=facts, now=now, reason=reason)
    return payment


def _take_back(payment: Payment, credit: Journal, source: Workplace, reason: str, now: datetime) -> None:
    """Free what the payment has paid. What since became credit (a charge was cancelled) stays credit, and is looked for there."""
    for settlement in standing_settlements(payment=credit).filter(party_kind="workplace", party_id=source.pk):
        if settlement.charge.kind != "credit_free":
            unsettle(settlement, reason=reason, now=now)
