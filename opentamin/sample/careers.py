"""Who works where and from when to when: spells of employment, as columns.

A career is told backwards from the month now due: the present job, a gap or none, the job before it, and so on, as far
as the person's age and the years known to the law allow.
"""

from typing import NamedTuple

import numpy as np

from opentamin.sample.persons import Persons
from opentamin.sample.tables import activities, jobs, jobs_of_group
from opentamin.sample.workplaces import Workplaces

SHARE_AT_WORK = 0.92
SHARE_TWO_EMPLOYERS = 0.03
MONTHS_OF_TENURE = 40
YEARS_MAX = 20
SPELLS_BEFORE_MAX = 7
ONWARD = 10_000
"""Months; a spell that ends so long after it began goes on."""


class Spells(NamedTuple):
    """person, workplace, job: places; contract_row: 0 for none; first, last: months counted from Farvardin of year 0
    (`year * 12 + month - 1`), `last` is ONWARD or more after `first` when the spell goes on;
    first_day, last_day: day of the first month it began, of the last month it ended (31: the whole month);
    level: pay in minimum wages, 1.0 or more."""

    person: np.ndarray
    workplace: np.ndarray
    job: np.ndarray
    contract_row: np.ndarray
    first: np.ndarray
    last: np.ndarray
    first_day: np.ndarray
    last_day: np.ndarray
    level: np.ndarray


def month_index(month: int) -> int:
    """140508 as a running number of months."""
    return month // 100 * 12 + month % 100 - 1


def month_at(index: int) -> int:
    """The running number of months as 140508 again."""
    return index // 12 * 100 + index % 12 + 1


def count_jobs(people: int) -> tuple[int, int]:
    """How many people are at work now, and how many of them have a second employer."""
    at_work = max(1, round(people * SHARE_AT_WORK))
    return at_work, round(at_work * SHARE_TWO_EMPLOYERS)


def make_spells(rng: np.random.Generator, persons: Persons, workplaces: Workplaces, due: int, earliest: int) -> Spells:
    """All spells of all people.

    Args:
        due: the month now due, as `month_index` counts.
        earliest: the first month that the law knows wages of.
    """
    people = len(persons.first)
    at_work, doubled = count_jobs(people)
    order = rng.permutation(people)
    slots = rng.permutation(np.repeat(np.arange(len(workplaces.size)), workplaces.size))
    career = _months_of_career(rng, persons, due, earliest)
    ends = np.full(people, due)
    ends[order[at_work:]] -= rng.integers(0, 24, people - at_work)
    begins = due - career + 1
    ends = np.maximum(ends, begins)

    parts = []
    working = order[:at_work]
    first = _step_back(rng, ends[working], begins[working])
    parts.append((working, slots[:at_work], first, np.full(at_work, due + ONWARD)))
    parts.append(_second_jobs(rng, working[:doubled], slots[:doubled], slots[at_work:], first[:doubled], due))
    cursor = ends + 1
    cursor[working] = first
    for _ in range(SPELLS_BEFORE_MAX):
        gap = np.where(rng.random(people) < 0.5, 0, rng.geometric(0.2, people))
        last = cursor - 1 - gap
        open_careers = np.flatnonzero(last >= begins)
        first = _step_back(rng, last[open_careers], begins[open_careers])
        parts.append((open_careers, rng.choice(slots, len(open_careers)), first, last[open_careers]))
        cursor = np.full(people, -1)
        cursor[open_careers] = first
    person, workplace, first, last = (np.concatenate(column) for column in zip(*parts, strict=True))
    return _furnish(rng, persons, workplaces, person, workplace, first, last)


def _months_of_career(rng: np.random.Generator, persons: Persons, due: int, earliest: int) -> np.ndarray:
    """Months since the first job: a part of those since eighteen, twenty years at most."""
    adult = due - ((persons.birth_year + 18) * 12 + persons.birth_month - 1)
    possible = np.minimum(np.minimum(adult, YEARS_MAX * 12), due - earliest + 1)
    return np.maximum(1, (possible * rng.beta(2.0, 2.0, len(adult))).astype(np.int64))


def _step_back(rng: np.random.Generator, last: np.ndarray, begins: np.ndarray) -> np.ndarray:
    """First month of a spell that ends in `last`: one in forty spells begins in any month, none before `begins`."""
    return np.maximum(last - rng.geometric(1 / MONTHS_OF_TENURE, len(last)) + 1, np.minimum(begins, last))


def _second_jobs(rng, person, workplace, spare_slots, first, due):
    """A second, later job at another workplace, beside the present one."""
    other = np.where(spare_slots == workplace, np.roll(spare_slots, 1), spare_slots)
    apart = other != workplace
    begun = first + (rng.random(len(first)) * (due - first + 1)).astype(np.int64)
    return person[apart], other[apart], begun[apart], np.full(int(apart.sum()), due + ONWARD)


def _furnish(rng, persons: Persons, workplaces: Workplaces, person, workplace, first, last) -> Spells:
    """Give every spell its job, pay, contract row and days of beginning and end."""
    count = len(person)
    job = np.empty(count, dtype=np.int64)
    group_of_activity = [activity.jobs for activity in activities()]
    for group in sorted(set(group_of_activity)):
        at = np.flatnonzero(np.array([g == group for g in group_of_activity])[workplaces.activity[workplace]])
        places, shares = jobs_of_group(group)
        job[at] = rng.choice(places, len(at), p=shares)
    rows = workplaces.contract_rows[workplace]
    usual = np.array([j.level for j in jobs()])[job]
    is_plain = usual <= 1.0
    level = np.where(persons.level[person] == 0, np.where(is_plain, 1.0, usual), np.maximum(1.0, usual * persons.level[person]))
    mid_month = rng.random((2, count)) < 0.6
    return Spells(
        person, workplace, job,
        contract_row=np.where(rows > 0, rng.integers(0, 1_000_000, count) % np.maximum(rows, 1) + 1, 0),
        first=first, last=last,
        first_day=np.where(mid_month[0], rng.integers(1, 29, count), 1),
        last_day=np.where(mid_month[1], rng.integers(1, 29, count), 31),
        level=level,
    )  # fmt: skip
