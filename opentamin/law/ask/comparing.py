"""The same facts under two laws: what differs, article by article.

Two days of the law in force, or the law and a reform. Both explanations are walked side by side.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..machine.articles import Article
from ..machine.dated import Law
from ..machine.nodes import FigureUsed, Line, Node
from .deciding import Decision, decide

BEFORE, AFTER = "before", "after"


@dataclass(frozen=True)
class FigureDifference:
    """A figure both sides read in one article, with other values."""

    name: str
    before: FigureUsed
    after: FigureUsed


@dataclass(frozen=True)
class ResultDifference:
    """A result of one article that is not the same; "value" where it gives one number."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True)
class ConditionDifference:
    """A condition of one article that was answered otherwise."""

    before: Line
    after: Line


@dataclass(frozen=True)
class ArticleDifference:
    """One article where the two sides part; ``before`` or ``after`` is None where it was not applied.

    ``is_reworded``: another dated version of the article governs.
    """

    article: str
    before: Node | None
    after: Node | None
    is_reworded: bool = False
    figures: tuple[FigureDifference, ...] = ()
    results: tuple[ResultDifference, ...] = ()
    conditions: tuple[ConditionDifference, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """Two decisions on the same facts, and every article where they part, in the order of the calculation."""

    before: Decision
    after: Decision
    results: tuple[ResultDifference, ...]
    articles: tuple[ArticleDifference, ...]

    @property
    def is_same(self) -> bool:
        return not self.articles and self.before.status is self.after.status

    def to_dict(self, language: str, sides: tuple[str, str] | None = None) -> dict[str, Any]:
        from .telling_compare import comparison_as_data

        return comparison_as_data(self, language, sides)


def compare(article: Article, facts: Mapping[str, Any], before: Law, after: Law) -> Comparison:
    """The same facts under two laws."""
    return compare_decisions(decide(article, facts, before), decide(article, facts, after))


def compare_decisions(before: Decision, after: Decision) -> Comparison:
    """Two decisions of one article; where one of them is none, only the decisions are given."""
    if before.node is None or after.node is None:
        return Comparison(before, after, (), ())
    results = tuple(_results(before.node, after.node))
    return Comparison(before, after, results, tuple(_walk(before.node, after.node)))


def _walk(before: Node, after: Node) -> Iterator[ArticleDifference]:
    """This article if it parts, then all below it, those of the earlier law first."""
    found = _difference(before, after)
    if found is not None:
        yield found
    below = dict(_named(before))
    beside = dict(_named(after))
    for place, child in below.items():
        if place in beside:
            yield from _walk(child, beside[place])
        else:
            yield ArticleDifference(child.article, child, None)
    for place, child in beside.items():
        if place not in below:
            yield ArticleDifference(child.article, None, child)


def _named(node: Node) -> Iterator[tuple[tuple[str, int], Node]]:
    """Children by their article and by how often it was applied before."""
    seen: Counter[str] = Counter()
    for child in node.children:
        yield (child.article, seen[child.article]), child
        seen[child.article] += 1


def _difference(before: Node, after: Node) -> ArticleDifference | None:
    is_reworded = (before.since, before.act, before.number, before.clause) != (after.since, after.act, after.number, after.clause)
    figures = tuple(_figures(before, after))
    results = tuple(_results(before, after))
    conditions = () if is_reworded else tuple(_conditions(before, after))
    if not (is_reworded or figures or results or conditions):
        return None
    return ArticleDifference(before.article, before, after, is_reworded, figures, results, conditions)


def _figures(before: Node, after: Node) -> Iterator[FigureDifference]:
    read = {figure.name: figure for figure in after.figures}
    for figure in before.figures:
        other = read.get(figure.name)
        if other is not None and (figure.value, figure.status) != (other.value, other.status):
            yield FigureDifference(figure.name, figure, other)


def _results(before: Node, after: Node) -> Iterator[ResultDifference]:
    one, other = (node.output if isinstance(node.output, dict) else {"value": node.output} for node in (before, after))
    for name in one:
        if name in other and one[name] != other[name]:
            yield ResultDifference(name, one[name], other[name])


def _conditions(before: Node, after: Node) -> Iterator[ConditionDifference]:
    answers = {line.at: line for line in after.lines if line.kind == "if"}
    for line in before.lines:
        other = answers.get(line.at) if line.kind == "if" else None
        if other is not None and bool(line.value) != bool(other.value):
            yield ConditionDifference(line, other)
