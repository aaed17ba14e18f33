"""What the law says of itself, as lines of text: contents, figures, explanations, gaps."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from . import days
from .errors import LawError
from .machine.articles import ARTICLES, Article
from .machine.cases import differences, read_cases
from .machine.dated import Law, at, unknown_figures
from .machine.figures import Status
from .machine.nodes import Node, is_enforceable
from .machine.tracing import explain
from .words import Step, figure_sentence_parts, figure_value, render, words_of
from .words.files import Words
from .words.numerals import day as told_day
from .words.rendering import cite


class NoSuchArticle(LawError):
    """The law has no article of that name."""


def article_named(name: str) -> Article:
    """An article by its name; NoSuchArticle otherwise."""
    if name not in ARTICLES:
        raise NoSuchArticle(
            f"قاعده‌ای به نام «{name}» نیست؛ نام‌ها را با «law list» ببینید.",
            f"The law has no article named {name!r}; see `law list` for the names.",
        )
    return ARTICLES[name]


def contents(language: str) -> Iterator[str]:
    """One line an article: name, reference, title, days it governs."""
    words = words_of(language)
    for name, article in sorted(ARTICLES.items(), key=lambda item: (item[1].reference.act, item[0])):
        where = cite(article.reference.act, article.reference.number, article.reference.clause, words)
        yield f"{name:26} {words.article(name)['title']} · {where} · {_governs(article, words)}"


def _governs(article: Article, words: Words) -> str:
    """The days an article governs."""
    said = words.data["book"]["page"]
    told = [
        said["in_force" if end else "in_force_since"].format(start=_day(start, words), end=_day(end, words, before=1) if end else "")
        for start, end in article.spans()
    ]
    joined: str = words.of("patterns", "part_join").join(told)
    return joined


def _day(written: str, words: Words, before: int = 0) -> str:
    shown = days.date_of(days.number_of(days.date_from_text(written)) - before)
    return told_day(shown, words.language, words.of("calendar", "months"))


def figures(law: Law, language: str) -> Iterator[str]:
    """One line a figure on one day: name, words, value, since when, how well known."""
    words = words_of(language)
    for name, (figure, row) in law.rows().items():
        label = words.of("figures", name)
        if row is None or row.value is None:
            yield f"{name:26} {label}: {words.of('statuses', 'unknown')}"
            continue
        choice = figure.choices[int(row.value)] if figure.choices and isinstance(row.value, int) else ""
        value = figure_value(name, figure.unit, row.value, choice, words)
        status = words.of("statuses", str(row.status))
        yield f"{name:26} {label}: {value} · {days.text_of(row.since)} · {status} · {row.source}"


def unknown(language: str) -> Iterator[str]:
    """Figures nobody has supplied, from which day, and whom to ask."""
    for figure, row in unknown_figures():
        name, day, article, ask = figure_sentence_parts(figure, row.since, language)
        yield f"{figure.name:26} {name} · {day} · {article} · {ask}"


def explained(name: str, facts: dict[str, Any], on: date) -> Node:
    """The explanation of one case by the law of a day."""
    return explain(article_named(name), facts, at(on))


def step_lines(node: Node, language: str) -> Iterator[str]:
    """An explanation as indented text; says when it may not be enforced."""
    yield from _lines(render(node, language), 0, "؛" if language == "fa" else ";")
    if not is_enforceable(node):
        yield words_of(language).of("statuses", str(Status.RECOLLECTED))


def _lines(step: Step, depth: int, stop: str) -> Iterator[str]:
    pad = "    " * depth
    yield f"{pad}{step.title}: {step.value} ({step.cite})"
    yield from (f"{pad}  {text}" for text in (step.calc, step.outcome, *step.lines) if text)
    for figure in step.figures:
        yield f"{pad}  [{figure.label}: {figure.value}{stop} {figure.since}{stop} {figure.status}]"
    for child in step.children:
        yield from _lines(child, depth + 1, stop)


def case_lines() -> Iterator[tuple[bool, str]]:
    """(met, line) for every written case."""
    for case in read_cases():
        found = differences(case)
        name = " ".join(part for part in (case.mark, case.says) if part)
        yield not found, f"{'ok  ' if not found else 'FAIL'} {name}{''.join(f' | {line}' for line in found)}"
