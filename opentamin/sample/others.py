"""The lists of the workplaces that nobody of the demonstration belongs to: they come after the country, each by itself.

Nobody who signs in waits for them, and they hold nobody up: each list is a transaction of its own. Broken off, they go on where
they ended, because a file that was received once is not received again.
"""

from datetime import date

from opentamin.office.accounts.models import User
from opentamin.office.contributions.models import ListState, MonthlyList
from opentamin.sample import demo, sent_lists
from opentamin.sample.build import send
from opentamin.sample.country import Country
from opentamin.sample.players import players


def send_others(*, is_quiet: bool = False) -> dict[str, int]:
    """Send what is not there yet, by the plan the country was built with; returns how many ended in which state."""
    recipe = demo.recipe()
    if recipe is None:
        return {}
    country = Country(recipe["seed"], recipe["people"], date.fromisoformat(recipe["today"]))
    cast = players(country)
    calendar = sent_lists.make_calendar(country, cast)
    plan = [one for one in sent_lists.plan_sendings(country, calendar, cast, demo.built_at()) if not calendar.is_first(one)]
    if _are_all_there(plan):
        return {}
    office = User.objects.get(username=demo.ACCOUNTING_OFFICE)
    return send(country, plan, lambda _workplace: office, is_quiet)


def _are_all_there(plan: list[sent_lists.Sending]) -> bool:
    """Say whether the last list of the plan has come; one with planted mistakes may not, where nobody can make them."""
    last = next((one for one in reversed(plan) if not one.faults), None)
    if last is None:
        return True
    came = MonthlyList.objects.filter(month=last.month, received_at=last.at).exclude(state=ListState.RECEIVED)
    return came.filter(state=ListState.ASSESSED).exists() if last.is_assessed else came.exists()
