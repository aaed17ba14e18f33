"""Withdraw a list that is not yet assessed; its bytes and findings stay as they are."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opentamin.office.accounts import gate
from opentamin.office.kit.refusals import Refusal
from opentamin.office.notices.actions import tell
from opentamin.office.records.actions import note_act

from ..models import ListState, MonthlyList


class AlreadyAssessed(Refusal):
    """An assessed list stands in people's records; it is corrected by a further list, never taken back."""

    code = "already_assessed"
    sentence = _("این فهرست محاسبه شده و در سابقهٔ کارکنان نشسته است؛ با فهرستی تازه تصحیح می‌شود و پس گرفته نمی‌شود.")


class AlreadyWithdrawn(Refusal):
    """The list was withdrawn before."""

    code = "already_withdrawn"
    sentence = _("این فهرست پیش‌تر پس گرفته شده است.")


class ReasonMissing(Refusal):
    """Whoever withdraws says why, in at most so many letters."""

    code = "reason_missing"
    status = 422
    sentence = _("بنویسید چرا پس می‌گیرید، در یک تا %(most)s نویسه.")


REASON_MAX = 500


@transaction.atomic
def withdraw_list(list_id: int, *, by, now: datetime, reason: str) -> MonthlyList:
    """Withdraw; the same file may then be sent again. Raises `ReasonMissing`, `AlreadyAssessed` or `AlreadyWithdrawn`."""
    reason = reason.replace("\0", "").strip()
    if not 0 < len(reason) <= REASON_MAX:
        raise ReasonMissing(most=REASON_MAX)
    withdrawn = MonthlyList.objects.select_for_update().get(pk=list_id)
    gate.require(by, "list.withdraw", ("workplace", withdrawn.workplace_id))
    if withdrawn.state == ListState.ASSESSED:
        raise AlreadyAssessed(state=withdrawn.state)
    if withdrawn.state == ListState.WITHDRAWN:
        raise AlreadyWithdrawn(state=withdrawn.state)
    withdrawn.state = ListState.WITHDRAWN
    withdrawn.withdrawn_at = now
    withdrawn.withdrawn_reason = reason
    withdrawn.save(update_fields=["state", "withdrawn_at", "withdrawn_reason"])
    note_act("list.withdraw", by=by, subject=("list", withdrawn.id), facts={}, now=now, reason=reason)
    tell(
        ("workplace", withdrawn.workplace_id),
        "list_withdrawn",
        {"tracking": withdrawn.tracking, "month": withdrawn.month},
        f"/lists/{withdrawn.tracking}/",
        now=now,
    )
    return withdrawn
