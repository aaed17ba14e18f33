"""Add papers to an open objection."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from opentamin.office.accounts import gate
from opentamin.office.records.actions import note_act

from ..keeping import keep_uploads
from ..models import Objection, ObjectionDocument
from ..queries import party_scopes
from ..subjects import FILE, RECEIVE
from ..uploads import Upload, check_uploads
from .withdraw_objection import NotOpen


@transaction.atomic
def add_documents(objection_id: int, uploads: Sequence[Upload], *, by, now: datetime) -> list[ObjectionDocument]:
    """Keep further papers, from the party or from an officer to whom they were brought, and return them.

    A signed paper or a power of attorney that was missing counts from now on. Raises NotOpen, uploads.UnusableFiles or
    gate.NotAllowed, having written nothing.
    """
    objection = Objection.objects.select_for_update().get(pk=objection_id)
    if not gate.may(by, RECEIVE, ("branch", objection.branch_id)):
        gate.require(by, FILE, *party_scopes(objection))
    if not objection.is_open:
        raise NotOpen(state=objection.state)
    kept = keep_uploads(objection, check_uploads(uploads, kept_before=objection.documents.count()), by=by, now=now)
    note_act("objection.document", by=by, subject=("objection", objection.pk), facts={"documents": [one.document_id for one in kept]}, now=now)
    return kept
