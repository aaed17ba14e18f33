"""What other pages show of lists: the home page of an employer asks here, so that one thing is told one way."""

from collections.abc import Iterable
from datetime import date

from opentamin.office.registry.models import Workplace

from ..listings import duties_of, last_day_of, latest_lists

MONTHS_ON_HOME = 4


def home_of_employer(workplaces: Iterable[Workplace], today: date) -> dict:
    """Context of `contributions/pieces/needs.html` (`duties`) and `contributions/pieces/months.html` (`lists`)."""
    workplaces = list(workplaces)
    return {
        "duties": duties_of(workplaces, today),
        "lists": with_last_days(latest_lists([workplace.id for workplace in workplaces], MONTHS_ON_HOME)),
        "has_many_workplaces": len(workplaces) > 1,
        "today": today,
    }


def with_last_days(lists: Iterable) -> list:
    """The same lists, each knowing the last day of its month as `last_day`."""
    shown = list(lists)
    for one in shown:
        one.last_day = last_day_of(one)
    return shown
