"""The differences of two laws in words and as data."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from ..machine.articles import ARTICLES
from ..machine.nodes import Node
from ..machine.plans import plan_of
from ..outcomes import Outcome
from ..words import words_of
from ..words.conditions import condition
from ..words.numerals import day as day_in_words
from ..words.rendering import cite, figure_line
from ..words.sums import Writer
from .comparing import ArticleDifference, Comparison, ResultDifference
from .deciding import Decision
from .saying import label, numbered, plain_result, say, valued_result
from .telling import tell

AMOUNTS = ("rials", "rials_day", "days", "months", "years", "count", "percent")


def comparison_lines(comparison: Comparison, language: str, sides: tuple[str, str] | None = None) -> tuple[str, ...]:
    """Both answers, then each difference in the order of the calculation; ``sides`` names the two laws."""
    names = sides or side_names(comparison, language)
    answers = [
        say(language, "compare", "answer", side=name, answer=tell(decision, language).lines[0])
        for name, decision in zip(names, (comparison.before, comparison.after), strict=True)
    ]
    lines = [say(language, "compare", "sides", before=names[0], after=names[1]), *answers]
    if comparison.is_same:
        lines.append(say(language, "compare", "same"))
    for found in comparison.articles:
        lines += _article(found, language, names)
    return tuple(dict.fromkeys(line[:1].upper() + line[1:] for line in lines))


def side_names(comparison: Comparison, language: str, reform: str = "") -> tuple[str, str]:
    """How the two sides are called: the law of a day, or a reform on a day."""
    one, other = (_day(decision, language) for decision in (comparison.before, comparison.after))
    before = say(language, "compare", "law_of", day=one)
    if reform:
        return before, say(language, "compare", "reform", title=reform, day=other)
    return before, say(language, "compare", "law_of", day=other)


def _day(decision: Decision, language: str) -> str:
    return day_in_words(decision.day, language, words_of(language).of("calendar", "months"))


def _article(found: ArticleDifference, language: str, sides: tuple[str, str]) -> Iterator[str]:
    words = words_of(language)
    title = words.article(found.article)["title"]
    if found.before is None or found.after is None:
        node = found.before or found.after
        code = "only_before" if found.after is None else "only_after"
        where = _cite(node, language) if node else ""
        yield say(language, "compare", code, title=title, cite=where, before=sides[0], after=sides[1])
        return
    if found.is_reworded:
        yield say(
            language, "compare", _wording(found.before, found.after), title=title,
            before=_cite(found.before, language), before_since=_since(found.before, language),
            after=_cite(found.after, language), after_since=_since(found.after, language),
        )  # fmt: skip
    for figure in found.figures:
        one, other = figure_line(figure.before, words), figure_line(figure.after, words)
        code = "figure_why" if other.why and figure.after.status == "proposed" else "figure"
        yield say(
            language, "compare", code, name=one.label, before=one.value, before_since=one.since,
            after=other.value, after_since=other.since, why=other.why,
        )  # fmt: skip
    for pair in found.conditions:
        texts = [condition(Writer(words, node), line.sum, line.value)
                 for node, line in ((found.before, pair.before), (found.after, pair.after))]  # fmt: skip
        if all(texts):
            yield say(language, "compare", "condition", title=title, cite=_cite(found.before, language), before=texts[0], after=texts[1])
    for result in found.results:
        yield _result(found, result, language)


def _wording(before: Node, after: Node) -> str:
    """Which sentence: another text, one where there was none, or none any more."""
    return "wording_new" if not before.since else "wording_gone" if not after.since else "wording"


def _result(found: ArticleDifference, result: ResultDifference, language: str) -> str:
    words, article = words_of(language), ARTICLES[found.article]
    title = words.article(found.article)["title"]
    if result.name == "outcome" and found.before is not None and found.after is not None:
        one, other = (words.of("outcomes", node.outcome) for node in (found.before, found.after))
        return say(language, "compare", "outcome", title=title, cite=_cite(found.before, language), before=one, after=other)
    kind = plan_of(article).results[result.name]
    own = title if result.name == "value" else label(article, result.name, language)
    name = title if own.casefold() == title.casefold() else say(language, "compare", "part", title=title, name=own)
    parts: dict[str, Any] = {"name": name, "before": valued_result(kind, result.before), "after": valued_result(kind, result.after)}
    if kind.unit not in AMOUNTS or kind.options:
        return say(language, "compare", "result", **parts)
    more = result.after - result.before
    return say(language, "compare", "amount" if more > 0 else "amount_less", by=numbered(abs(more)), **parts)


def _cite(node: Node, language: str) -> str:
    return cite(node.act, node.number, node.clause, words_of(language))


def _since(node: Node, language: str) -> str:
    words = words_of(language)
    if not node.since:
        return ""
    day = day_in_words(date.fromisoformat(node.since), language, words.of("calendar", "months"))
    return words.of("patterns", "since").format(day=day)


def comparison_as_data(comparison: Comparison, language: str, sides: tuple[str, str] | None = None) -> dict[str, Any]:
    """Both decisions and the differences as JSON can hold them."""
    return {
        "before": comparison.before.to_dict(language),
        "after": comparison.after.to_dict(language),
        "is_same": comparison.is_same,
        "results": [_result_data(comparison.before.article.name, one) for one in comparison.results],
        "articles": [_article_data(one, language) for one in comparison.articles],
        "text": list(comparison_lines(comparison, language, sides)),
    }


def _article_data(found: ArticleDifference, language: str) -> dict[str, Any]:
    words = words_of(language)
    return {
        "article": found.article,
        "in_before": found.before is not None,
        "in_after": found.after is not None,
        "is_reworded": found.is_reworded,
        "figures": [
            {"name": one.name, "before": figure_line(one.before, words).value, "after": figure_line(one.after, words).value}
            for one in found.figures
        ],
        "results": [_result_data(found.article, one) for one in found.results],
        "conditions": [
            {"line": one.before.at, "before": bool(one.before.value), "after": bool(one.after.value)} for one in found.conditions
        ],
    }


def _result_data(article: str, result: ResultDifference) -> dict[str, Any]:
    if result.name == "outcome":
        return {"name": "outcome", "before": Outcome(result.before).name, "after": Outcome(result.after).name}
    kind = plan_of(ARTICLES[article]).results[result.name]
    return {"name": result.name, "before": plain_result(kind, result.before), "after": plain_result(kind, result.after)}
