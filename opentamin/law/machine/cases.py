"""Cases a lawyer can read and write, and whether the law meets them.

A case names facts, the day, the amounts expected, the outcome, and the articles that must
appear among the reasons. Days are written 1405-02-31, months 1405-08 or 140508, choices by name.
``case`` is its sentence in English, ``fa`` the same in Persian. ``others: 0`` says that every part of the answer not named under ``expect`` is nothing.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from .. import days
from ..errors import LawRefused
from ..kinds import Kind
from . import sources
from .articles import ARTICLES
from .dated import at
from .figures import load_yaml
from .nodes import Node
from .plans import plan_of
from .tracing import explain


@dataclass(frozen=True)
class Case:
    """One case as written; ``says`` is its sentence in English, ``says_fa`` in Persian, ``mark`` its number among the examples.

    ``others`` is what every part of the answer not in ``expect`` must be; None where nothing is said of them.
    """

    mark: str
    says: str
    article: str
    day: date
    facts: dict[str, Any]
    expect: dict[str, Any]
    outcome: str
    reasons: tuple[str, ...]
    others: int | None = None
    says_fa: str = ""

    def sentence(self, language: str) -> str:
        """The case in one sentence of "fa" or "en"; empty where nobody has put it into Persian yet."""
        return self.says if language == "en" else self.says_fa


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
        expect=entry["expect"],
        outcome=entry.get("outcome", ""),
        reasons=tuple(entry.get("reasons", ())),
        others=entry.get("others"),
        says_fa=entry.get("fa", ""),
    )


def number_written(written: Any, kind: Kind | None) -> Any:
    """The number of a day, a month or a choice written as text; anything else as it is.

    Raises ValueError for a day or a month that does not exist, LawRefused for a choice nobody named.
    """
    if isinstance(written, list):
        return [number_written(one, kind) for one in written]
    if not isinstance(written, str):
        return written
    if kind is not None and kind.options:
        if written not in kind.options:
            named = ", ".join(kind.options)
            raise LawRefused(f"«{written}» هیچ‌یک از این‌ها نیست: {named}.", f"{written!r} is none of {named}.")
        return kind.options.index(written)
    if kind is not None and kind.unit == "month":
        return days.month_of(days.date_from_text(f"{written}-1"))
    return days.number_of(days.date_from_text(written))


def facts_of(case: Case) -> dict[str, Any]:
    """The facts of a case as numbers, ready to be asked."""
    kinds = plan_of(ARTICLES[case.article]).kinds
    return {name: number_written(value, kinds.get(name)) for name, value in case.facts.items()}


def expected_of(case: Case) -> dict[str, int]:
    """What a case expects, as numbers."""
    kinds = plan_of(ARTICLES[case.article]).results
    named = {name: number_written(value, kinds.get(name)) for name, value in case.expect.items()}
    if case.others is None:
        return named
    return {**{name: case.others for name in kinds if name not in ("outcome", *named)}, **named}


def differences(case: Case) -> list[str]:
    """Where the law answers otherwise than the case expects; empty when it agrees."""
    node = explain(ARTICLES[case.article], facts_of(case), at(case.day))
    found = [
        f"{name}: expected {expected:,}, found {_answer(node, name):,}"
        for name, expected in expected_of(case).items()
        if _answer(node, name) != expected
    ]
    if case.outcome and node.outcome != case.outcome:
        found.append(f"outcome: expected {case.outcome}, found {node.outcome}")
    reached = {part.article for part in node.walk()}
    return found + [f"reason {name} is not among the articles applied" for name in case.reasons if name not in reached]


def _answer(node: Node, name: str) -> int:
    return node.output if name == "value" else node.output[name]
