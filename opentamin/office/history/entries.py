"""Entries of insured months written in columns, and added to the projection of them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

import numpy as np
from django.db import connection

from opentamin.office.history.models import MonthEntry
from opentamin.office.kit.binary_copy import copy_binary

Columns = Mapping[str, np.ndarray | Sequence]

# What has just been copied, added to what stands. Read back from the table, so projection and entries cannot part.
_ADD = """
INSERT INTO history_monthcurrent AS now
    (person_id, month, workplace_id, contract_row, days, wage, is_hazardous, entry_id, list_id, lists)
SELECT person_id, month, workplace_id, contract_row, sum(days), sum(wage), bool_or(is_hazardous), max(id), max(list_id), count(*)
FROM history_monthentry
WHERE source_id = %(source_id)s AND source_kind = %(source_kind)s AND id > %(after)s AND month BETWEEN %(from)s AND %(to)s
GROUP BY person_id, month, workplace_id, contract_row ORDER BY person_id, month, workplace_id, contract_row
ON CONFLICT (person_id, month, workplace_id, contract_row) DO UPDATE SET
    days = now.days + excluded.days, wage = now.wage + excluded.wage, is_hazardous = now.is_hazardous OR excluded.is_hazardous,
    entry_id = excluded.entry_id, list_id = coalesce(excluded.list_id, now.list_id), lists = now.lists + excluded.lists
"""


class Source(NamedTuple):
    """What the entries come from: a kind (`list` or `opening`), its id, and the list's id where it is a list."""

    kind: str
    id: int
    list_id: int | None


class Rows(NamedTuple):
    """Columns of equal length as the table stores them; month and workplace may be one number for all rows."""

    person_id: np.ndarray
    month: np.ndarray | np.generic
    workplace_id: np.ndarray | np.generic
    contract_row: str
    days: np.ndarray
    wage: np.ndarray
    is_hazardous: np.ndarray

    def where(self, chosen: np.ndarray) -> "Rows":
        """Return the chosen rows."""
        return Rows(*(field[chosen] if isinstance(field, np.ndarray) and field.ndim else field for field in self))


def checked(columns: Columns, *, month, workplace_id, contract_row: str) -> Rows:
    """Return columns in the types of the table, after asserting their lengths, people and signs."""
    person_id, wage = np.asarray(columns["person_id"], np.int64), np.asarray(columns["wage"], np.int64)
    days, is_hazardous = np.asarray(columns["days"], np.int16), np.asarray(columns["is_hazardous"], bool)
    assert len(person_id) == len(days) == len(wage) == len(is_hazardous), "columns of one length"
    assert (person_id > 0).all(), "every entry has its person"
    assert ((days >= 0) & (days <= 31)).all(), "days of a month"
    assert (wage >= 0).all(), "a wage is not negative"
    by_person = np.argsort(person_id, kind="stable")  # neighbours in the index are written one after the other
    return Rows(person_id, np.asarray(month, np.int32), np.asarray(workplace_id, np.int64), contract_row, days, wage, is_hazardous).where(by_person)


def add_entries(source: Source, rows: Rows, standing: np.ndarray, *, after: int, now: datetime) -> int:
    """Copy entries and add them to the projection; return how many. Two statements, or three where some are corrections.

    `standing` is the entry that stands now for the key of each row, 0 for none; `after` is an id drawn from the sequence
    just before, so that what this call copied can be told from what the source wrote earlier.
    """
    is_first = standing == 0
    _copy(source, rows.where(is_first), MonthEntry.Kind.ORIGINAL, None, now)
    _copy(source, rows.where(~is_first), MonthEntry.Kind.CORRECTION, standing[~is_first], now)
    months = np.asarray(rows.month)
    span = {"after": after, "from": int(months.min()), "to": int(months.max())}
    with connection.cursor() as cursor:
        cursor.execute(_ADD, {"source_kind": source.kind, "source_id": source.id, **span})
    return len(standing)


def _copy(source: Source, rows: Rows, kind: MonthEntry.Kind, supersedes: np.ndarray | None, now: datetime) -> None:
    if not len(rows.person_id):
        return
    fields = {
        **rows._asdict(),
        "list_id": None if source.list_id is None else np.int64(source.list_id),
        "source_kind": source.kind,
        "source_id": np.int64(source.id),
        "kind": kind.value,
        "supersedes": supersedes,
        "recorded_at": now,
    }
    copy_binary(MonthEntry._meta.db_table, fields, len(rows.person_id))
