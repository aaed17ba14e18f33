"""Write the months that people had before the system began, many workplaces and years at once."""

from collections.abc import Mapping
from datetime import datetime

import numpy as np
from django.db import connection, transaction

from opentamin.office.history.actions.write_months import _LOCK, LOCK_SPACE, AlreadyWritten
from opentamin.office.history.entries import Source, add_entries, plain
from opentamin.office.history.models import MonthEntry


@transaction.atomic(savepoint=False)
def write_opening(*, source_id: int, columns: Mapping[str, np.ndarray], now: datetime) -> int:
    """Write opening entries of one source in one go and return how many.

    `columns` are those of `write_months`, and besides `month` and `workplace_id`; `contract_row` may be left out. A source
    is written once. Raises AlreadyWritten.
    """
    count = len(columns["person_id"])
    if not count:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(_LOCK, [LOCK_SPACE, -source_id])
    opening = MonthEntry.SourceKind.OPENING
    if MonthEntry.objects.filter(source_id=source_id, source_kind=opening).exists():
        raise AlreadyWritten(f"opening {source_id} was written before")
    rows = {
        **plain(columns, count),
        "month": np.asarray(columns["month"], np.int64).tolist(),
        "workplace_id": np.asarray(columns["workplace_id"], np.int64).tolist(),
        "contract_row": list(columns.get("contract_row", [""] * count)),
    }
    return add_entries(Source(opening.value, source_id, None), rows, now=now)
