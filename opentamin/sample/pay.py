"""What is paid for one month: days, wage and benefits of every spell that touches the month, as columns in rials.

Only what an employer decides is invented here. The minimum wage and the benefits of the year are asked of the law; for
years whose benefits it does not know they keep about the proportion to the minimum wage that they have had since.
"""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from opentamin.law import days
from opentamin.law.machine.figures import all_figures
from opentamin.sample.careers import ONWARD, Spells, month_index
from opentamin.sample.persons import Persons


class Scale(NamedTuple):
    """Rials of one month: minimum_daily, seniority_daily; allowance (housing and bon), spouse, child: for a whole month."""

    minimum_daily: int
    seniority_daily: int
    allowance: int
    spouse: int
    child: int


class MonthRows(NamedTuple):
    """One row for each spell that touches the month. spell: place in the spells; person, workplace, job, contract_row: as
    there; days: worked; daily, seniority (per day), monthly, benefits, spouse, insurable, total: rials as an employer would
    declare; first_day, last_day: day of the month of joining or leaving, 0 when neither."""

    spell: np.ndarray
    person: np.ndarray
    workplace: np.ndarray
    job: np.ndarray
    contract_row: np.ndarray
    days: np.ndarray
    daily: np.ndarray
    seniority: np.ndarray
    monthly: np.ndarray
    benefits: np.ndarray
    spouse: np.ndarray
    insurable: np.ndarray
    total: np.ndarray
    first_day: np.ndarray
    last_day: np.ndarray

    def of(self, mask: np.ndarray) -> "MonthRows":
        """The rows that `mask` (bool) or an array of places picks."""
        return MonthRows(*(column[mask] for column in self))


@lru_cache(maxsize=1024)
def scale_of(month: int) -> Scale:
    """The minimum wage and benefits of a month such as 140508."""
    day, whole = days.month_first_day(month), days.month_length(month)

    def figure(name: str, otherwise: int) -> int:
        known = all_figures()[name].on(day)
        return otherwise if known is None or known.value is None else known.value

    least = all_figures()["minimum_wage_daily"].on(day).value
    wage = least * whole
    return Scale(
        minimum_daily=least,
        seniority_daily=figure("seniority_daily", least * 3 // 100),
        allowance=figure("housing_monthly", wage * 15 // 100) + figure("bon_monthly", wage * 15 // 100),
        spouse=figure("marriage_monthly", wage * 3 // 100),
        child=least * figure("child_allowance_days", 3),
    )


def month_rows(seed: int, spells: Spells, persons: Persons, month: int) -> MonthRows:
    """What everybody worked and was paid in `month`; the same for the same seed, spells and month, whatever else was asked."""
    index, length, scale = month_index(month), days.month_length(month), scale_of(month)
    at = np.flatnonzero((spells.first <= index) & (spells.last >= index))
    rng = np.random.default_rng([seed, month])
    absent, extra = rng.random((2, len(spells.first)))[:, at]
    worked, first_day, last_day = _days(spells, at, index, length, absent)

    level = spells.level[at]
    daily = (np.round(level * 1000).astype(np.int64) * scale.minimum_daily + 999) // 1000
    seniority = np.where(index - spells.first[at] >= 12, scale.seniority_daily, 0)
    monthly = (daily + seniority) * worked
    person = spells.person[at]
    spouse = np.where(persons.has_spouse[person], scale.spouse * worked // length, 0)
    # Overtime comes to some in some months, never to those on the bare minimum.
    overtime = np.where((level > 1) & (extra < 0.4), daily * worked * np.round(extra * 50).astype(np.int64) // 100, 0)
    benefits = scale.allowance * worked // length + spouse + overtime
    child = scale.child * persons.children[person] * worked // length
    return MonthRows(
        at, person, spells.workplace[at], spells.job[at], spells.contract_row[at], worked, daily, seniority, monthly,
        benefits, spouse, monthly + benefits, monthly + benefits + child, first_day, last_day,
    )  # fmt: skip


def _days(spells: Spells, at: np.ndarray, index: int, length: int, absent: np.ndarray):
    """Days worked, and the days of joining and leaving where they fall in this month."""
    joins = spells.first[at] == index
    leaves = (spells.last[at] == index) & (spells.last[at] < ONWARD + spells.first[at])
    first_day = np.where(joins, np.minimum(spells.first_day[at], length), 0)
    last_day = np.where(leaves, np.minimum(spells.last_day[at], length), 0)
    # Who joins and leaves in one month leaves at its end.
    last_day = np.where(joins & leaves, length, last_day)
    span = np.where(leaves, last_day, length) - np.where(joins, first_day, 1) + 1
    away = np.where(absent < 0.04, (absent * 150).astype(np.int64) + 1, 0)
    return np.maximum(1, span - away), first_day, last_day
