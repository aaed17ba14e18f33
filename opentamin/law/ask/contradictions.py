"""Facts that cannot all be true, whatever article is asked: told by the names all chapters share."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..machine.plans import Plan
from .saying import Part, label, numbered, valued

# (what cannot be earlier, than what, under which name)
ORDER = (
    ("death_day", "birth_day", "death_before_birth"),
    ("day", "birth_day", "day_before_birth"),
)
SERVICE = "record_days"


@dataclass(frozen=True)
class Contradiction:
    """The fact to look at, the sentence's code and its parts."""

    name: str
    code: str
    parts: dict[str, Part]


def contradictions(plan: Plan, facts: Mapping[str, Any]) -> Iterator[Contradiction]:
    """Contradictions among the facts that were read; series of unlike length are one."""
    yield from _lengths(plan, facts)
    for later, earlier, code in ORDER:
        if _both(facts, later, earlier) and facts[later] < facts[earlier]:
            yield Contradiction(later, code, _compared(plan, facts, later, earlier))
    yield from _service(plan, facts)


def _both(facts: Mapping[str, Any], *names: str) -> bool:
    return all(isinstance(facts.get(name), int) for name in names)


def _compared(plan: Plan, facts: Mapping[str, Any], one: str, other: str) -> dict[str, Part]:
    return {
        "value": valued(plan.kinds[one], facts[one]),
        "other": lambda language: label(plan.article, other, language),
        "others": valued(plan.kinds[other], facts[other]),
    }


def _service(plan: Plan, facts: Mapping[str, Any]) -> Iterator[Contradiction]:
    """A record of more days than were lived, up to the death or the day asked about."""
    ends = [facts[name] for name in ("death_day", "day") if isinstance(facts.get(name), int)]
    if not ends or not _both(facts, SERVICE, "birth_day"):
        return
    lived = min(ends) - facts["birth_day"]
    if facts[SERVICE] > lived >= 0:
        kind = plan.kinds[SERVICE]
        yield Contradiction(
            SERVICE, "service_beyond_life", {"value": valued(kind, facts[SERVICE]), "others": valued(kind, lived)}
        )


def _lengths(plan: Plan, facts: Mapping[str, Any]) -> Iterator[Contradiction]:
    given = [name for name in plan.series if isinstance(facts.get(name), list)]
    for name in given[1:]:
        first = given[0]
        if len(facts[name]) != len(facts[first]):
            yield Contradiction(name, "lists_differ", {
                "rows": numbered(len(facts[name])),
                "other": lambda language, first=first: label(plan.article, first, language),
                "others": numbered(len(facts[first])),
            })  # fmt: skip
