"""The objector withdraws."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opentamin.office.accounts import gate
from opentamin.office.kit.refusals import Refusal
from opentamin.office.records.actions import note_act

from ..keeping import keep_uploads
from ..models import DocumentRole, Objection, State
from ..news import tell_branch
from ..queries import party_scopes
from ..releasing import release
from ..subjects import RECEIVE
from ..uploads import UnusableFiles, Upload, check_uploads


class NotOpen(Refusal):
    """The objection has come to its end before."""

    code = "not_open"
    sentence = _("این اعتراض پیش‌تر پایان یافته است.")


@transaction.atomic
def withdraw_objection(objection_id: int, *, reason: str, uploads: Sequence[Upload] = (), by, now: datetime) -> Objection:
    """Withdraw an open objection and return it; collection goes on, and while the time runs one may object again.

    The party does it, or an officer with the paper in which the party asks for it. A reason is required. Raises NotOpen,
    uploads.UnusableFiles or gate.NotAllowed, having written nothing.
    """
    assert reason, "a withdrawal says why"
    objection = Objection.objects.select_for_update().get(pk=objection_id)
    if not gate.may(by, "objection.withdraw", *party_scopes(objection)):
        gate.require(by, RECEIVE, ("branch", objection.branch_id))
        if not uploads:
            raise UnusableFiles([str(_("برگه‌ای را که در آن از اعتراض خود برگشته است پیوست کنید؛ کسی دیگر به جای او پس نمی‌گیرد."))])
    if not objection.is_open:
        raise NotOpen(state=objection.state)
    files = check_uploads([one._replace(role=DocumentRole.WITHDRAWAL) for one in uploads])
    keep_uploads(objection, files, by=by, now=now)
    objection.move(State.WITHDRAWN, by=by, at=now, reason=reason)
    release(objection, because="withdrawn", now=now)
    note_act("objection.withdraw", by=by, subject=("objection", objection.pk), facts={}, reason=reason, now=now)
    tell_branch("objection_state", objection, now)
    return objection

