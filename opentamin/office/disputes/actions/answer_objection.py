"""A named officer answers in writing what no board hears."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opentamin.office.accounts import gate
from opentamin.office.kit.refusals import Refusal
from opentamin.office.records.actions import note_act

from ..models import Objection, State
from ..news import tell_party
from ..queries import is_of_board
from ..releasing import release
from .take_up_objection import NotWaiting


class ForBoard(Refusal):
    """A board hears it, or will once what is missing was brought: the branch accepts or refers it, and does not answer in its place."""

    code = "for_board"
    sentence = _("این اعتراض از آن هیئت بدوی است: شعبه آن را می‌پذیرد یا به هیئت می‌فرستد، و به جای هیئت پاسخ نمی‌دهد.")


@transaction.atomic
def answer_objection(objection_id: int, *, reason: str, by, now: datetime) -> Objection:
    """Answer it with reasons and return it: an objection to a row or a month, or one to a debt that is late by every reading.

    One that is answered after its last day is answered all the same. Raises ForBoard, NotWaiting or gate.NotAllowed, having
    written nothing.
    """
    assert reason, "an answer has its reasons"
    objection = Objection.objects.select_for_update().get(pk=objection_id)
    gate.require(by, "objection.review", ("branch", objection.branch_id))
    if not objection.is_waiting:
        raise NotWaiting
    if is_of_board(objection):
        raise ForBoard
    objection.move(State.ANSWERED, by=by, at=now, reason=reason)
    release(objection, because="answered", now=now)
    facts = {"timeliness": objection.timeliness, "answer_last_day": objection.answer_last_day.isoformat()}
    note_act("objection.answer", by=by, subject=("objection", objection.pk), facts=facts, reason=reason, now=now)
    tell_party("objection_state", objection, now)
    return objection
