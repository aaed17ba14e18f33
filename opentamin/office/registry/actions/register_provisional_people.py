"""Register the people of a list whom we meet for the first time."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from zlib import crc32

import numpy as np
from django.db import connection, transaction
from django.utils import timezone

from opentamin.law.days import date_from_jalali
from opentamin.lists.dates import read_date
from opentamin.office.records.actions import note_act
from opentamin.office.registry.arrays import int_array, text_array
from opentamin.office.registry.matching import Numbers, usable_numbers
from opentamin.office.registry.models import Person
from opentamin.office.registry.queries import match_people

# Two lists may bring the same new person at the same moment. Whoever registers a number first takes the lock of its
# bucket and holds it to the end of the transaction, so the second one waits, looks again and finds the person. Buckets
# are taken in order, so that nobody waits in a circle; there are few of them, because locks live in shared memory.
LOCK_SPACE = crc32(b"registry.register_provisional_people") & 0x7FFFFFFF
BUCKETS = 64
_LOCK = "SELECT pg_advisory_xact_lock(%s, bucket) FROM unnest(%s::int[]) AS bucket"

# A number that was another person's on other days is taken for the days around today that were free.
_REGISTER = """
WITH fresh AS MATERIALIZED (
    SELECT nextval(pg_get_serial_sequence('registry_person', 'id')) AS id, *
    FROM unnest(%(national)s::text[], %(insurance)s::text[], %(first_name)s::text[], %(last_name)s::text[], %(father_name)s::text[],
        %(birth_day)s::text[], %(sex)s::smallint[], %(nationality)s::text[]) WITH ORDINALITY
        AS fresh(national, insurance, first_name, last_name, father_name, birth_day, sex, nationality, place)
), people AS (
    INSERT INTO registry_person (id, first_name, last_name, father_name, birth_day, sex, nationality, state, created_at)
    SELECT id, first_name, last_name, father_name, nullif(birth_day, '')::date, sex, nationality, %(state)s, %(now)s FROM fresh
), numbers AS (
    SELECT id, CASE length(national) WHEN 12 THEN 'fida' ELSE 'national_id' END AS kind, national AS value FROM fresh WHERE national <> ''
    UNION ALL SELECT id, 'insurance_number', insurance FROM fresh WHERE insurance <> ''
), free AS (
    SELECT numbers.id, numbers.kind, numbers.value, daterange(
        max(upper(other.valid)) FILTER (WHERE upper(other.valid) <= %(on)s), min(lower(other.valid)) FILTER (WHERE lower(other.valid) > %(on)s)
    ) AS valid
    FROM numbers LEFT JOIN registry_personidentifier other ON other.value = numbers.value AND other.kind = numbers.kind
    GROUP BY numbers.id, numbers.kind, numbers.value ORDER BY numbers.kind, numbers.value
), written AS (
    INSERT INTO registry_personidentifier (person_id, kind, value, valid) SELECT id, kind, value, valid FROM free
)
SELECT array_agg(id ORDER BY place) FROM fresh
"""
# As lists write it; whoever is not told apart stays unknown.
_SEX = {"مرد": Person.Sex.MALE, "زن": Person.Sex.FEMALE, "1": Person.Sex.MALE, "2": Person.Sex.FEMALE}
_TEXTS = ("first_name", "last_name", "father_name", "nationality")


@transaction.atomic(savepoint=False)
def register_provisional_people(columns: Mapping[str, Sequence[Any]], now: datetime, by) -> np.ndarray:
    """Register each new person of the rows once and return the person id of every row (int64).

    `columns` are equally long: `national_id` and `insurance_number` as text; if at hand also `first_name`, `last_name`,
    `father_name`, `nationality`, `sex` (1, 2, «مرد», «زن») and `birth_date` as a list writes it (`13640512`). A row that names
    somebody registered meanwhile gets that person's id. A row whose numbers are in conflict, or that has none, gets 0 and
    nothing is written for it. Numbers without a known beginning are valid for all days. The caller has asked the gate.
    """
    numbers = usable_numbers(columns["national_id"], columns["insurance_number"])
    if not numbers.national:
        return np.zeros(0, np.int64)
    _lock(numbers)
    on = timezone.localdate(now)
    match = match_people(*numbers, on=on)
    groups = _people_of_rows(numbers, match.new_rows)
    person_ids = match.person_ids.copy()
    if groups:
        registered = _register(columns, numbers, list(groups.values()), on=on, now=now)
        for person_id, rows in zip(registered, groups.values(), strict=True):
            person_ids[rows] = person_id
        note_act("person.register_provisional", by=by, subject=("person", registered[0]), facts={"count": len(registered)}, now=now)
    return person_ids


def _lock(numbers: Numbers) -> None:
    buckets = sorted({crc32(value.encode()) % BUCKETS for column in numbers for value in column if value})
    with connection.cursor() as cursor:
        cursor.execute(_LOCK, [LOCK_SPACE, int_array(buckets)])


def _people_of_rows(numbers: Numbers, rows: np.ndarray) -> dict[str, list[int]]:
    """Gather the rows of one person: by national id, else by the insurance number, which may stand beside one elsewhere."""
    national_beside = {numbers.insurance[row]: numbers.national[row] for row in rows if numbers.national[row] and numbers.insurance[row]}
    groups: dict[str, list[int]] = {}
    for row in rows.tolist():
        insurance = numbers.insurance[row]
        key = numbers.national[row] or national_beside.get(insurance) or f"insurance {insurance}"
        groups.setdefault(key, []).append(row)
    return groups


def _register(columns: Mapping[str, Sequence[Any]], numbers: Numbers, groups: list[list[int]], *, on: date, now: datetime) -> list[int]:
    first = [rows[0] for rows in groups]
    values = {name: text_array(_picked(columns.get(name), first)) for name in _TEXTS}
    values["national"] = text_array([_only({numbers.national[row] for row in rows}) for rows in groups])
    values["insurance"] = text_array([_only({numbers.insurance[row] for row in rows}) for rows in groups])
    values["sex"] = int_array([int(_SEX.get(text, Person.Sex.UNKNOWN)) for text in _picked(columns.get("sex"), first)])
    days = [birth_day(text) for text in _picked(columns.get("birth_date"), first)]
    values["birth_day"] = text_array(["" if day is None else day.isoformat() for day in days])
    with connection.cursor() as cursor:
        cursor.execute(_REGISTER, {**values, "state": Person.State.PROVISIONAL, "on": on, "now": now})
        (person_ids,) = cursor.fetchone()
    return person_ids


def _picked(column: Sequence[Any] | None, rows: list[int]) -> list[str]:
    return [""] * len(rows) if column is None else [str(column[row]).strip() for row in rows]


def _only(values: set[str]) -> str:
    """The one number given, or none when rows of one person give two: which is right is not ours to guess."""
    given = values - {""}
    return given.pop() if len(given) == 1 else ""


def birth_day(text: str) -> date | None:
    """Return the day of a Jalali birth date as lists write it, or None where there is none or no such day exists."""
    digits = read_date(text, is_birth=True, list_year=0)
    try:
        return date_from_jalali(digits // 10_000, digits // 100 % 100, digits % 100) if digits > 0 else None
    except ValueError:
        return None
