"""A decision in words: title, answer, amounts, the condition that failed, every step, what it rests on.

Every number comes out of the trace; the sentences out of the words.
"""

from dataclasses import dataclass
from typing import Any

from .. import days
from ..kinds import Kind
from ..machine.articles import Article
from ..machine.nodes import FigureUsed
from ..machine.plans import plan_of
from ..words import FactLine, FigureLine, Step, render, words_of
from ..words.numerals import day as day_in_words
from ..words.rendering import cite, figure_line
from .deciding import Decision, Status
from .saying import label, plain_of, plain_result, say, valued, valued_result
from .standing import Condition

QUESTION_MARKS = ("\u061f", "?")


@dataclass(frozen=True)
class Told:
    """A decision in one language. ``lines`` is the whole reasoned text, a paragraph each.

    ``answer`` is the outcome in words, or the question, or why there is no answer; ``failed`` are the
    conditions not met (of several, any one would have done); ``step`` is the tree of all steps.
    """

    title: str
    text: str
    cite: str
    day: str
    answer: str
    amounts: tuple[FactLine, ...]
    facts: tuple[FactLine, ...]
    assumed: tuple[FactLine, ...]
    failed: tuple[str, ...]
    rests_on: tuple[FigureLine, ...]
    step: Step | None
    lines: tuple[str, ...]


def tell(decision: Decision, language: str) -> Told:
    """The words of a decision."""
    article = decision.article
    words = words_of(language)
    of_article = words.article(article.name)
    node = decision.node
    reference = node if node is not None else article.reference
    step = render(node, language) if node is not None else None
    told = Told(
        title=of_article["title"],
        text=of_article["text"].strip(),
        cite=cite(reference.act, reference.number, reference.clause, words),
        day=day_in_words(decision.day, language, words.of("calendar", "months")),
        answer=_answer(decision, step, language),
        amounts=lines_of(article, plan_of(article).results, decision.amounts, language, valued_result),
        facts=lines_of(article, plan_of(article).kinds, decision.facts, language),
        assumed=lines_of(article, plan_of(article).kinds, decision.assumed, language),
        failed=tuple(filter(None, (_condition(one, language) for one in decision.failed))),
        rests_on=tuple(figure_line(used, words) for used in decision.rests_on),
        step=step,
        lines=(),
    )
    return Told(**{**vars(told), "lines": tuple(_lines(decision, told, language))})


def lines_of(
    article: Article, kinds: dict[str, Kind], values: dict[str, Any], language: str, worded: Any = valued
) -> tuple[FactLine, ...]:
    """Facts or results with their names and units, in the order of the article."""
    joint = words_of(language).of("patterns", "list_join")
    found = []
    for name, kind in kinds.items():
        if name in values and name != "outcome":
            many = values[name] if isinstance(values[name], list) else [values[name]]
            title = words_of(language).article(article.name)["title"] if name == "value" else label(article, name, language)
            found.append(FactLine(title, joint.join(worded(kind, one)(language) for one in many)))
    return tuple(found)


def _answer(decision: Decision, step: Step | None, language: str) -> str:
    if decision.question is not None:
        return decision.question.text(language)
    if decision.trouble is not None:
        return decision.trouble.sentence(language)
    return (step.outcome or step.value) if step is not None else ""


def _condition(one: Condition, language: str) -> str:
    text = one.text(language)
    return say(language, "told", "failed_one", condition=text, cite=one.cite(language)) if text else ""


def _lines(decision: Decision, told: Told, language: str) -> list[str]:
    """The reasoned text: the answer first, then what stood in the way, the steps, and what they rest on."""
    if decision.status is Status.MISSING:
        return [say(language, "told", "missing", title=told.title, question=told.answer)]
    if told.step is None:
        return [told.answer]
    code = "unanswered" if decision.is_for_a_person else "asked" if told.title.endswith(QUESTION_MARKS) else "answer"
    lines = [
        say(language, "told", code, title=told.title, value=told.step.value, cite=told.cite),
        say(language, "told", "law_of", day=told.day),
    ]
    if told.step.outcome:
        lines.append(say(language, "told", "outcome", outcome=told.step.outcome))
    lines += _failed(decision, told, language)
    if not decision.is_for_a_person:
        lines += _amounts(decision, told, language)
    lines += _steps(told.step, language)
    for figure in told.rests_on:
        code = "rests_why" if figure.why else "rests"
        lines.append(say(language, "told", code, figure=figure.label, value=figure.value, status=figure.status, why=figure.why))
    if told.assumed:
        named = [say(language, "told", "assumed_one", name=one.label, value=one.value) for one in told.assumed]
        lines.append(say(language, "told", "assumed", facts=words_of(language).of("patterns", "part_join").join(named)))
    return [line[:1].upper() + line[1:] for line in lines]


def _amounts(decision: Decision, told: Told, language: str) -> list[str]:
    """The other results, beside the one the answer leads with; of a refusal only those that are something."""
    names = [name for name in plan_of(decision.article).results if name != "outcome"]
    return [
        say(language, "told", "amount", name=one.label, value=one.value)
        for name, one in zip(names, told.amounts, strict=True)
        if name not in ("value", decision.article.headline) and (decision.entitled is not False or decision.amounts[name])
    ]


def _failed(decision: Decision, told: Told, language: str) -> list[str]:
    if len(told.failed) == 1:
        one = next(one for one in decision.failed if one.text(language))
        code = "stopped" if decision.is_for_a_person else "failed"
        return [say(language, "told", code, condition=one.text(language), cite=one.cite(language))]
    return [say(language, "told", "failed_several"), *told.failed] if told.failed else []


def _steps(step: Step, language: str) -> list[str]:
    """Each article applied, from the first to the last it called, in one paragraph."""
    more = " ".join(f"{text}." if not text.endswith((".", *QUESTION_MARKS)) else text for text in (step.calc, *step.lines) if text)
    code = "step_more" if more else "step"
    own = say(language, "told", code, title=step.title.rstrip("".join(QUESTION_MARKS)), cite=step.cite, value=step.value, more=more)
    return [own, *(line for child in step.children for line in _steps(child, language))]


def as_data(decision: Decision, language: str) -> dict[str, Any]:
    """A decision as JSON can hold it: what was found in plain values, how it reads, and the trace."""
    plan = plan_of(decision.article)
    told = tell(decision, language)
    return {
        "article": decision.article.name,
        "status": str(decision.status),
        "day": days.text_of(decision.day),
        "known_on": days.text_of(decision.known_on) if decision.known_on else None,
        "law": decision.law,
        "outcome": decision.outcome,
        "entitled": decision.entitled,
        "is_for_a_person": decision.is_for_a_person,
        "amounts": {name: plain_result(plan.results[name], value) for name, value in decision.amounts.items()},
        "facts": _plain(plan.kinds, decision.facts),
        "assumed": _plain(plan.kinds, decision.assumed),
        "failed": [_failed_data(one, language) for one in decision.failed],
        "rests_on": [_figure_data(used, language) for used in decision.rests_on],
        "question": decision.question.to_dict(language) if decision.question else None,
        "title": told.title,
        "cite": told.cite,
        "answer": told.answer,
        "text": list(told.lines),
        "trace": decision.node.to_dict() if decision.node is not None else None,
    }


def _plain(kinds: dict[str, Kind], values: dict[str, Any]) -> dict[str, Any]:
    return {
        name: [plain_of(kinds[name], one) for one in value] if isinstance(value, list) else plain_of(kinds[name], value)
        for name, value in values.items()
        if name in kinds
    }


def _failed_data(one: Condition, language: str) -> dict[str, Any]:
    return {"article": one.article, "cite": one.cite(language), "text": one.text(language), "line": one.line.at}


def _figure_data(used: FigureUsed, language: str) -> dict[str, Any]:
    shown = figure_line(used, words_of(language))
    return {"name": used.name, "label": shown.label, "value": shown.value, "since": used.since, "status": used.status, "why": shown.why}
