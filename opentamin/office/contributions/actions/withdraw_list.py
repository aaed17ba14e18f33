"""Withdraw a list that is not yet assessed; its bytes and findings stay as they are."""

from datetime import datetime

from django.db import transaction

from opentamin.office.accounts import gate
from opentamin.office.notices.actions import tell
from opentamin.office.records.actions import note_act

from ..models import ListState, MonthlyList


class AlreadyAssessed(Exception):
    """An assessed list stands in people's records; it is corrected by a further list, never taken back."""


class AlreadyWithdrawn(Exception):
    """The list was withdrawn before."""


@transaction.atomic
def withdraw_list(list_id: int, *, by, now: datetime, reason: str = "") -> MonthlyList:
    """Withdraw; the same file may then be sent again. Raises `AlreadyAssessed` or `AlreadyWithdrawn`."""
    withdrawn = MonthlyList.objects.select_for_update().get(pk=list_id)
    gate.require(by, "list.withdraw", ("workplace", withdrawn.workplace_id))
    if withdrawn.state == ListState.ASSESSED:
        raise AlreadyAssessed(withdrawn.tracking)
    if withdrawn.state == ListState.WITHDRAWN:
        raise AlreadyWithdrawn(withdrawn.tracking)
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
