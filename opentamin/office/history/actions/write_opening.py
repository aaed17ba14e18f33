"""Write the months that people had before the system began, many workplaces and years at once."""

from collections.abc import Mapping
from datetime import datetime

import numpy as np
from django.db import connection, transaction

from opentamin.office.history.actions.write_months import LOCK_ALL, LOCK_SPACE, AlreadyWritten
from opentamin.office.history.entries import Source, add_entries, checked
from opentamin.office.history.models import MonthEntry
from opentamin.office.registry.arrays import int_array

_LOOK = """
SELECT EXISTS (SELECT FROM history_monthentry WHERE source_id = %(source_id)s AND source_kind = 'opening'),
    array_agg(nextval('history_monthentry_id_seq') ORDER BY place), array_agg(coalesce(now.entry_id, 0) ORDER BY place)
FROM unnest(%(person_id)s::bigint[], %(month)s::int[], %(workplace_id)s::bigint[]) WITH ORDINALITY
    AS fresh(person_id, month, workplace_id, place)
LEFT JOIN history_monthcurrent now
    ON now.person_id = fresh.person_id AND now.month = fresh.month AND now.workplace_id = fresh.workplace_id AND now.contract_row = ''
"""


@transaction.atomic
def write_opening(*, source_id: int, columns: Mapping[str, np.ndarray], now: datetime) -> int:
    """Write opening entries of one source in one go and return how many.

    `columns` are those of `write_months`, and besides `month` and `workplace_id`. A source is written once.
    Raises AlreadyWritten.
    """
    if not len(columns["person_id"]):
        return 0
    rows = checked(columns, month=columns["month"], workplace_id=columns["workplace_id"], contract_row="")
    keys = {name: int_array(getattr(rows, name).tolist()) for name in ("person_id", "month", "workplace_id")}
    with connection.cursor() as cursor:
        cursor.execute(LOCK_ALL, {"space": LOCK_SPACE})
        cursor.execute(_LOOK, {"source_id": source_id, **keys})
        is_written, ids, standing = cursor.fetchone()
    if is_written:
        raise AlreadyWritten(f"opening {source_id} was written before")
    source = Source(MonthEntry.SourceKind.OPENING.value, source_id, None)
    return add_entries(source, rows, np.array(standing, np.int64), np.array(ids, np.int64), now=now)
