"""Find that two registered people are one: a reversible link, nothing moves between them."""

from datetime import datetime

from django.db import connection, transaction
from django.utils.translation import gettext as _

from opentamin.office.accounts import gate
from opentamin.office.records.actions import note_act
from opentamin.office.registry.models import PersonMerge
from opentamin.office.registry.queries import kept_person_id

_LOCK = "LOCK TABLE registry_personmerge IN SHARE ROW EXCLUSIVE MODE"  # merges are rare and chains must not cross


class CannotMerge(ValueError):
    """The two are already one person, or the one to be merged is merged elsewhere."""


@transaction.atomic
def merge_people(kept_id: int, merged_id: int, *, branch_id: int, by, reason: str, now: datetime) -> PersonMerge:
    """Link `merged_id` to `kept_id` and return the link; from now on both ids are read as one person, the kept one.

    Raises CannotMerge or gate.NotAllowed, having written nothing. `branch_id` is the desk that acts.
    """
    gate.require(by, "person.merge", ("branch", branch_id))
    assert reason, "a merge says why"
    with connection.cursor() as cursor:
        cursor.execute(_LOCK)
    root_id = kept_person_id(kept_id)
    if root_id == kept_person_id(merged_id):
        raise CannotMerge(_("این دو پرونده از پیش یکی شده‌اند."))
    if kept_person_id(merged_id) != merged_id:
        raise CannotMerge(_("این پرونده با پروندهٔ دیگری یکی شده است. نخست آن پیوند را باز کنید."))
    link = PersonMerge.objects.create(kept_id=kept_id, merged_id=merged_id, root_id=root_id, merged_at=now, by=by, reason=reason)
    PersonMerge.objects.filter(root_id=merged_id, undone_at__isnull=True).update(root_id=root_id)
    note_act("person.merge", by=by, subject=("person", root_id), facts={"merged": merged_id, "link": link.pk}, now=now, reason=reason)
    return link
