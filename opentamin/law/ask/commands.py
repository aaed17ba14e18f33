"""What the command line prints of the law when it is asked: text, or the same as JSON.

The texts and the days are handed in; nothing here reads a file or a clock.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from .. import report
from ..machine.dated import at
from ..machine.tracing import explain as explained
from . import deciding
from .change import what_changes
from .comparing import compare_decisions
from .facts import load_facts
from .reform import load_reform
from .schema import answer_schema, facts_schema
from .telling import tell
from .telling_change import change_lines
from .telling_compare import comparison_lines, side_names


class Unusable(Exception):
    """What was asked cannot be read; the message says what and how to mend it."""


def schema(name: str, of_answer: bool, language: str) -> Iterable[str]:
    """The JSON Schema of an article's facts, or of its answer."""
    article = report.article_named(name)
    return [_as_json(answer_schema(article, language) if of_answer else facts_schema(article, language))]


def explain(name: str, text: bytes, on: date, as_json: bool, language: str) -> Iterable[str]:
    """Every step of one case."""
    article = report.article_named(name)
    facts, law = deciding.prepare(article, load_facts(article, text), on)
    node = explained(article, facts, law)
    return [_as_json(node.to_dict())] if as_json else report.step_lines(node, language)


def decide(name: str, text: bytes, on: date, known_on: date | None, as_json: bool, language: str) -> Iterator[str]:
    """The answer with its reasons, and what would change it."""
    article = report.article_named(name)
    facts, law = deciding.prepare(article, load_facts(article, text), on, known_on)
    decision = deciding.decide(article, facts, law)
    changes = what_changes(decision)
    if as_json:
        yield _as_json({**decision.to_dict(language), "changes": changes.to_dict(language)})
        return
    yield from tell(decision, language).lines
    yield from change_lines(changes, language)


def compare(
    name: str, text: bytes, days: tuple[date, date], reform_text: bytes | None, as_json: bool, language: str
) -> Iterator[str]:
    """One case under the law of two days, or under the law and a reform."""
    article = report.article_named(name)
    facts = load_facts(article, text)
    reform = load_reform(reform_text) if reform_text is not None else None
    laws = at(days[0]), reform.law_at(days[1]) if reform else at(days[1])
    before, after = (deciding.decide(article, deciding.prepare(article, facts, law.day)[0], law) for law in laws)
    comparison = compare_decisions(before, after)
    sides = side_names(comparison, language, reform.title if reform else "")
    if as_json:
        yield _as_json(comparison.to_dict(language, sides))
        return
    yield from comparison_lines(comparison, language, sides)


def _as_json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)


