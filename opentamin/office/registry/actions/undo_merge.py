"""Undo a merge: the two are read as two people again, each with what was theirs."""

from datetime import datetime

from django.db import connection, transaction
from django.utils.translation import gettext as _

from opentamin.office.accounts import gate
from opentamin.office.records.actions import note_act
from opentamin.office.registry.actions.merge_people import _LOCK
from opentamin.office.registry.models import PersonMerge

# Whoever was linked to the separated person stays with them, through however many links.
_FOLLOW = """
WITH RECURSIVE below AS (
    SELECT id, merged_id FROM registry_personmerge WHERE kept_id = %(person)s AND undone_at IS NULL
    UNION SELECT m.id, m.merged_id FROM registry_personmerge m JOIN below ON m.kept_id = below.merged_id WHERE m.undone_at IS NULL
) UPDATE registry_personmerge SET root_id = %(person)s WHERE id IN (SELECT id FROM below)
"""


class AlreadyUndone(ValueError):
    """The merge was undone before."""


@transaction.atomic
def undo_merge(link_id: int, *, branch_id: int, by, reason: str, now: datetime) -> PersonMerge:
    """End a link and return it. Raises AlreadyUndone or gate.NotAllowed, having written nothing."""
    gate.require(by, "person.merge", ("branch", branch_id))
    assert reason, "undoing a merge says why"
    with connection.cursor() as cursor:
        cursor.execute(_LOCK)
        link = PersonMerge.objects.get(pk=link_id)
        if link.undone_at is not None:
            raise AlreadyUndone(_("این پیوند پیش از این باز شده است."))
        link.undone_at, link.undone_by, link.undone_reason = now, by, reason
        link.save(update_fields=["undone_at", "undone_by", "undone_reason"])
        cursor.execute(_FOLLOW, {"person": link.merged_id})
    note_act(
        "person.undo_merge", by=by, subject=("person", link.root_id), facts={"merged": link.merged_id, "link": link.pk}, now=now, reason=reason
    )
    return link
