"""Remove what the table of retention lets go, and nothing else."""

from datetime import datetime
from typing import NamedTuple

from django.db import transaction

from opentamin.office.accounts import gate
from opentamin.office.accounts.permissions import COUNTRY

from ..retention import Kept, expired
from .note_act import note_act


class Removed(NamedTuple):
    """An entry of the table and how many of its rows went, or would go on a trial."""

    entry: Kept
    count: int


@transaction.atomic
def remove_expired(*, by, now: datetime, is_trial: bool) -> list[Removed]:
    """Remove the rows whose time is over, all entries or none, and note the counts; on a trial only count.

    What an unknown period keeps is never among them (`retention.entries` refuses such a table). Raises gate.NotAllowed.
    """
    gate.require(by, "retention.apply", COUNTRY)
    removed = [Removed(entry, rows.count() if is_trial else _remove(rows)) for entry, rows in expired(now)]
    counts = {one.entry.code: one.count for one in removed if one.count}
    if counts and not is_trial:
        note_act("retention.apply", by=by, subject=("house", 0), facts=counts, now=now)
    return removed


def _remove(rows) -> int:
    """How many rows of the model itself went; what hangs on them goes along."""
    return rows.delete()[1].get(rows.model._meta.label, 0)
