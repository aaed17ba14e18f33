"""Rows of `month_entry` and the projection of them, written in columns."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

import numpy as np
from django.db import connection

from opentamin.office.kit.copy import copy_columns
from opentamin.office.history.models import MonthEntry

Columns = Mapping[str, np.ndarray | Sequence]

# For each row a fresh id and the entry that stands now for its person, month, workplace and contract row.
_NUMBER = """
WITH fresh AS MATERIALIZED (
    SELECT place, person_id, month, workplace_id, contract_row, nextval('history_monthentry_id_seq') AS id
    FROM unnest(%(person_id)s::bigint[], %(month)s::int[], %(workplace_id)s::bigint[], %(contract_row)s::text[])
        WITH ORDINALITY AS fresh(person_id, month, workplace_id, contract_row, place)
)
SELECT array_agg(fresh.id ORDER BY place), array_agg(now.entry_id ORDER BY place)
FROM fresh LEFT JOIN history_monthcurrent now USING (person_id, month, workplace_id, contract_row)
"""
# What has just been copied, added to what stands. Read back from the table, so projection and entries cannot part.
_ADD = """
INSERT INTO history_monthcurrent AS now
    (person_id, month, workplace_id, contract_row, days, wage, is_hazardous, entry_id, list_id, lists)
SELECT person_id, month, workplace_id, contract_row, sum(days), sum(wage), bool_or(is_hazardous), max(id), max(list_id), count(*)
FROM history_monthentry
WHERE source_kind = %(source_kind)s AND source_id = %(source_id)s AND id BETWEEN %(first)s AND %(last)s AND month BETWEEN %(from)s AND %(to)s
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


def add_entries(source: Source, columns: dict[str, list], *, now: datetime) -> int:
    """Copy entries and add them to the projection; return how many. Three statements, inside the caller's transaction.

    `columns` hold plain lists: person_id, month, workplace_id, contract_row, days, wage, is_hazardous.
    """
    count = len(columns["person_id"])
    keys = {name: columns[name] for name in ("person_id", "month", "workplace_id", "contract_row")}
    with connection.cursor() as cursor:
        cursor.execute(_NUMBER, keys)
        ids, standing = cursor.fetchone()
        rows = {
            **columns,
            "id": ids,
            "source_kind": [source.kind] * count,
            "source_id": [source.id] * count,
            "list_id": [source.list_id] * count,
            "kind": [MonthEntry.Kind.ORIGINAL.value if entry is None else MonthEntry.Kind.CORRECTION.value for entry in standing],
            "supersedes": standing,
            "recorded_at": [now.isoformat()] * count,
        }
        copy_columns(MonthEntry._meta.db_table, rows)
        span = {"first": min(ids), "last": max(ids), "from": min(columns["month"]), "to": max(columns["month"])}
        cursor.execute(_ADD, {"source_kind": source.kind, "source_id": source.id, **span})
    return count


def plain(columns: Columns, count: int) -> dict[str, list]:
    """Return the measured columns as plain lists, checked for length and sign."""
    days, wage = np.asarray(columns["days"], np.int64), np.asarray(columns["wage"], np.int64)
    is_hazardous = np.asarray(columns["is_hazardous"], bool)
    person_id = np.asarray(columns["person_id"], np.int64)
    assert len(days) == len(wage) == len(is_hazardous) == len(person_id) == count, "columns of one length"
    assert (person_id > 0).all(), "every entry has its person"
    assert (days >= 0).all() and (days <= 31).all() and (wage >= 0).all(), "days of a month and wages are not negative"
    return {"person_id": person_id.tolist(), "days": days.tolist(), "wage": wage.tolist(), "is_hazardous": is_hazardous.tolist()}
