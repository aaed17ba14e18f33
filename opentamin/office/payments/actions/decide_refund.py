"""Decide a refund: a named officer, other than whoever prepared it, grants it or refuses it with a reason."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from opentamin.office.accounts import gate
from opentamin.office.kit.refusals import Refusal
from opentamin.office.ledger.actions import post
from opentamin.office.ledger.queries import balance
from opentamin.office.notices.actions import tell
from opentamin.office.records.actions import note_act

from ..booking import CREDIT, REFUNDS, UNMATCHED, lock_workplace
from ..models import BankAccount, Payment, PaymentState, Refund, RefundState
from ..tasks import order_granted_refund
from .prepare_refund import NotThere


class AlreadyDecided(Refusal):
    """Somebody has decided this refund before."""

    code = "already_decided"
    sentence = _("دربارهٔ این بازپرداخت پیش‌تر تصمیم گرفته شده است.")


class DecidesOwn(Refusal):
    """Whoever prepared a refund does not decide it."""

    code = "decides_own"
    sentence = _("کسی که بازپرداخت را آماده کرده است دربارهٔ آن تصمیم نمی‌گیرد؛ همکار دیگری تصمیم بگیرد.")


@transaction.atomic
def decide_refund(refund_id: int, is_granted: bool, *, by, now: datetime, reason: str = "") -> Refund:
    """Grant: the money is set aside at once and the bank is ordered by a job of the same transaction. Refuse: with a reason.

    Raises AlreadyDecided, DecidesOwn, or NotThere when the money has gone elsewhere since; then nothing has changed.
    """
    assert is_granted or reason, "a refusal says why"
    refund = Refund.objects.select_for_update(of=("self",)).select_related("workplace", "payment").get(pk=refund_id)
    _require(refund, by)
    if refund.state != RefundState.PREPARED:
        raise AlreadyDecided
    if refund.prepared_by_id == by.pk:
        raise DecidesOwn
    refund.decided_at, refund.decided_by, refund.decision_reason = now, by, reason
    refund.state = RefundState.GRANTED if is_granted else RefundState.REFUSED
    if is_granted:
        refund.account = BankAccount.objects.filter(closed_on__isnull=True).order_by("pk").first()
        _set_aside(refund, now)
        order_granted_refund.defer(refund_id=refund.pk)
    refund.save(update_fields=["decided_at", "decided_by", "decision_reason", "state", "account"])
    note_act("refund.decide", by=by, subject=("refund", refund.pk), facts={"state": str(refund.state)}, now=now, reason=reason)
    if refund.workplace_id:
        facts = {"number": refund.number, "amount": refund.amount, "state": str(refund.state), "reason": reason}
        tell(("workplace", refund.workplace_id), "refund_decided", facts, "/payments/", now=now)
    return refund


def _require(refund: Refund, by) -> None:
    scopes = [("branch", refund.workplace.branch_id)] if refund.workplace else [grant.scope for grant in gate.live_grants(by)]
    gate.require(by, "refund.decide", *scopes)


def _set_aside(refund: Refund, now: datetime) -> None:
    """From the owner's account to refunds under way, so that it cannot be spent twice."""
    if refund.workplace_id:
        owner = (CREDIT, "workplace", lock_workplace(refund.workplace_id).pk)
    else:
        owner = (UNMATCHED, "payment", refund.payment_id)
        Payment.objects.filter(pk=refund.payment_id).update(state=PaymentState.REFUNDED)
    there = -balance(owner[0], owner[1:])
    if refund.amount > there:
        raise NotThere(there=there)
    legs = [(*owner, refund.amount), (REFUNDS, "refund", refund.pk, -refund.amount)]
    post(kind="refund", subject=("refund", refund.pk), on=timezone.localdate(now), legs=legs, reason=refund.number, now=now)
