"""From the node of an explanation to the step a person reads."""

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from ..machine.figures import Figure
from ..machine.nodes import FigureUsed, Node
from .files import Words, words_of
from .numerals import day, number
from .sums import Writer, headline_sum

ALIKE_KEPT = 1024
"""An explanation names the same few articles and days over and over; worded once, they cost nothing."""


@dataclass(frozen=True)
class FactLine:
    """A fact the article was asked about: its name and its value in words."""

    label: str
    value: str


@dataclass(frozen=True)
class FigureLine:
    """A figure with the day it holds from and how well it is known."""

    label: str
    value: str
    since: str
    status: str
    status_key: str
    cite: str
    source: str
    why: str


@dataclass(frozen=True)
class Step:
    """One article of an explanation in words.

    ``title`` the quantity or question, ``cite`` the article, ``since`` the day of its
    text, ``text`` the article in plain words, ``value`` the answer, ``calc`` the sum
    written out, ``lines`` the other sums and the conditions met on the way.
    """

    title: str
    cite: str
    since: str
    text: str
    value: str
    calc: str
    outcome: str
    outcome_key: str
    article: str
    lines: tuple[str, ...] = ()
    facts: tuple[FactLine, ...] = ()
    figures: tuple[FigureLine, ...] = ()
    children: tuple["Step", ...] = field(default=())


def line_words(node: Node, language: str) -> list[tuple[int, str]]:
    """Lines of one node that can be said, each with its place in the kept trace: what one may object to."""
    return Writer(words_of(language), node).numbered_lines()


def render(node: Node, language: str) -> Step:
    """The step of a node, and of all below it, in "fa" or "en"."""
    words = words_of(language)
    of_article = words.article(node.article)
    writer = Writer(words, node)
    children = tuple(render(child, language) for child in node.children)
    return Step(
        title=of_article["title"],
        cite=cite(node.act, node.number, node.clause, words),
        since=_day(node.since, words) if node.since else "",
        text=of_article["text"].strip(),
        value=_value(node, writer),
        calc=headline_sum(node, writer, children),
        outcome=words.of("outcomes", node.outcome) if node.outcome else "",
        outcome_key=node.outcome,
        article=node.article,
        lines=writer.lines(),
        facts=tuple(_fact(name, value, writer) for name, value in node.inputs.items()),
        figures=tuple(figure_line(figure, words) for figure in node.figures),
        children=children,
    )


@lru_cache(ALIKE_KEPT)
def cite(act: str, article: str, clause: str, words: Words) -> str:
    """«ماده ۲۸ قانون تأمین اجتماعی» or "Art. 28 SSL"; a practice has no article."""
    names = words.of("acts", act)
    if not article:
        return names["name"]
    shown = number(int(article), words.language) if article.isdecimal() else article
    pattern = words.of("patterns", "cite_clause" if clause else "cite")
    name = names.get("short", names["name"])
    return pattern.format(number=shown, act=name, clause=words.find("clauses", clause))


def _value(node: Node, writer: Writer) -> str:
    if isinstance(node.output, dict):
        return writer.result(node.headline, node.output[node.headline])
    return writer.with_unit(node.output, node.unit)


def _fact(name: str, value: Any, writer: Writer) -> FactLine:
    if isinstance(value, list):
        joined = writer.words.of("patterns", "list_join").join(writer.beside(name, part) for part in value)
        return FactLine(writer.label(name), joined)
    return FactLine(writer.label(name), writer.amount(name, value))


def figure_line(figure: FigureUsed, words: Words) -> FigureLine:
    """A figure as it was read: its words, value, first day, standing and article."""
    return FigureLine(
        label=words.of("figures", figure.name),
        value=figure_value(figure.name, figure.unit, figure.value, figure.choice, words),
        since=words.of("patterns", "since").format(day=_day(figure.since, words)),
        status=words.of("statuses", figure.status),
        status_key=figure.status,
        cite=cite(figure.act, figure.number, "", words),
        source=figure.source,
        why=figure.why if figure.status == "proposed" else words.of("whys", figure.name) if figure.why else "",
    )


def figure_value(name: str, unit: str, value: Any, choice: str, words: Words) -> str:
    """A figure's value in words: an amount with its unit, a rate, or a choice."""
    if unit == "choice":
        return words.of("choices", name)[choice]
    writer = Writer(words, None)
    if unit == "rate":
        return writer.rate(*value)
    return writer.with_unit(value, unit)


@lru_cache(ALIKE_KEPT)
def _day(iso: str, words: Words) -> str:
    return day(date.fromisoformat(iso), words.language, words.of("calendar", "months"))


def figure_sentence_parts(figure: Figure, on: date, language: str) -> tuple[str, str, str, str]:
    """Name, day, article and supplier of a figure, for the sentence that it is unknown."""
    words = words_of(language)
    name = words.find("figures", figure.name, figure.name)
    article = cite(figure.act, figure.number, "", words)
    return name, _day(on.isoformat(), words), article, words.find("sources", figure.ask, figure.ask)
