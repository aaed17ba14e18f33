"""The country as the office finds it on its first day: registry rows and the months people had before, set-based."""

import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, NamedTuple

import numpy as np
from django.db import connection

from opentamin.law import days, of_month
from opentamin.law.contributions import ceiling_of_days
from opentamin.office.history.actions import write_opening
from opentamin.office.kit.copy import copy_columns
from opentamin.office.records.actions import keep_document
from opentamin.office.registry import models
from opentamin.sample import names, numbers
from opentamin.sample.country import Country
from opentamin.sample.pay import MonthRows
from opentamin.sample.persons import NATIONALITIES
from opentamin.sample.tables import activities, jobs, provinces

ALWAYS = "(,)"
ROWS_OF_ONE_SOURCE = 400_000


class Keys(NamedTuple):
    """Database ids by place in the country: int64 arrays."""

    branches: np.ndarray
    workplaces: np.ndarray
    persons: np.ndarray


def write_registry(country: Country, now: datetime) -> Keys:
    """Write branches, employers, workplaces and people, with their numbers, contracts and hazardous occupations."""
    branches = _write_branches(country)
    employers = _write_employers(country)
    workplaces = _write_workplaces(country, branches, employers)
    persons = _write_persons(country, now)
    return Keys(branches, workplaces, persons)


def write_past(country: Country, keys: Keys, is_sent: Callable[[int, MonthRows], np.ndarray], *, by, now: datetime, step: Callable[[int], Any]) -> int:
    """Write every month of every career as opening entries, but for what `is_sent` says a list will bring.

    Args:
        is_sent: asked with a month and its rows; true for rows that are not opening entries.
        step: told after every month how many rows it had.

    Returns:
        How many entries were written.
    """
    waiting: list[dict[str, np.ndarray]] = []
    written = count = 0
    month = country.first_month
    while month <= country.due:
        rows = country.month(month)
        rows = rows.of(~is_sent(month, rows))
        waiting.append(_entries(country, keys, month, rows))
        count += len(rows.person)
        if count >= ROWS_OF_ONE_SOURCE or month == country.due:
            written += _flush(country, waiting, by=by, now=now)
            waiting, count = [], 0
        step(len(rows.person))
        month = days.next_month(month)
    return written


def _flush(country: Country, waiting: list[dict[str, np.ndarray]], *, by, now: datetime) -> int:
    """One document, and the months that rest on it."""
    columns = {name: np.concatenate([part[name] for part in waiting]) for name in waiting[0]}
    # In the order of the people, neighbouring rows fall on neighbouring pages of the index that tells a person's months.
    order = np.lexsort((columns["month"], columns["person_id"]))
    columns = {name: column[order] for name, column in columns.items()}
    described = {"sample": True, "seed": country.seed, "people": country.people, "months": [int(columns["month"].min()), int(columns["month"].max())]}
    body = json.dumps(described).encode()
    source = keep_document(body, name="opening.json", kind="opening", media_type="application/json", by=by, now=now)
    return write_opening(source_id=source.pk, columns=columns, now=now)


def _entries(country: Country, keys: Keys, month: int, rows: MonthRows) -> dict[str, np.ndarray]:
    """Columns of one month's opening entries; the wage ends at the ceiling of the days worked."""
    law = of_month(month)
    ceiling = np.array([ceiling_of_days(worked, law) for worked in range(32)], np.int64)
    return {
        "person_id": keys.persons[rows.person],
        "workplace_id": keys.workplaces[rows.workplace],
        "month": np.full(len(rows.person), month),
        "days": rows.days,
        "wage": np.minimum(rows.insurable, ceiling[rows.days]),
        "is_hazardous": country.is_hazardous[rows.spell],
    }


def _write_branches(country: Country) -> np.ndarray:
    province_ids = dict(models.Province.objects.values_list("iso_code", "id"))
    table = country.branches
    by_place = np.array([province_ids[province.iso_code] for province in provinces()])
    ids = take_ids(models.Branch, len(table.code))
    copy_columns(models.Branch._meta.db_table, {"id": ids, "code": table.code, "name": table.name, "province_id": by_place[table.province]})
    return ids


def _write_employers(country: Country) -> np.ndarray:
    table = country.employers
    opened = np.full(len(table.name), 999_999)
    np.minimum.at(opened, country.workplaces.employer, country.opened_month)
    ids = take_ids(models.Employer, len(table.name))
    kinds = np.where(table.is_legal, models.Employer.Kind.LEGAL.value, models.Employer.Kind.NATURAL.value)
    columns = {"id": ids, "kind": kinds, "identifier": table.identifier, "name": table.name, "opened_on": first_days(opened)}
    copy_columns(models.Employer._meta.db_table, columns)
    return ids


def _write_workplaces(country: Country, branches: np.ndarray, employers: np.ndarray) -> np.ndarray:
    table = country.workplaces
    ids = take_ids(models.Workplace, len(table.code))
    opened = first_days(country.opened_month)
    relief = [f"[{day},)" if has else None for day, has in zip(opened, table.is_relief.tolist(), strict=True)]
    titles = np.array([activity.title for activity in activities()], dtype=object)
    columns = {
        "id": ids, "employer_id": employers[table.employer], "branch_id": branches[table.branch], "name": table.name,
        "address": table.address, "activity": titles[table.activity], "five_worker_relief": relief, "opened_on": opened,
    }  # fmt: skip
    copy_columns(models.Workplace._meta.db_table, columns)
    valid = [f"[{day},)" for day in opened]
    copy_columns(models.WorkplaceIdentifier._meta.db_table, {"workplace_id": ids, "value": table.code, "valid": valid})
    _write_contracts(country, ids, valid)
    _write_hazards(country, ids, opened)
    return ids


def _write_contracts(country: Country, ids: np.ndarray, valid: list[str]) -> None:
    rows = country.workplaces.contract_rows
    of = np.repeat(np.arange(len(rows)), rows)
    number = np.arange(len(of)) - np.repeat(np.cumsum(rows) - rows, rows) + 1
    columns = {
        "workplace_id": ids[of], "row": numbers.as_text(number, 3),
        "title": [f"پیمان شماره {n}" for n in number.tolist()], "valid": [valid[place] for place in of],
    }  # fmt: skip
    copy_columns(models.ContractRow._meta.db_table, columns)


def _write_hazards(country: Country, ids: np.ndarray, opened: list[str]) -> None:
    of, job = country.hazards
    columns = {
        "workplace_id": ids[of], "job_code": [jobs()[place].code for place in job], "valid": [f"[{opened[place]},)" for place in of],
        "decided_on": [opened[place] for place in of], "decision_number": [f"{place + 1}/{n + 1}" for n, place in enumerate(of.tolist())],
    }  # fmt: skip
    copy_columns(models.HazardousOccupation._meta.db_table, columns)


def _write_persons(country: Country, now: datetime) -> np.ndarray:
    table = country.persons
    count = len(table.first)
    ids = take_ids(models.Person, count)
    born = zip(table.birth_year.tolist(), table.birth_month.tolist(), table.birth_day.tolist(), strict=True)
    columns = {
        "id": ids,
        "first_name": names.first_names()[table.first],
        "last_name": names.family_names()[table.family],
        "father_name": names.first_names()[table.father],
        "birth_day": [days.date_from_jalali(*day).isoformat() for day in born],
        "sex": np.where(table.is_woman, int(models.Person.Sex.FEMALE), int(models.Person.Sex.MALE)),
        "nationality": np.array(NATIONALITIES, dtype=object)[table.nationality],
        "state": [models.Person.State.KNOWN.value] * count,
        "created_at": [now.isoformat()] * count,
    }
    copy_columns(models.Person._meta.db_table, columns)
    kinds = models.PersonIdentifier.Kind
    for kind, values, digits in (
        (kinds.NATIONAL_ID, table.national_id, 10),
        (kinds.FIDA, table.fida, 12),
        (kinds.INSURANCE_NUMBER, table.insurance_number, 8),
    ):
        has = values > 0
        texts = numbers.as_text(values[has], digits)
        rows = {"person_id": ids[has], "kind": [kind.value] * len(texts), "value": texts, "valid": [ALWAYS] * len(texts)}
        copy_columns(models.PersonIdentifier._meta.db_table, rows)
    return ids


def take_ids(model, count: int) -> np.ndarray:
    """Draw `count` ids of a table in one statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT array_agg(nextval(pg_get_serial_sequence(%s, 'id'))) FROM generate_series(1, %s)", [model._meta.db_table, count])
        return np.array(cursor.fetchone()[0], np.int64)


def first_days(months: np.ndarray) -> list[str]:
    """First days of Jalali months, as ISO dates."""
    known: dict[int, str] = {month: days.month_first_day(month).isoformat() for month in np.unique(months).tolist()}
    return [known[month] for month in months.tolist()]


def day_of(month: int, day: int) -> date:
    """A day of a Jalali month, the last one if the month is shorter."""
    return days.date_from_jalali(month // 100, month % 100, min(day, days.month_length(month)))
