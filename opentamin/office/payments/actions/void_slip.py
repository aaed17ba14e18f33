"""Void a slip that should not be paid any more."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opentamin.office.accounts import gate
from opentamin.office.kit.refusals import Refusal
from opentamin.office.records.actions import note_act

from ..models import Slip


class AlreadyVoid(Refusal):
    """The slip was voided before."""

    code = "already_void"
    sentence = _("این برگ پیش‌تر باطل شده است.")


@transaction.atomic
def void_slip(slip_id: int, *, by, now: datetime, reason: str) -> Slip:
    """Void it, with a reason. If it is paid all the same, the money still finds its charge. Raises AlreadyVoid."""
    assert reason, "who voids a slip says why"
    slip = Slip.objects.select_for_update(of=("self",)).select_related("workplace").get(pk=slip_id)
    gate.require(by, "slip.issue", ("workplace", slip.workplace_id), ("branch", slip.workplace.branch_id))
    if slip.voided_at is not None:
        raise AlreadyVoid
    slip.voided_at, slip.void_reason = now, reason
    slip.save(update_fields=["voided_at", "void_reason"])
    note_act("slip.void", by=by, subject=("slip", slip.pk), facts={}, now=now, reason=reason)
    return slip
