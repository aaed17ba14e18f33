"""The lists of the workplaces that nobody of the demonstration belongs to: they come after the country, each by itself.

Nobody who signs in waits for them, and they hold nobody up: each list is a transaction of its own. Broken off, they go on where
they ended, because a file that was received once is not received again.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.db import connection

from opentamin.office.contributions.models import ListState, MonthlyList
from opentamin.sample import demo, sent_lists
from opentamin.sample.build import send
from opentamin.sample.country import Country
from opentamin.sample.players import players
from opentamin.sample.sent_lists import Sending


class ComingAlready(Exception):
    """Another process is sending these lists at this moment."""


def send_others(*, is_quiet: bool = False) -> dict[str, int]:
    """Send what is not there yet, by the plan the country was built with; returns how many ended in which state.

    Raises ComingAlready, having sent nothing.
    """
    with _alone():
        return _send_missing(is_quiet)


@contextmanager
def _alone() -> Iterator[None]:
    """Hold a lock that goes with the connection, whatever becomes of this process."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(hashtext('sample.others'))")
        if not cursor.fetchone()[0]:
            raise ComingAlready
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(hashtext('sample.others'))")


def _send_missing(is_quiet: bool) -> dict[str, int]:
    recipe = demo.recipe()
    if recipe is None:
        return {}
    country = Country(recipe["seed"], recipe["people"], date.fromisoformat(recipe["today"]))
    offices = demo.accounting_offices(country)
    if not offices:  # a country built by an older version: its months are opening records
        return {}
    cast = players(country)
    calendar = sent_lists.make_calendar(country, cast)
    plan = [one for one in sent_lists.plan_sendings(country, calendar, cast, demo.built_at()) if not calendar.is_first(one)]
    return send(country, _missing(country, plan), lambda workplace: offices[country.workplaces.branch[workplace]], is_quiet)


def _missing(country: Country, plan: list[Sending]) -> list[Sending]:
    """What of the plan has not come as far as it is to come; what people did with it since stays. A list whose planned mistake nobody
    can make stays missing."""
    came = set(MonthlyList.objects.values_list("workplace_code", "received_at", "state"))
    codes = country.workplaces.code
    return [one for one in plan if not any((codes[one.workplace], one.at, state) in came for state in _far_enough(one))]


def _far_enough(one: Sending) -> set[str]:
    unfinished = {ListState.RECEIVED, ListState.ACCEPTED} if one.is_assessed else {ListState.RECEIVED}
    return set(ListState.values) - unfinished
