"""A named officer takes an objection up."""

from datetime import datetime

from django.db import transaction

from opentamin.office.accounts import gate
from opentamin.office.records.actions import note_act

from ..models import Objection, State
from ..news import tell_party


class NotWaiting(Exception):
    """It was taken up, decided or withdrawn meanwhile: of two officers the first has it."""


@transaction.atomic
def take_up_objection(objection_id: int, *, by, now: datetime) -> Objection:
    """Begin the branch's own review (one week by practice) and return the objection. Raises NotWaiting or gate.NotAllowed."""
    objection = Objection.objects.select_for_update().get(pk=objection_id)
    gate.require(by, "objection.review", ("branch", objection.branch_id))
    if objection.state != State.RECEIVED:
        raise NotWaiting(objection.tracking)
    objection.move(State.IN_REVIEW, by=by, at=now)
    note_act("objection.take_up", by=by, subject=("objection", objection.pk), facts={}, now=now)
    tell_party("objection_state", objection, now)
    return objection
