"""Figures through time, and which articles rest on which."""

import ast
from collections.abc import Callable
from functools import cache

from ..machine.articles import ARTICLES, Article
from ..machine.figures import Figure, Status, Value, all_figures
from ..machine.plans import called_by
from ..machine.tracing import definition_of
from ..words import figure_value, words_of
from ..words.files import Words
from ..words.numerals import day
from ..words.rendering import cite
from .pages import FigureHistory, FigureRow
from .source_texts import sources_read


@cache
def figure_history(name: str, language: str) -> FigureHistory:
    """A figure with all its rows."""
    figure, words = all_figures()[name], words_of(language)
    return FigureHistory(
        name=name,
        label=words.of("figures", name),
        cite=cite(figure.act, figure.number, "", words),
        unit=figure.unit,
        ask=words.find("sources", figure.ask, figure.ask),
        rows=tuple(_row(figure, row, words) for row in figure.values),
        choices=tuple(words.of("choices", name)[choice] for choice in figure.choices),
    )


def _row(figure: Figure, row: Value, words: Words) -> FigureRow:
    return FigureRow(
        value=_value(figure, row, words),
        since=row.since,
        since_text=day(row.since, words.language, words.of("calendar", "months")),
        known_from=row.known_from,
        status=str(row.status),
        status_text=words.of("statuses", str(row.status)),
        sources=sources_read(row.source, words),
        why=words.of("whys", figure.name) if row.why else "",
    )


def _value(figure: Figure, row: Value, words: Words) -> str:
    if row.value is None:
        unknown: str = words.of("statuses", str(Status.UNKNOWN))
        return unknown
    choice = figure.choices[row.value] if figure.choices and isinstance(row.value, int) else ""
    return figure_value(figure.name, figure.unit, row.value, choice, words)


@cache
def figures_of(article: Article) -> tuple[str, ...]:
    """Names of the figures the versions of an article read themselves, in the order met."""
    functions = [version.function for version in article.versions if version.function]
    return tuple(dict.fromkeys(name for function in functions for name in _figures_in(function)))


def _figures_in(function: Callable) -> list[str]:
    """Figures a rule reads, in the order of its source. No traced copy is made: all articles are asked, for a figure's readers."""
    definition = definition_of(function)
    law = definition.args.args[-1].arg
    read = [
        node
        for node in ast.walk(definition)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == law
    ]
    return [node.attr for node in sorted(read, key=lambda node: (node.lineno, node.col_offset)) if node.attr in all_figures()]


@cache
def calls_of(article: Article) -> tuple[Article, ...]:
    """Articles the versions of an article call themselves."""
    called = [one for version in article.versions if version.function for one in called_by(version.function)]
    return tuple(dict.fromkeys(called))


@cache
def below(article: Article) -> frozenset[str]:
    """Names of all articles an article comes to, itself not among them."""
    names: set[str] = set()
    for called in calls_of(article):
        names |= {called.name, *below(called)}
    return frozenset(names)


@cache
def _callers() -> dict[str, tuple[str, ...]]:
    callers: dict[str, list[str]] = {}
    for article in ARTICLES.values():
        for called in calls_of(article):
            callers.setdefault(called.name, []).append(article.name)
    return {name: tuple(found) for name, found in callers.items()}


def cited_by(article: Article) -> tuple[Article, ...]:
    """Articles that call an article themselves."""
    return tuple(ARTICLES[name] for name in _callers().get(article.name, ()))


def figures_below(article: Article) -> tuple[str, ...]:
    """Names of the figures an article rests on through those it calls, and does not read itself."""
    own = set(figures_of(article))
    names = dict.fromkeys(name for called in sorted(below(article)) for name in figures_of(ARTICLES[called]))
    return tuple(name for name in names if name not in own)


@cache
def readers(name: str) -> tuple[Article, ...]:
    """Articles that read a figure themselves."""
    return tuple(article for article in ARTICLES.values() if name in figures_of(article))


@cache
def dependants(name: str) -> tuple[Article, ...]:
    """Articles that come to a figure, themselves or through others."""
    direct = {article.name for article in readers(name)}
    return tuple(article for article in ARTICLES.values() if article.name in direct or below(article) & direct)


