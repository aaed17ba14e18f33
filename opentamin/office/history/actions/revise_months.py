"""Bring a list's months to what its correction says: further entries for whoever changes, nothing for the others."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import NamedTuple

import numpy as np
from django.db import connection, transaction

from opentamin.office.accounts import gate
from opentamin.office.history.actions.write_months import LOCK, LOCK_SPACE
from opentamin.office.history.entries import Rows, Source, add_entries, checked
from opentamin.office.history.fold import FOLD
from opentamin.office.records.actions import note_act
from opentamin.office.registry.queries import kept_person_ids

_STANDING = """
SELECT id, person_id, days, wage, is_hazardous FROM history_monthentry e
WHERE source_id = ANY(%(sources)s) AND source_kind = 'list' AND month = %(month)s AND workplace_id = %(workplace)s
  AND contract_row = %(contract_row)s AND kind <> 'withdrawal' AND NOT EXISTS (
    SELECT FROM history_monthentry w WHERE w.kind = 'withdrawal' AND w.supersedes = e.id AND w.month = e.month)
"""
_WITHDRAW = """
INSERT INTO history_monthentry
    (person_id, workplace_id, contract_row, list_id, source_kind, source_id, month, days, wage, is_hazardous, kind, supersedes, recorded_at)
SELECT person_id, workplace_id, contract_row, %(list_id)s, 'list', %(list_id)s, month, -days, -wage, is_hazardous, 'withdrawal', id, %(now)s
FROM history_monthentry WHERE month = %(month)s AND id = ANY(%(entries)s)
"""
_KEYS = (
    "SELECT person_id, month, workplace_id, contract_row FROM history_monthentry WHERE month = %(month)s AND id = ANY(%(entries)s)"
)
_CLEAR = f"DELETE FROM history_monthcurrent WHERE (person_id, month, workplace_id, contract_row) IN ({_KEYS})"
_FOLD_AGAIN = (
    "INSERT INTO history_monthcurrent (person_id, month, workplace_id, contract_row, days, wage, is_hazardous, entry_id, list_id, lists) "
    + FOLD.format(where=f"WHERE (person_id, month, workplace_id, contract_row) IN ({_KEYS})")
)
_NOW_STANDS = """
SELECT person_id, entry_id FROM history_monthcurrent
WHERE month = %(month)s AND workplace_id = %(workplace)s AND contract_row = %(contract_row)s AND person_id = ANY(%(people)s)
"""
_IDS = "SELECT nextval('history_monthentry_id_seq') FROM generate_series(1, %s)"


class Revision(NamedTuple):
    """How many entries were withdrawn and written, and the people whose month became less."""

    withdrawn: int
    written: int
    reduced: list[int]


class _Standing(NamedTuple):
    """What stands of the lists to be replaced, one entry a person: ids of entries, people as written and as kept now."""

    entry: np.ndarray
    person: np.ndarray
    days: np.ndarray
    wage: np.ndarray
    is_hazardous: np.ndarray


@transaction.atomic
def revise_months(
    *,
    replaces: Collection[int],
    list_id: int,
    branch_id: int,
    month: int,
    workplace_id: int,
    contract_row: str,
    columns: Mapping[str, np.ndarray],
    by,
    now: datetime,
) -> Revision:
    """Let `columns` (as of `write_months`) stand in place of what the lists `replaces` brought.

    Whose days, wage and kind of work are the same keeps the entry there is. Of the others the old entry is withdrawn and the
    new one written, both in the name of `list_id`. Taking anything away from a record is the branch's: raises gate.NotAllowed
    for everybody else, having written nothing.
    """
    place = {"workplace": workplace_id, "month": month, "contract_row": contract_row}
    rows = checked(columns, month=month, workplace_id=workplace_id, contract_row=contract_row)
    with connection.cursor() as cursor:
        cursor.execute(LOCK, {"space": LOCK_SPACE, "place": workplace_id * 1_000_000 + month})
        standing = _standing(cursor, {**place, "sources": list(replaces)})
    before = _before(standing, rows)
    is_other = _differs(standing, before, rows)
    gone = np.setdiff1d(np.arange(len(standing.entry)), before[(before >= 0) & ~is_other])
    reduced = _reduced(standing, before, rows, gone)
    if reduced:
        gate.require(by, "month.withdraw", ("branch", branch_id))
    _withdraw(standing.entry[gone], place, list_id, now)
    written = _write(rows.where(is_other), _replaced(standing, before)[is_other], place, list_id, now)
    facts = {"withdrawn": len(gone), "written": written, "reduced": len(reduced)}
    note_act("history.revise", by=by, subject=("list", list_id), facts=facts, now=now)
    return Revision(len(gone), written, reduced)


def _standing(cursor, values: dict) -> _Standing:
    cursor.execute(_STANDING, values)
    found = list(zip(*cursor.fetchall(), strict=True)) or [()] * 5
    entry, person, days, wage, hazardous = found
    return _Standing(
        np.array(entry, np.int64),
        kept_person_ids(np.array(person, np.int64)),
        np.array(days, np.int64),
        np.array(wage, np.int64),
        np.array(hazardous, bool),
    )


def _before(standing: _Standing, rows: Rows) -> np.ndarray:
    """Place in `standing` of each row's person, -1 where the corrected list had none."""
    known = {person: place for place, person in enumerate(standing.person.tolist())}
    return np.array([known.get(person, -1) for person in rows.person_id.tolist()], np.int64)


def _differs(standing: _Standing, before: np.ndarray, rows: Rows) -> np.ndarray:
    """Which rows do not say what stands."""
    if not len(standing.entry):
        return np.ones(len(before), bool)
    same = (
        (standing.days[before] == rows.days)
        & (standing.wage[before] == rows.wage)
        & (standing.is_hazardous[before] == rows.is_hazardous)
    )
    return (before < 0) | ~same


def _reduced(standing: _Standing, before: np.ndarray, rows: Rows, gone: np.ndarray) -> list[int]:
    """People who would have fewer days, less wage or no longer hard work, or no month at all."""
    now_of = {place: row for row, place in enumerate(before.tolist()) if place >= 0}
    lost = []
    for place in gone.tolist():
        row = now_of.get(place)
        is_kept = row is not None and rows.days[row] >= standing.days[place] and rows.wage[row] >= standing.wage[place]
        if not is_kept or (standing.is_hazardous[place] and not rows.is_hazardous[row]):
            lost.append(int(standing.person[place]))
    return lost


def _replaced(standing: _Standing, before: np.ndarray) -> np.ndarray:
    """The entry each row takes the place of, 0 for none."""
    return np.where(before >= 0, standing.entry[before], 0) if len(standing.entry) else np.zeros(len(before), np.int64)


def _withdraw(entries: np.ndarray, place: dict, list_id: int, now: datetime) -> None:
    if not len(entries):
        return
    values = {**place, "entries": entries.tolist(), "list_id": list_id, "now": now}
    with connection.cursor() as cursor:
        for statement in (_WITHDRAW, _CLEAR, _FOLD_AGAIN):
            cursor.execute(statement, values)


def _write(rows: Rows, replaced: np.ndarray, place: dict, list_id: int, now: datetime) -> int:
    """Write what is new. An entry that takes another's place names it; one beside another list's names that."""
    if not len(rows.person_id):
        return 0
    with connection.cursor() as cursor:
        cursor.execute(_NOW_STANDS, {**place, "people": rows.person_id.tolist()})
        beside = dict(cursor.fetchall())
        cursor.execute(_IDS, [len(rows.person_id)])
        ids = np.array([number for (number,) in cursor.fetchall()], np.int64)
    standing = np.array([beside.get(person, 0) for person in rows.person_id.tolist()], np.int64)
    return add_entries(Source("list", list_id, list_id), rows, np.where(replaced > 0, replaced, standing), ids, now=now)
