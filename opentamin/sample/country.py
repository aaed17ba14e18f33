"""The whole invented country from one seed: `Country(seed, people, today)`. Pure columns, no database."""

import hashlib
from datetime import date
from functools import cached_property

import numpy as np

from opentamin.law import days
from opentamin.sample import careers, numbers, pay, persons, workplaces

FIRST_MONTH = 138501
"""The first month whose minimum wage the law knows."""

MONTHS_KEPT = 3
"""Months that stay in memory once made: lists ask for the same few again and again."""


class Country:
    """An invented country: branches, employers, workplaces, persons, spells of work and the pay of any month.

    Args:
        seed: any whole number; the same seed, people and day make the same country, to the bit.
        people: how many insured people there are.
        today: the day on which the country stands; careers end in the month now due, the last one that is over.
    """

    def __init__(self, seed: int, people: int, today: date):
        self.seed, self.people, self.today = seed, people, today
        self._months: dict[int, pay.MonthRows] = {}
        self.due = days.next_month(days.month_of(today), -1)
        at_work, doubled = careers.count_jobs(people)
        self.branches = workplaces.make_branches(people)
        sizes = workplaces.draw_sizes(self._rng("sizes"), at_work + doubled)
        self.workplaces, is_legal = workplaces.make_workplaces(self._rng("workplaces"), sizes, self.branches)
        national_ids = numbers.national_ids(self._rng("national ids"), people + len(sizes))
        self.employers = workplaces.make_employers(self._rng("employers"), self.workplaces, is_legal, national_ids[people:])
        self.hazards = workplaces.make_hazards(self._rng("hazards"), self.workplaces)
        self.persons = persons.make_persons(self._rng("persons"), people, self.due // 100, national_ids)
        self.spells = careers.make_spells(
            self._rng("spells"),
            self.persons,
            self.workplaces,
            careers.month_index(self.due),
            careers.month_index(FIRST_MONTH),
        )

    def month(self, month: int) -> pay.MonthRows:
        """What everybody worked and was paid in a month such as 140508. To be read, not changed."""
        if month not in self._months:
            if len(self._months) == MONTHS_KEPT:
                self._months.clear()
            self._months[month] = pay.month_rows(self.seed, self.spells, self.persons, month)
        return self._months[month]

    @cached_property
    def is_hazardous(self) -> np.ndarray:
        """For each spell, whether its job was found hard and hazardous at its workplace."""
        found = self.hazards.workplace * 1000 + self.hazards.job
        return np.isin(self.spells.workplace * 1000 + self.spells.job, found)

    @property
    def first_month(self) -> int:
        """The month in which the first career begins."""
        return careers.month_at(int(self.spells.first.min()))

    @cached_property
    def opened_month(self) -> np.ndarray:
        """For each workplace the month, as 138501, of its first worker."""
        first = np.full(len(self.workplaces.size), careers.month_index(self.due))
        np.minimum.at(first, self.spells.workplace, self.spells.first)
        return first // 12 * 100 + first % 12 + 1

    def digest(self) -> str:
        """A hash of every column: equal for equal countries."""
        total = hashlib.sha256()
        for table in (self.branches, self.workplaces, self.employers, self.hazards, self.persons, self.spells, self.month(self.due)):
            for name, column in zip(table._fields, table, strict=True):
                total.update(name.encode())
                total.update("\x1f".join(column).encode() if column.dtype == object else column.tobytes())
        return total.hexdigest()

    def _rng(self, purpose: str) -> np.random.Generator:
        """A stream of its own for every purpose, so that a change in one table leaves the others as they were."""
        return np.random.default_rng([self.seed, *purpose.encode()])
