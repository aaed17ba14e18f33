"""Write the months of one list into the records of its people."""

from collections.abc import Mapping
from datetime import datetime
from zlib import crc32

import numpy as np
from django.db import connection, transaction

from opentamin.office.history.entries import Source, add_entries, checked

# Lists of one workplace and month are written one after the other, so each sees what the one before left standing.
LOCK_SPACE = crc32(b"history.write_months") & 0x7FFFFFFF
# An opening writes for many workplaces at once, so it waits for all of them and they for it.
LOCK = "SELECT pg_advisory_xact_lock_shared(%(space)s, 0), pg_advisory_xact_lock(%(space)s, hashint8(%(place)s))"
LOCK_ALL = "SELECT pg_advisory_xact_lock(%(space)s, 0)"

# Whether this source has written this month, ids for its entries, and what stands in it now.
_LOOK = """
SELECT EXISTS (
    SELECT FROM history_monthentry e WHERE e.source_id = %(source_id)s AND e.source_kind = %(source_kind)s AND e.month = %(month)s
    AND e.workplace_id = %(workplace)s AND e.contract_row = %(contract_row)s AND e.kind <> 'withdrawal' AND NOT EXISTS (
        SELECT FROM history_monthentry w WHERE w.kind = 'withdrawal' AND w.supersedes = e.id AND w.month = e.month)
), ARRAY(SELECT nextval('history_monthentry_id_seq') FROM generate_series(1, %(count)s)), array_agg(person_id), array_agg(entry_id)
FROM history_monthcurrent WHERE workplace_id = %(workplace)s AND month = %(month)s AND contract_row = %(contract_row)s
"""


class AlreadyWritten(ValueError):
    """This source has written these months before and they stand; nothing was written now."""


@transaction.atomic
def write_months(
    *,
    source_kind: str,
    source_id: int,
    list_id: int | None,
    month: int,
    workplace_id: int,
    contract_row: str,
    columns: Mapping[str, np.ndarray],
    now: datetime,
) -> int:
    """Write one entry per row and bring the projection up to date; return how many were written.

    `columns`: `person_id` int64, `days` (0 to 31), `wage` (the assessed base in rials), `is_hazardous` bool; equally long. A
    month is an int such as 140508. What another list has already brought for a person's month here stays: days and wage
    are added to it, as a correction. Raises AlreadyWritten.
    """
    if not len(columns["person_id"]):
        return 0
    rows = checked(columns, month=month, workplace_id=workplace_id, contract_row=contract_row)
    place = {"workplace": workplace_id, "month": month, "contract_row": contract_row}
    with connection.cursor() as cursor:
        cursor.execute(LOCK, {"space": LOCK_SPACE, "place": workplace_id * 1_000_000 + month})
        cursor.execute(_LOOK, {"source_kind": source_kind, "source_id": source_id, "count": len(rows.person_id), **place})
        is_written, ids, people, entries = cursor.fetchone()
    if is_written:
        raise AlreadyWritten(f"{source_kind} {source_id} has written month {month} of workplace {workplace_id} before")
    standing = _standing(rows.person_id, people or [], entries or [])
    return add_entries(Source(source_kind, source_id, list_id), rows, standing, np.array(ids, np.int64), now=now)


def _standing(person_ids: np.ndarray, people: list[int], entries: list[int]) -> np.ndarray:
    """The standing entry of each person, 0 where there is none."""
    if not people:
        return np.zeros(len(person_ids), np.int64)
    known, entry = np.array(people, np.int64), np.array(entries, np.int64)
    order = np.argsort(known)
    known, entry = known[order], entry[order]
    place = np.minimum(np.searchsorted(known, person_ids), len(known) - 1)
    return np.where(known[place] == person_ids, entry[place], 0)
