"""Entries of insured months written in columns, and added to the projection of them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

import numpy as np
from django.db import connection

from opentamin.office.history.models import MonthCurrent, MonthEntry
from opentamin.office.kit.binary_copy import copy_binary

Columns = Mapping[str, np.ndarray | Sequence]

# What has just been copied, added to what stands for the same key. Read back from the table, so the two cannot part.
_ADD = """
INSERT INTO history_monthcurrent AS now
    (person_id, month, workplace_id, contract_row, days, wage, is_hazardous, entry_id, list_id, lists)
SELECT person_id, month, workplace_id, contract_row, sum(days), sum(wage), bool_or(is_hazardous), max(id), max(list_id), count(*)
FROM history_monthentry
WHERE source_id = %(source_id)s AND source_kind = %(source_kind)s AND id = ANY(%(ids)s) AND month BETWEEN %(from)s AND %(to)s
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


def add_entries(source: Source, rows: Rows, standing: np.ndarray, ids: np.ndarray, *, now: datetime) -> int:
    """Copy entries and add them to the projection; return how many.

    `standing` is the entry that stands now for the key of each row, 0 for none; `ids` are numbers drawn for the rows. A key
    that stands nowhere yet and comes once is what the projection will hold, and is copied there too; the others are added.
    """
    is_first = standing == 0
    _copy(source, rows.where(is_first), ids[is_first], MonthEntry.Kind.ORIGINAL, None, now)
    _copy(source, rows.where(~is_first), ids[~is_first], MonthEntry.Kind.CORRECTION, standing[~is_first], now)
    is_new = is_first & _comes_once(rows)
    _copy_current(source, rows.where(is_new), ids[is_new])
    _add_current(source, rows.where(~is_new), ids[~is_new])
    return len(standing)


def _comes_once(rows: Rows) -> np.ndarray:
    """Which rows have a person, month and workplace no other row has."""
    keys = [np.broadcast_to(field, rows.person_id.shape) for field in (rows.workplace_id, rows.month, rows.person_id)]
    order = np.lexsort(keys)
    is_as_before = np.logical_and.reduce([key[order][1:] == key[order][:-1] for key in keys])
    comes_once = np.empty(len(order), bool)
    comes_once[order] = ~(np.append(is_as_before, False) | np.append(False, is_as_before))
    return comes_once


def _copy_current(source: Source, rows: Rows, ids: np.ndarray) -> None:
    if not len(ids):
        return
    fields = {
        **rows._asdict(),
        "days": rows.days.astype(np.int32),
        "entry_id": ids,
        "list_id": None if source.list_id is None else np.int64(source.list_id),
        "lists": np.int32(1),
    }
    copy_binary(MonthCurrent._meta.db_table, fields, len(ids))


def _add_current(source: Source, rows: Rows, ids: np.ndarray) -> None:
    if not len(ids):
        return
    months = np.asarray(rows.month)
    span = {"ids": ids.tolist(), "from": int(months.min()), "to": int(months.max())}
    with connection.cursor() as cursor:
        cursor.execute(_ADD, {"source_kind": source.kind, "source_id": source.id, **span})


def _copy(source: Source, rows: Rows, ids: np.ndarray, kind: str, supersedes: np.ndarray | None, now: datetime) -> None:
    if not len(ids):
        return
    fields = {
        "id": ids,
        **rows._asdict(),
        "list_id": None if source.list_id is None else np.int64(source.list_id),
        "source_kind": source.kind,
        "source_id": np.int64(source.id),
        "kind": str(kind),
        "supersedes": supersedes,
        "recorded_at": now,
    }
    copy_binary(MonthEntry._meta.db_table, fields, len(ids))
