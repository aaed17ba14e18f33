"""Write the months of one list into the records of its people."""

from collections.abc import Mapping
from datetime import datetime
from zlib import crc32

import numpy as np
from django.db import connection, transaction

from opentamin.office.history.entries import Source, add_entries, plain

LOCK_SPACE = crc32(b"history.write_months") & 0x7FFFFFFF
# Lists of one workplace and month are written one after the other, so each sees what the one before left standing.
_LOCK = "SELECT pg_advisory_xact_lock(%s, hashint8(%s))"
_IS_WRITTEN = """
SELECT EXISTS (
    SELECT FROM history_monthentry
    WHERE source_id = %s AND source_kind = %s AND month = %s AND workplace_id = %s AND contract_row = %s AND kind <> 'withdrawal')
"""


class AlreadyWritten(ValueError):
    """This source has written this month of this workplace and contract row before; nothing was written now."""


@transaction.atomic(savepoint=False)
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
    count = len(columns["person_id"])
    if not count:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(_LOCK, [LOCK_SPACE, workplace_id * 1_000_000 + month])
        cursor.execute(_IS_WRITTEN, [source_id, source_kind, month, workplace_id, contract_row])
        if cursor.fetchone()[0]:
            raise AlreadyWritten(f"{source_kind} {source_id} has written month {month} of workplace {workplace_id} before")
    rows = {
        **plain(columns, count),
        "month": [month] * count,
        "workplace_id": [workplace_id] * count,
        "contract_row": [contract_row] * count,
    }
    return add_entries(Source(source_kind, source_id, list_id), rows, now=now)
