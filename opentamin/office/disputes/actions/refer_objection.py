"""A named officer sends an objection to the primary board."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opentamin.office.accounts import gate
from opentamin.office.kit.refusals import Refusal
from opentamin.office.records.actions import note_act

from ..models import Objection, State
from ..news import tell_party
from ..queries import may_be_referred
from .take_up_objection import NotWaiting


class NotForBoard(Refusal):
    """No board hears it: it is not about a debt, it is late by every reading, or a signature or authority is missing."""

    code = "not_for_board"
    sentence = _("این اعتراض به هیئت نمی‌رود: یا پس از مهلت رسیده، یا امضا یا وکالت‌نامه ندارد، یا دربارهٔ بدهی نیست.")


@transaction.atomic
def refer_objection(objection_id: int, *, reason: str, by, now: datetime) -> Objection:
    """Send it to the board with the branch's word on it, and return it; collection stays held until the board decides.

    Whether one that is in doubt or came early was in time, the officer judges here and says in `reason`. Raises NotForBoard,
    NotWaiting or gate.NotAllowed, having written nothing.
    """
    assert reason, "the branch says what it thinks of the objection"
    objection = Objection.objects.select_for_update().get(pk=objection_id)
    gate.require(by, "objection.review", ("branch", objection.branch_id))
    if not objection.is_waiting:
        raise NotWaiting
    if not may_be_referred(objection):
        raise NotForBoard
    objection.move(State.REFERRED, by=by, at=now, reason=reason)
    note_act("objection.refer", by=by, subject=("objection", objection.pk), facts={"timeliness": objection.timeliness}, reason=reason, now=now)
    tell_party("objection_state", objection, now)
    return objection
