"""Cases a lawyer can read and write, and whether the law meets them.

A case names facts, the day, the amounts expected, the outcome, and the articles that must
appear among the reasons.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from .. import days
from . import sources
from .articles import ARTICLES
from .dated import at
from .figures import load_yaml
from .nodes import Node
from .tracing import explain


@dataclass(frozen=True)
class Case:
    """One case; ``says`` is its sentence, ``mark`` its number in the collection of examples."""

    mark: str
    says: str
    article: str
    day: date
    facts: dict[str, Any]
    expect: dict[str, int]
    outcome: str
    reasons: tuple[str, ...]


def read_cases() -> list[Case]:
    """Every case of this release, in the order written."""
    return [
        _case(entry)
        for name in sources.named("cases")
        for entry in load_yaml(sources.read(name))
    ]


def _case(entry: dict[str, Any]) -> Case:
    return Case(
        mark=str(entry.get("mark", "")),
        says=entry["case"],
        article=entry["article"],
        day=days.date_from_text(entry["day"]),
        facts=entry["facts"],
        expect={name: _expected(value) for name, value in entry["expect"].items()},
        outcome=entry.get("outcome", ""),
        reasons=tuple(entry.get("reasons", ())),
    )


def _expected(value: int | str) -> int:
    """An amount, or a Jalali day written 1405-09-30."""
    return days.number_of(days.date_from_text(value)) if isinstance(value, str) else value


def differences(case: Case) -> list[str]:
    """Where the law answers otherwise than the case expects; empty when it agrees."""
    node = explain(ARTICLES[case.article], case.facts, at(case.day))
    found = [
        f"{name}: expected {expected:,}, found {_answer(node, name):,}"
        for name, expected in case.expect.items()
        if _answer(node, name) != expected
    ]
    if case.outcome and node.outcome != case.outcome:
        found.append(f"outcome: expected {case.outcome}, found {node.outcome}")
    reached = {part.article for part in node.walk()}
    return found + [f"reason {name} is not among the articles applied" for name in case.reasons if name not in reached]


def _answer(node: Node, name: str) -> int:
    return node.output if name == "value" else node.output[name]
