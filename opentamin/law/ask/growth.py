"""How facts change while time passes, by the names all chapters share.

A fact not named here stays as it is. ``days`` are the days that pass.
"""

from collections.abc import Callable, Mapping
from typing import Any

from ..machine.articles import Article
from ..machine.plans import plan_of

Growth = Callable[[int, int], int]  # (value, days) -> value


def moves(value: int, days: int) -> int:
    """One day for each day."""
    return value + days


def fills(length: int) -> Growth:
    """Days within the last ``length`` days while every day counts: what is surely there, whatever falls out behind."""
    return lambda value, days: max(value, min(days, length))


def empties(value: int, days: int) -> int:
    """Days within a window while none is added: what is surely left."""
    return max(value - days, 0)


YEAR, TEN_YEARS = 365, 3_652
# Whatever happens, the day asked about moves on.
TIME: dict[str, Growth] = {"day": moves}
WINDOWS = {"record_days_last_year": YEAR, "record_days_10_years": TEN_YEARS}
SERVICE: dict[str, Growth] = {"record_days": moves, **{name: fills(length) for name, length in WINDOWS.items()}}
HAZARDOUS: dict[str, Growth] = {"hazardous_days": moves, "hazardous_days_unbroken": moves}
WAYS: dict[str, dict[str, Growth]] = {
    "ageing": {**TIME, **{name: empties for name in WINDOWS}},
    "working": {**TIME, **SERVICE},
    "hazardous": {**TIME, **SERVICE, **HAZARDOUS},
}
# What makes a way worth telling: an article that takes none of these facts is not asked that way.
OWN: dict[str, set[str]] = {"ageing": set(), "working": set(SERVICE), "hazardous": set(HAZARDOUS)}
# Facts no one can change, and the day asked about: they are not offered as what would turn an answer.
FIXED = {"day", "birth_day", "death_day", "is_woman"}


def ways_for(article: Article, law_changes: bool) -> list[str]:
    """The ways time may pass for an article: those that move one of its facts, or all where the law itself will change."""
    names = set(plan_of(article).kinds)
    return [way for way, own in OWN.items() if own & names or (way == "ageing" and (law_changes or WAYS[way].keys() & names))]


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
    return later
