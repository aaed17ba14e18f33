"""The invented country into the database, whole or not at all."""

from collections.abc import Callable
from datetime import datetime

from django.db import connection, transaction
from tqdm import tqdm

from opentamin.office.accounts.models import User
from opentamin.office.accounts.queries import system_user
from opentamin.office.records.actions import note_act
from opentamin.sample import demo, late_debts, opening, paid, sent_lists, shown_objection
from opentamin.sample.country import Country
from opentamin.sample.players import players


class AlreadyBuilt(Exception):
    """The sample country stands already. Carries its recipe."""


@transaction.atomic
def build_country(country: Country, *, now: datetime, is_quiet: bool = False) -> dict[str, int]:
    """Write the registry, the months of the past and the demonstration's users, then send the last months' lists.

    Returns counts by what was written; lists by their state. Raises AlreadyBuilt, having written nothing.
    """
    _wait_for_another_builder()
    if demo.is_built():
        raise AlreadyBuilt(demo.recipe())
    system, cast = system_user(), players(country)
    calendar = sent_lists.make_calendar(country, cast)
    keys = opening.write_registry(country, now)
    counts = {"people": country.people, "workplaces": len(keys.workplaces)}
    with tqdm(total=_months(country), desc="سابقه‌ها", unit="ماه", disable=is_quiet or None) as bar:
        counts["months"] = opening.write_past(country, keys, calendar.is_sent, by=system, now=now, step=lambda _rows: bar.update(1))
    users = demo.make_users(country, keys, cast)
    _let_the_planner_know()
    offices = demo.make_accounting_offices(country, keys, cast)
    plan = [one for one in sent_lists.plan_sendings(country, calendar, cast, now) if calendar.is_first(one)]
    counts |= send(country, plan, lambda workplace: users["clerk"] if workplace == cast.workplace else offices[country.workplaces.branch[workplace]], is_quiet)
    counts |= paid.pay(int(keys.workplaces[cast.workplace]), clerk=users["clerk"], now=now)
    counts["debts"] = late_debts.show_late_debts(int(keys.workplaces[cast.workplace]), officer=users["officer"], now=now)
    counts["objections"] = shown_objection.show_objection(int(keys.branches[cast.branch]), office=offices[cast.branch], officer=users["officer"], now=now)
    facts = {"seed": country.seed, "people": country.people, "today": country.today.isoformat()}
    note_act(demo.ACT, by=system, subject=demo.SUBJECT, facts=facts, now=now)
    return counts


def send(country: Country, plan: list[sent_lists.Sending], sender_of: Callable[[int], User], is_quiet: bool) -> dict[str, int]:
    """Send the lists of a plan, with a bar; returns how many ended in which state."""
    with tqdm(total=len(plan), desc="فهرست‌ها", unit="فهرست", disable=is_quiet or None) as bar:
        return sent_lists.send(country, plan, sender_of=sender_of, officer=system_user(), step=bar.update)


def _months(country: Country) -> int:
    first, last = country.first_month, country.due
    return (last // 100 - first // 100) * 12 + last % 100 - first % 100 + 1


def _wait_for_another_builder() -> None:
    """Two who build at once stand in line; the second then finds the country of the first."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('sample.build'))")


def _let_the_planner_know() -> None:
    """Statistics of what was just copied, so that the lists find their people by index."""
    with connection.cursor() as cursor:
        for table in ("registry_person", "registry_personidentifier", "registry_workplaceidentifier", "history_monthcurrent"):
            cursor.execute(f"ANALYZE {table}")
