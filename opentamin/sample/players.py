"""Who plays in the demonstration: one mid-size workplace and the people around it, chosen from the country by rule."""

from typing import NamedTuple

import numpy as np

from opentamin.sample.country import Country
from opentamin.sample.tables import activities

SIZE_LEAST, SIZE_MOST = 20, 50


class Players(NamedTuple):
    """Places in the country. insured_two: a woman, if there is one, with two employers; insured_one: with one;
    another_branch: a branch that is not the workplace's."""

    workplace: int
    branch: int
    another_branch: int
    insured_two: int
    insured_one: int


def demo_workplace(country: Country) -> int:
    """A mid-size factory without contract rows, where somebody has a second employer; best in a town with many others."""
    rows = country.month(country.due)
    size = np.bincount(rows.workplace, minlength=len(country.workplaces.size))
    twice = np.isin(rows.person, _with_two_employers(rows.person))
    shared = np.bincount(rows.workplace[twice], minlength=len(size))
    moved = np.bincount(rows.workplace[(rows.first_day > 0) | (rows.last_day > 0)], minlength=len(size))
    neighbours = np.bincount(country.workplaces.branch)[country.workplaces.branch]
    fits = (size >= SIZE_LEAST) & (size <= SIZE_MOST) & (country.workplaces.contract_rows == 0)
    is_factory = np.array([activity.jobs == "factory" for activity in activities()])[country.workplaces.activity]
    score = 1_000 * fits + 400 * (shared > 0) + 200 * is_factory + 100 * (moved > 0) + neighbours
    return int(score.argmax())


def players(country: Country) -> Players:
    """The workplace, its branch and another, and two insured people who work there."""
    workplace = demo_workplace(country)
    rows = country.month(country.due)
    staff = rows.person[rows.workplace == workplace]
    two = np.intersect1d(staff, _with_two_employers(rows.person))
    one = np.setdiff1d(staff, two)
    branch = int(country.workplaces.branch[workplace])
    women_first = lambda people: people[np.argsort(~country.persons.is_woman[people], kind="stable")]  # noqa: E731
    known = lambda people: people[country.persons.national_id[people] > 0]  # noqa: E731
    longest = known(one)[np.argmax(_months_worked(country, known(one)))]
    return Players(
        workplace, branch, (branch + 1) % len(country.branches.code),
        insured_two=int(women_first(known(two if len(two) else staff))[0]), insured_one=int(longest),
    )  # fmt: skip


def _with_two_employers(person: np.ndarray) -> np.ndarray:
    people, count = np.unique(person, return_counts=True)
    return people[count > 1]


def _months_worked(country: Country, people: np.ndarray) -> np.ndarray:
    """First month at work of each, as how long ago it was."""
    first = np.full(len(country.persons.first), np.iinfo(np.int64).max)
    np.minimum.at(first, country.spells.person, country.spells.first)
    return -first[people]
