"""Take the months of a source back: a further entry against each, never a deletion."""

from datetime import datetime

from django.db import connection, transaction

from opentamin.office.accounts import gate
from opentamin.office.history.actions.write_months import LOCK_SPACE
from opentamin.office.history.fold import FOLD
from opentamin.office.records.actions import note_act

# The same locks as writing takes: a list of this workplace and month waits until this one is taken back.
_LOCK = """
SELECT pg_advisory_xact_lock(%(space)s, hashint8(key)) FROM (
    SELECT DISTINCT workplace_id * 1000000 + month AS key FROM history_monthentry
    WHERE source_id = %(source_id)s AND source_kind = %(source_kind)s AND source_kind = 'list' ORDER BY 1) AS touched
"""
_WITHDRAW = """
INSERT INTO history_monthentry
    (person_id, workplace_id, contract_row, list_id, source_kind, source_id, month, days, wage, is_hazardous, kind, supersedes, recorded_at)
SELECT person_id, workplace_id, contract_row, list_id, source_kind, source_id, month, -days, -wage, is_hazardous, 'withdrawal', id, %(now)s
FROM history_monthentry e
WHERE source_id = %(source_id)s AND source_kind = %(source_kind)s AND kind <> 'withdrawal' AND NOT EXISTS (
    SELECT FROM history_monthentry w WHERE w.kind = 'withdrawal' AND w.supersedes = e.id AND w.month = e.month)
"""
_TOUCHED = "SELECT person_id, month, workplace_id, contract_row FROM history_monthentry WHERE source_id = %(source_id)s AND source_kind = %(source_kind)s"
_CLEAR = f"DELETE FROM history_monthcurrent WHERE (person_id, month, workplace_id, contract_row) IN ({_TOUCHED})"
_FOLD_AGAIN = (
    "INSERT INTO history_monthcurrent (person_id, month, workplace_id, contract_row, days, wage, is_hazardous, entry_id, list_id, lists) "
    + FOLD.format(where=f"WHERE (person_id, month, workplace_id, contract_row) IN ({_TOUCHED})")
)


class NothingToWithdraw(ValueError):
    """The source has written no months, or they were withdrawn before."""


@transaction.atomic
def withdraw_months(*, source_kind: str, source_id: int, by, branch_id: int, reason: str, now: datetime) -> int:
    """Write a withdrawal against each standing entry of a source; return how many. What other sources brought stays.

    Raises NothingToWithdraw or gate.NotAllowed, having written nothing.
    """
    gate.require(by, "month.withdraw", ("branch", branch_id))
    assert reason, "a withdrawal says why"
    values = {"source_kind": source_kind, "source_id": source_id, "now": now}
    with connection.cursor() as cursor:
        cursor.execute(_LOCK, {**values, "space": LOCK_SPACE})
        cursor.execute(_WITHDRAW, values)
        count = cursor.rowcount
        if not count:
            raise NothingToWithdraw(f"{source_kind} {source_id} has no standing months")
        cursor.execute(_CLEAR, values)
        cursor.execute(_FOLD_AGAIN, values)
    note_act(
        "history.withdraw", by=by, subject=(source_kind, source_id), facts={"entries": count}, now=now, reason=reason
    )
    return count
