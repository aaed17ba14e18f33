"""A named officer takes an objection up."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opentamin.office.accounts import gate
from opentamin.office.kit.refusals import Refusal
from opentamin.office.records.actions import note_act

from ..models import Objection, State
from ..news import tell_party


class NotWaiting(Refusal):
    """It was decided or withdrawn meanwhile."""

    code = "not_waiting"
    sentence = _("کار این اعتراض پیش‌تر پایان یافته است.")


class TakenUp(NotWaiting):
    """Its review has begun: of two officers the first has it."""

    sentence = _("کار این اعتراض پیش‌تر آغاز شده است.")


@transaction.atomic
def take_up_objection(objection_id: int, *, by, now: datetime) -> Objection:
    """Begin the branch's own review (one week by practice) and return the objection. Raises NotWaiting or gate.NotAllowed."""
    objection = Objection.objects.select_for_update().get(pk=objection_id)
    gate.require(by, "objection.review", ("branch", objection.branch_id))
    if objection.state != State.RECEIVED:
        raise TakenUp if objection.is_waiting else NotWaiting
    objection.move(State.IN_REVIEW, by=by, at=now)
    note_act("objection.take_up", by=by, subject=("objection", objection.pk), facts={}, now=now)
    tell_party("objection_state", objection, now)
    return objection
