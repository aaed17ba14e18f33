"""Whether an answer grants or refuses, read from the rule itself.

A rule refuses where it returns a row whose leading field is plainly nothing, under an outcome of its
own; the condition around that return is the first that failed. Where one of several conditions would
have done, all that answered no are given. What a rule hands on from another is looked for there.
"""

import ast
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..machine.articles import ARTICLES, Article
from ..machine.nodes import Line, Node
from ..machine.plans import called_by, plan_of
from ..machine.tracing import definition_of, script_of
from ..outcomes import Outcome
from ..words import words_of
from ..words.conditions import condition
from ..words.rendering import cite
from ..words.sums import Writer

UNKNOWN = Outcome.UNKNOWN.name


@dataclass(frozen=True)
class Condition:
    """A condition that stood in the way: the article applied, and its line in the trace."""

    node: Node
    line: Line

    @property
    def article(self) -> str:
        return self.node.article

    def text(self, language: str) -> str:
        """The condition with its numbers and its answer; empty where it only hands on another's."""
        return condition(Writer(words_of(language), self.node), self.line.sum, self.line.value)

    def cite(self, language: str) -> str:
        return cite(self.node.act, self.node.number, self.node.clause, words_of(language))


@dataclass(frozen=True)
class Way:
    """One return of a rule: its line, the conditions around it as (line, answer), its outcome and leading value.

    ``outcome`` is empty and ``leads`` None where they are not plainly written.
    """

    at: int
    around: tuple[tuple[int, bool], ...]
    outcome: str
    leads: int | None


def leading_field(article: Article) -> str:
    """The result that says yes or no: the flag an answer begins with, else its headline."""
    results = plan_of(article).results
    first = next(iter(results))
    return first if results[first].unit == "flag" else article.headline or first


@cache
def ways_of(article: Article, function: Any) -> tuple[Way, ...]:
    """Every return of one version of an article."""
    around = _around(function)
    defaults = getattr(article.result, "_field_defaults", {})
    field = leading_field(article)
    found = []
    for kind, _, shape, at in script_of(function).lines:
        if kind == "return":
            row = shape[1] if shape[0] == "row" else {}
            outcome = _code(row.get("outcome")) if "outcome" in row or not row else defaults["outcome"].name
            found.append(Way(at, around[at], outcome, _leads(row.get(field, ["none"]), article, function)))
    return tuple(found)


def _leads(shape: list, article: Article, function: Any) -> int | None:
    """The leading value where it is plainly written: a number, or the choice that names nothing, such as ``no_basis``."""
    if shape[0] == "code":
        options = plan_of(article).results[leading_field(article)].options
        return 0 if options and options[0].startswith("no_") and function.__globals__.get(shape[1]) == 0 else None
    return shape[1] if shape[0] == "number" else None


def _code(shape: list | None) -> str:
    return shape[1] if shape and shape[0] == "code" and shape[1] in Outcome.__members__ else ""


@cache
def _around(function: Any) -> dict[int, tuple[tuple[int, bool], ...]]:
    """The conditions each assignment and return of a rule stands under, by its line."""
    around: dict[int, tuple[tuple[int, bool], ...]] = {}
    _walk(definition_of(function).body, (), around)
    return around


def _walk(statements: list[ast.stmt], path: tuple[tuple[int, bool], ...], around: dict[int, tuple]) -> None:
    """Notes for the line of each assignment and return the conditions it stands under."""
    for statement in statements:
        if isinstance(statement, ast.If):
            at = statement.test.lineno
            _walk(statement.body, (*path, (at, True)), around)
            _walk(statement.orelse, (*path, (at, False)), around)
        elif isinstance(statement, ast.For):
            _walk(statement.body, path, around)
        elif isinstance(statement, ast.Return | ast.Assign | ast.AugAssign) and statement.value is not None:
            around[statement.value.lineno] = path


def _versions(article: Article) -> list[Any]:
    return [version.function for version in article.versions if version.function is not None]


@cache
def refusals(article: Article) -> frozenset[str]:
    """Outcomes by which an article itself refuses."""
    if "outcome" not in plan_of(article).results:
        return frozenset()
    ways = [way for function in _versions(article) for way in ways_of(article, function) if way.outcome not in ("", UNKNOWN)]
    granting = {way.outcome for way in ways if way.leads != 0}
    absent = getattr(article.absent, "outcome", None)
    ended = {absent.name} if absent is not None and getattr(article.absent, leading_field(article)) == 0 else set()
    return frozenset(
        {way.outcome for way in ways if way.outcome not in granting or way.outcome.startswith("NOT_")} | ended
    )


@cache
def refusals_below(article: Article) -> frozenset[str]:
    """Outcomes by which the articles it calls refuse."""
    found: set[str] = set()
    for function in _versions(article):
        for called in called_by(function):
            found |= refusals(called) | refusals_below(called)
    return frozenset(found)


def entitled(node: Node) -> bool | None:
    """Whether an answer grants; None where no right was asked about, or the facts allow no answer."""
    article = ARTICLES.get(node.article)
    if article is None or not isinstance(node.output, dict):
        return None
    return verdict(article, node.outcome, node.output[leading_field(article)])


def verdict(article: Article, outcome: str, leads: int) -> bool | None:
    """The same of an outcome and the leading value."""
    if outcome in ("", UNKNOWN):
        return None
    own, below = refusals(article), refusals_below(article)
    if outcome in own:
        return False
    if outcome in below:
        return False if leads == 0 else None
    return True if own or below else None


def failed(node: Node) -> tuple[Condition, ...]:
    """What stood in the way of a refused answer, or of any answer; one condition, or all of which one was needed."""
    article = ARTICLES.get(node.article)
    function = _function(article, node) if article is not None else None
    returned = next((line for line in reversed(node.lines) if line.kind == "return"), None)
    if article is None or function is None or returned is None:
        return ()
    child = _handed_on(node, returned.sum)
    if child is not None:
        return failed(child)
    ways = ways_of(article, function)
    path = _around(function).get(_decided_at(node, returned), ())
    alone = not any(not way.around and way.outcome == node.outcome for way in ways)
    if path and alone:
        return _at(node, path[-1][0])
    return _needed(node, article, ways)


def _function(article: Article, node: Node) -> Any:
    """The version of an article a node was made by."""
    from ..days import date_of

    for version in article.versions:
        if version.function is not None and date_of(version.starts).isoformat() == node.since:
            return version.function
    return None


def _handed_on(node: Node, shape: list) -> Node | None:
    """The article below whose answer, or whose outcome, was handed on."""
    outcome = shape[1].get("outcome") if shape[0] == "row" else shape
    if outcome is None or outcome[0] not in ("name", "article"):
        return None
    if outcome[:2] == ["name", "outcome"] and any(line.name == "outcome" for line in node.lines):
        return None  # a variable of its own
    return next((child for child in node.children if child.outcome and child.outcome == node.outcome), None)


def _decided_at(node: Node, returned: Line) -> int:
    """The line that fixed the outcome: the return, or the assignment it returns."""
    outcome = returned.sum[1].get("outcome") if returned.sum[0] == "row" else None
    if outcome and outcome[:2] == ["name", "outcome"]:
        chosen = [line for line in node.lines if line.kind == "set" and line.name == "outcome"]
        if chosen:
            return chosen[-1].at
    return returned.at


def _at(node: Node, at: int) -> tuple[Condition, ...]:
    """The condition of one line; where it asks what another article refused, that article's own."""
    line = next((line for line in node.lines if line.kind == "if" and line.at == at), None)
    if line is None:
        return ()
    for name, value in _names(line.sum):
        for child in reversed(node.children):
            gives = isinstance(child.output, dict) and name in child.output and child.output[name] == value
            if gives and (entitled(child) is False or child.outcome == UNKNOWN):
                return failed(child) or (Condition(node, line),)
    return (Condition(node, line),)


def _names(shape: list) -> list[tuple[str, Any]]:
    if shape[0] == "name":
        return [(shape[1], shape[2])]
    return [found for part in shape[1:] if isinstance(part, list) for found in _names(part)] if shape[0] in ("op", "call") else []


def _needed(node: Node, article: Article, ways: tuple[Way, ...]) -> tuple[Condition, ...]:
    """Conditions that answered no and would have granted, whatever else held; else the last that was asked."""
    refusing = refusals(article) | {UNKNOWN}
    under: dict[bool, set[int]] = {True: set(), False: set()}
    for way in ways:
        grants = way.outcome not in refusing and way.leads != 0
        under[grants] |= {at for at, taken in way.around if taken}
    granting = under[True] - under[False]
    asked = [Condition(node, line) for line in node.lines if line.kind == "if"]
    return tuple(one for one in asked if one.line.at in granting and not one.line.value) or tuple(asked[-1:])
