"""What would change an answer, in words and as data."""

from typing import Any

from .. import days
from ..machine.plans import plan_of
from ..words import words_of
from ..words.numerals import day as day_in_words
from ..words.sums import Writer
from .change import Changes, Later, Turning
from .saying import label, numbered, plain_of, say, valued


def change_lines(changes: Changes, language: str) -> tuple[str, ...]:
    """A sentence for each way time may pass and each fact that would turn the answer."""
    lines = [*(_later(one, language) for one in changes.later), *(_turning(group, language) for group in _alike(changes))]
    return (*lines, say(language, "change", "as_known")) if changes.first is not None else tuple(lines)


def _later(one: Later, language: str) -> str:
    way = say(language, "change", "ways", one.way)
    if one.trouble is not None:
        return say(language, "change", "trouble", way=way, sentence=one.trouble.sentence(language))
    if one.day is None:
        return say(language, "change", "not_within", way=way, years=numbered(one.years))
    words = words_of(language)
    shown = day_in_words(one.day, language, words.of("calendar", "months"))
    if one.decision is None:
        question = one.question.text(language) if one.question is not None else ""
        return say(language, "change", "opens", way=way, day=shown, after=_after(one, language), question=question)
    outcome = words.of("outcomes", one.decision.outcome)
    return say(language, "change", "arises", way=way, day=shown, after=_after(one, language), outcome=outcome)


def _after(one: Later, language: str) -> str:
    """How much later, in months and days."""
    writer = Writer(words_of(language), None)
    parts = [writer.with_unit(count, unit) for count, unit in ((one.months, "months"), (one.rest_days, "days")) if count]
    return words_of(language).of("patterns", "and").join(parts)


def _alike(changes: Changes) -> list[list[Turning]]:
    """Values of one fact that turn the answer into the same, side by side."""
    groups: dict[tuple[str, str, str], list[Turning]] = {}
    for one in changes.turning:
        groups.setdefault((one.name, one.side, one.decision.outcome), []).append(one)
    return list(groups.values())


def _turning(alike: list[Turning], language: str) -> str:
    one = alike[0]
    words, article = words_of(language), one.decision.article
    kind = plan_of(article).kinds[one.name]
    value = words.of("patterns", "or").join(valued(kind, other.value)(language) for other in alike)
    outcome = words.of("outcomes", one.decision.outcome)
    return say(language, "change", one.side, fact=label(article, one.name, language), value=value, outcome=outcome)


def changes_as_data(changes: Changes, language: str) -> dict[str, Any]:
    """The same as JSON can hold it."""
    return {
        "later": [_later_data(one, language) for one in changes.later],
        "turning": [_turning_data(one, language) for one in changes.turning],
        "text": list(change_lines(changes, language)),
    }


def _later_data(one: Later, language: str) -> dict[str, Any]:
    return {
        "way": one.way,
        "day": days.text_of(one.day) if one.day else None,
        "months": one.months,
        "days": one.rest_days,
        "within_years": one.years,
        "outcome": one.decision.outcome if one.decision else "",
        "question": one.question.to_dict(language) if one.question else None,
        "text": _later(one, language),
    }


def _turning_data(one: Turning, language: str) -> dict[str, Any]:
    value = plain_of(plan_of(one.decision.article).kinds[one.name], one.value)
    return {"name": one.name, "value": value, "side": one.side, "outcome": one.decision.outcome, "text": _turning([one], language)}
