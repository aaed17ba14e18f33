"""How facts change while time passes, by the names all chapters share.

A fact not named here stays as it is; ``days`` are the days that pass. Whoever goes on working does so
as before: days under the Labour Law grow where there are some.
"""

from collections.abc import Callable, Mapping
from typing import Any

from ..machine.articles import Article
from ..machine.plans import plan_of

Growth = Callable[[int, int], int]  # (value, days) -> value


def moves(value: int, days: int) -> int:
    """One day for each day."""
    return value + days


def moves_if_begun(value: int, days: int) -> int:
    """One day for each day, where there is one already."""
    return value + days if value else 0


TIME: dict[str, Growth] = {"day": moves}
SERVICE: dict[str, Growth] = {"record_days": moves, "labour_law_days": moves_if_begun}
HAZARDOUS: dict[str, Growth] = {"hazardous_days": moves, "hazardous_days_unbroken": moves}
WAYS: dict[str, dict[str, Growth]] = {
    "ageing": TIME,
    "working": {**TIME, **SERVICE},
    "hazardous": {**TIME, **SERVICE, **HAZARDOUS},
}
# Days that are the day asked about as long as work goes on.
WITH_THE_DAY = {"last_work_day"}
# What makes a way worth asking: an article that takes none of these facts is not asked that way.
OWN = {"ageing": set(TIME), "working": set(SERVICE), "hazardous": set(HAZARDOUS)}
# Facts of one event that has happened: no later work adds to what was there on its day.
EVENTS = {"death_day", "unemployed_day", "delivery_day", "record_days_10_years", "record_days_last_year"}
# Ages handed in ready-made: time moves them, but not by anything we are told.
READY_MADE = {"age", "age_months"}
# Facts no one can change, and the day asked about: they are not offered as what would turn an answer.
FIXED = {"day", "birth_day", "death_day", "is_woman"}


def ways_for(article: Article, facts: Mapping[str, Any], law_changes: bool) -> list[str]:
    """The ways time may pass for a case: those that move one of its facts, or the law itself; hazardous work must have begun."""
    names = set(plan_of(article).kinds) - {name for name in HAZARDOUS if not facts.get(name)}
    if READY_MADE & names:
        return []
    return [
        way
        for way, own in OWN.items()
        if (own & names and (way == "ageing" or not EVENTS & names)) or (way == "ageing" and law_changes)
    ]


def is_awaited(article: Article, way: str) -> bool:
    """Whether people wait for the right in this way, so that its never arising is worth saying."""
    return way != "ageing" or "birth_day" in plan_of(article).kinds


def grown(article: Article, facts: Mapping[str, Any], way: str, days: int) -> dict[str, Any] | None:
    """The facts after some days; None where one would leave its bounds."""
    plan = plan_of(article)
    later = dict(facts)
    for name, growth in WAYS[way].items():
        value = later.get(name, plan.defaults.get(name))
        if name in plan.kinds and isinstance(value, int):
            later[name] = growth(value, days)
            if later[name] > plan.kinds[name].greatest:
                return None
    if way != "ageing" and "day" in later:
        later |= {name: later["day"] for name in WITH_THE_DAY if name in later}
    return later
