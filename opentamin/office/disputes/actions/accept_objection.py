"""A named officer accepts an objection: what was wrong has been put right."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opentamin.office.accounts import gate
from opentamin.office.debts.models import Debt, DebtState
from opentamin.office.kit.refusals import Refusal
from opentamin.office.records.actions import note_act

from ..models import Objection, State
from ..news import tell_party
from ..releasing import release
from .take_up_objection import NotWaiting


class NothingChanged(Refusal):
    """The debt still asks what it asked: first it is withdrawn or revised, then the objection to it is accepted."""

    code = "nothing_changed"
    sentence = _("بدهی هنوز همان است که بود. نخست آن را پس بگیرید، یا دوباره حساب و اصلاح آن را صادر کنید.")


@transaction.atomic
def accept_objection(objection_id: int, *, reason: str, by, now: datetime) -> Objection:
    """Accept it and return it. For a debt the branch has withdrawn or revised it since; the hold ends with that, never before.

    Also a late one may be accepted: the branch may always put right what it got wrong. Raises NothingChanged, NotWaiting or
    gate.NotAllowed, having written nothing.
    """
    assert reason, "whoever accepts says what was put right"
    objection = Objection.objects.select_for_update(of=("self",)).select_related("debt").get(pk=objection_id)
    gate.require(by, "objection.review", ("branch", objection.branch_id))
    if not objection.is_waiting:
        raise NotWaiting
    if objection.debt is not None and not _is_put_right(objection.debt, objection.filed_at):
        raise NothingChanged
    objection.move(State.ACCEPTED, by=by, at=now, reason=reason)
    release(objection, because="accepted", now=now)
    note_act("objection.accept", by=by, subject=("objection", objection.pk), facts={}, reason=reason, now=now)
    tell_party("objection_state", objection, now)
    return objection


def _is_put_right(debt: Debt, since: datetime) -> bool:
    if debt.state == DebtState.WITHDRAWN:
        return True
    return Debt.objects.filter(revises=debt, issued_at__gte=since).exists()
