"""The last three months as they really come: lists written, received, checked and assessed through the office's own acts."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from typing import Any, NamedTuple

import numpy as np

from opentamin.law import days
from opentamin.office.contributions.actions import assess_list, check_list, receive_list
from opentamin.office.contributions.models import ListState
from opentamin.sample.country import Country
from opentamin.sample.faults import CannotPlant
from opentamin.sample.list_files import Order, write_list
from opentamin.sample.pay import MonthRows
from opentamin.sample.players import Players

MONTHS = 3
WORKPLACES_FIRST = 20
"""Workplaces, around the demonstration's own, whose lists come with the country: each takes some hundredths of a second. Those of
all the others come afterwards, while the system is served (`others.py`)."""
SHARE_SENT_BY_NOW, SHARE_FAULTY = 0.6, 0.15
WAITING_EACH = 3
"""Of the month now due the first list, and every third after it, still waits for an officer."""
TEHRAN_OFFICE_OPENS = time(4, 30, tzinfo=UTC)
USUAL_FAULTS = (("days-32",), ("bime",), ("duplicate",), ("totals",), ("days-32", "bime", "national-id"))


class Sending(NamedTuple):
    """One list to be sent: when, for which workplace, month and contract row, what is wrong with it, whether somebody
    has assessed it since."""

    at: datetime
    workplace: int
    month: int
    contract_row: int
    faults: tuple[str, ...]
    is_assessed: bool


class Calendar(NamedTuple):
    """All workplaces, as places in the order in which they send, and the months they send lists for, the last of them due now."""

    senders: np.ndarray
    months: list[int]

    def is_first(self, sending: Sending) -> bool:
        """Say whether a list comes with the country, and not afterwards."""
        return sending.workplace in self.senders[:WORKPLACES_FIRST]

    def is_sent(self, month: int, rows: MonthRows) -> np.ndarray:
        """Rows whose month comes by a list, or has not come yet because it is only due."""
        return np.full(len(rows.person), month in self.months)


def make_calendar(country: Country, cast: Players) -> Calendar:
    """The demonstration's workplace and its town first, then others in the order of the country."""
    branch = country.workplaces.branch
    second_employers = country.spells.workplace[country.spells.person == cast.insured_two]
    everyone = np.arange(len(branch))
    rank = np.where(branch == cast.branch, 1, np.where(branch == cast.another_branch, 2, 3))
    rank[second_employers] = 1
    rank[cast.workplace] = 0
    senders = everyone[np.lexsort((everyone, rank))]
    return Calendar(senders, [days.next_month(country.due, -back) for back in range(MONTHS - 1, -1, -1)])


def plan_sendings(country: Country, calendar: Calendar, cast: Players, now: datetime) -> list[Sending]:
    """Every list in the order of its arrival. Of the month now due a part is there: the demonstration's own is not."""
    rng = np.random.default_rng([country.seed, *b"sendings"])
    plan: list[Sending] = []
    came, waiting = 0, _neighbour(country, calendar, cast)
    for month in calendar.months:
        rows, is_due = country.month(month), month == calendar.months[-1]
        own_rows = _contract_rows(rows, len(calendar.senders))
        for workplace in calendar.senders.tolist():
            own = own_rows[workplace]
            is_sent = not is_due or (workplace != cast.workplace and (rng.random() < SHARE_SENT_BY_NOW or workplace == waiting))
            for contract in np.unique(own).tolist() if is_sent else []:
                at = _arrival(month, rng, now)
                good = Sending(at, workplace, month, contract, (), is_assessed=not is_due or (workplace != waiting and came % WAITING_EACH > 0))
                came += is_due
                plan += _with_faulty(rng, good, is_due=is_due, is_small=len(own) < 4)
    return sorted(one for one in plan if one.at <= now)


def _contract_rows(rows: MonthRows, workplaces: int) -> list[np.ndarray]:
    """For each workplace the contract rows of those who worked there in the month."""
    order = np.argsort(rows.workplace, kind="stable")
    ends = np.cumsum(np.bincount(rows.workplace, minlength=workplaces))
    return np.split(rows.contract_row[order], ends[:-1])


def _neighbour(country: Country, calendar: Calendar, cast: Players) -> int | None:
    """A workplace of the same branch as the demonstration's: its list of the month now due waits for the officer."""
    branch = country.workplaces.branch
    return next((one for one in calendar.senders.tolist() if one != cast.workplace and branch[one] == cast.branch), None)


def _with_faulty(rng: np.random.Generator, good: Sending, *, is_due: bool, is_small: bool) -> list[Sending]:
    """The list, or a faulty one and the mended one two days later; of the month now due the mending is still to come."""
    if is_small or good.contract_row > 1 or not good.is_assessed or rng.random() > SHARE_FAULTY:
        return [good]
    faulty = good._replace(faults=USUAL_FAULTS[int(rng.integers(len(USUAL_FAULTS)))], is_assessed=False)
    return [faulty] if is_due else [faulty, good._replace(at=good.at + timedelta(days=2))]


def send(country: Country, plan: list[Sending], *, sender_of: Callable[[int], Any], officer, step: Callable[[int], Any]) -> dict[str, int]:
    """Send, check and assess every list of the plan; returns how many ended in which state. What was done before stays as it is.

    Args:
        sender_of: the user who sends for a workplace, by its place.
        officer: the user who assesses.
        step: told 1 after every list.
    """
    ended: dict[str, int] = {}
    for one in plan:
        order = Order(one.workplace, one.month, contract_row=one.contract_row, faults=one.faults)
        try:
            files, _ = write_list(country, order, seed=one.workplace)
        except CannotPlant:  # nobody in the list to make this mistake on
            files = {}
        for receipt in receive_list(files.items(), by=sender_of(one.workplace), now=one.at) if files else []:
            state = receipt.list.state
            if state == ListState.RECEIVED:
                state = check_list(receipt.list.id, now=one.at, pair=receipt.pair).state
            if state == ListState.ACCEPTED and one.is_assessed:
                assess_list(receipt.list.id, by=officer, now=one.at + timedelta(minutes=7))
                state = ListState.ASSESSED
            ended[str(state)] = ended.get(str(state), 0) + 1
        step(1)
    return ended


def _arrival(month: int, rng: np.random.Generator, now: datetime) -> datetime:
    """A working hour of the month after, but for the last hours never later than now."""
    first = days.month_first_day(days.next_month(month))
    at = datetime.combine(first + timedelta(days=int(rng.integers(1, 25))), TEHRAN_OFFICE_OPENS) + timedelta(minutes=int(rng.integers(0, 500)))
    return min(at, now - timedelta(minutes=int(rng.integers(10, 200))))
