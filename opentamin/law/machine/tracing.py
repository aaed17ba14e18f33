"""Explaining: a copy of an article's source in which every step leaves a note.

The copy is made from the syntax tree once per article. Each name, fact, figure and nested
article is read through ``__frame__``, and each assignment, condition and return passes its
value through it, so ``and``, ``or`` and early returns behave exactly as in the original.
"""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from typing import Any

from ..days import date_of
from ..errors import Missing, OutOfBounds
from ..kinds import Kind, fields_of, is_row, kind_needed, kind_of
from . import sources
from .nodes import FigureUsed, Line, Node
from .rewriting import Rewriter

Filler = Callable[[dict[int, Any]], list]


@dataclass
class Script:
    """The traced copy of one function and the static part of its notes.

    ``fillers`` write the expression of each line with the values kept; ``figures`` are the leaves that read one.
    """

    run: Callable
    leaves: list[tuple[str, str]] = field(default_factory=list)
    lines: list[tuple[str, str, list, int]] = field(default_factory=list)
    fillers: list[Filler] = field(default_factory=list)
    figures: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.fillers = [filler(shape, self.leaves) for _, _, shape, _ in self.lines]
        self.figures = {place: name for place, (kind, name) in enumerate(self.leaves) if kind == "figure"}


def filler(shape: list, leaves: list[tuple[str, str]]) -> Filler:
    """A function that writes an expression with the values kept; parts never reached stay bare."""
    head = shape[0]
    if head == "leaf":
        place = shape[1]
        kind, name = leaves[place]

        def fill_leaf(kept: dict[int, Any]) -> list:
            value = kept.get(place)
            return [kind, name, value if value is None or type(value) is int else plain(value)]

        return fill_leaf
    if head in ("op", "call"):
        sign, parts = shape[1], [filler(part, leaves) for part in shape[2:]]
        return lambda kept: [head, sign, *[part(kept) for part in parts]]
    if head == "row":
        fields = {name: filler(part, leaves) for name, part in shape[1].items()}
        return lambda kept: [head, {name: part(kept) for name, part in fields.items()}]
    return lambda kept: shape


class Facts:
    """A row of facts of which some may not be known yet."""

    def __init__(self, row: Any, given: Mapping[str, Any], article: str) -> None:
        self._row, self._given, self._article = row, dict(given), article
        self._assumed: dict[str, int] = {}

    def __getattr__(self, name: str) -> Any:
        if name in self._given:
            return self._given[name]
        if name in self._row._field_defaults:
            self._assumed[name] = int(self._row._field_defaults[name])
            return self._row._field_defaults[name]
        raise Missing(name, self._article)


class Frame:
    """Collects the notes of one run of one article into its node."""

    def __init__(self, node: Node, script: Script, law: Any) -> None:
        self.node, self.script, self.law = node, script, law
        self.kept: dict[int, Any] = {}
        self.places: dict[int, Line] = {}
        self.sites: dict[int, int] = {}
        self.read: set[str] = set()

    def keep(self, leaf: int, value: Any) -> Any:
        """A value read; figures are listed once."""
        self.kept[leaf] = value
        name = self.script.figures.get(leaf)
        if name is not None and name not in self.read:
            self.read.add(name)
            self.node.figures.append(_figure_used(self.law, name))
        return value

    def note(self, place: int, value: Any) -> Any:
        """A step taken; inside a loop the last one stands, with a count."""
        line = self.places.get(place)
        total = self.script.fillers[place](self.kept)
        if line is None:
            kind, name, _, at = self.script.lines[place]
            line = self.places[place] = Line(kind, name, plain(value), total, at)
            self.node.lines.append(line)
        else:
            line.value, line.sum, line.times = plain(value), total, line.times + 1
        return value

    def call(self, leaf: int, article: Any, *arguments: Any) -> Any:
        """A nested article; one call site is one child, folded inside a loop."""
        child, value = trace(article, arguments)
        children = self.node.children
        if leaf in self.sites:
            child.times = children[self.sites[leaf]].times + 1
            children[self.sites[leaf]] = child
        else:
            self.sites[leaf] = len(children)
            children.append(child)
        return self.keep(leaf, value)


def explain(article: Any, facts: Any, law: Any) -> Node:
    """Run an article for one case and return its explanation.

    ``facts`` is a dict by name, or the row the article takes. Raises Missing for a fact
    the rule reads and was not given, OutOfBounds, NotInForce and UnknownFigure.
    """
    return trace(article, (*arguments_of(article, facts), law))[0]


def arguments_of(article: Any, facts: Any) -> tuple:
    """The arguments of an article out of facts by name, checked; rows raise Missing where a fact is read and not given."""
    given = facts._asdict() if hasattr(facts, "_asdict") else dict(facts)
    return tuple(_argument(article, name, hint, given) for name, hint in article.parameters.items())


def assumed_by(arguments: tuple) -> dict[str, int]:
    """Facts a rule has read that were not given, with the usual value they were taken at."""
    return {name: value for row in arguments if isinstance(row, Facts) for name, value in row._assumed.items()}


def trace(article: Any, arguments: tuple) -> tuple[Node, Any]:
    """Run an article with notes; returns its node and its plain result."""
    law = arguments[-1]
    version = article.version_for(law)
    node = _open(article, version, arguments, law)
    if version is None:
        value = article.absent
    else:
        script = script_of(version.function)
        value = script.run(Frame(node, script, law), *arguments)
    node.output = plain(value)
    outcome = getattr(value, "outcome", None)
    node.outcome = outcome.name if isinstance(outcome, Enum) else ""
    return node, value


def _open(article: Any, version: Any, arguments: tuple, law: Any) -> Node:
    reference = article.reference if version is None else version.reference
    inputs: dict[str, Any] = {}
    for name, value in zip(article.parameters, arguments, strict=False):
        if isinstance(value, Facts):
            inputs.update({fact: plain(given) for fact, given in value._given.items()})
        elif hasattr(value, "_asdict"):
            inputs.update(plain(value))
        else:
            inputs[name] = plain(value)
    return Node(
        law=law.hash,
        day=law.day_text,
        known_on=law.known_text,
        article=article.name,
        act=reference.act,
        number=reference.number,
        clause=reference.clause,
        since=_day_text(version.starts) if version is not None else "",
        headline=article.headline,
        unit=_unit_of(article),
        inputs=inputs,
    )


@cache
def _day_text(number: int) -> str:
    return date_of(number).isoformat()


@cache
def _unit_of(article: Any) -> str:
    kind = kind_of(article.result)
    return kind.unit if kind else ""


def _argument(article: Any, name: str, hint: Any, given: Mapping[str, Any]) -> Any:
    """One argument of an article out of the facts given, checked against its kind."""
    if is_row(hint):
        kinds = fields_of(hint)
        known = {field: _checked(field, given[field], kinds[field]) for field in kinds if field in given}
        return Facts(hint, known, article.name)
    if name not in given:
        raise Missing(name, article.name)
    kind = kind_of(hint)
    if kind is not None:
        return _checked(name, given[name], kind)
    item = kind_needed(hint)
    return [_checked(name, value, item, row) for row, value in enumerate(given[name])]


def _checked(name: str, value: Any, kind: Kind, row: int | None = None) -> int:
    number = int(value)
    if not kind.least <= number <= kind.greatest or number != value:
        raise OutOfBounds(name, value, kind.least, kind.greatest, row)
    return number


def _figure_used(law: Any, name: str) -> FigureUsed:
    """The figure with its row in force; made once for a law, since nobody changes it."""
    made = law.used.get(name)
    if made is None:
        made = law.used[name] = _row_used(*law.figure(name))
    return made


def _row_used(figure: Any, row: Any) -> FigureUsed:
    return FigureUsed(
        name=figure.name,
        value=plain(row.value),
        unit=figure.unit,
        choice=figure.choices[row.value] if figure.choices else "",
        since=row.since.isoformat(),
        known_from=row.known_from.isoformat(),
        status=str(row.status),
        source=row.source,
        why=row.why,
        act=figure.act,
        number=figure.number,
    )


def plain(value: Any) -> Any:
    """A value as JSON can hold it: whole numbers, true and false, lists, dicts."""
    kind = type(value)
    if kind is int or kind is bool:
        return value
    if isinstance(value, int):
        return int(value)
    if hasattr(value, "_asdict"):
        if hasattr(value, "denominator"):
            return list(value)
        return {name: part if type(part) is int else plain(part) for name, part in zip(value._fields, value, strict=True)}
    if isinstance(value, Facts):
        return {name: plain(part) for name, part in value._given.items()}
    if hasattr(value, "tolist"):
        return value.tolist()
    return [plain(part) for part in value]


@cache
def script_of(function: Callable) -> Script:
    """The traced copy of a function, made once."""
    definition = definition_of(function)
    writer = Rewriter(function, definition)
    copy = writer.rewrite()
    space = dict(function.__globals__)
    exec(compile(copy, f"<traced {function.__qualname__}>", "exec"), space)  # noqa: S102 - our own source
    return Script(space[definition.name], writer.leaves, writer.lines)


@cache
def _tree(module: str) -> ast.Module:
    return ast.parse(sources.module_text(module))


def definition_of(function: Callable) -> ast.FunctionDef:
    """Syntax tree of a function, found by its first line in its module's source."""
    first = function.__code__.co_firstlineno
    for found in ast.walk(_tree(function.__module__)):
        if isinstance(found, ast.FunctionDef):
            top = min([found.lineno, *(mark.lineno for mark in found.decorator_list)])
            if top == first and found.name == function.__name__:
                return found
    raise LookupError(f"The source of {function.__qualname__} was not found.")


def same_source(one: Callable, other: Callable) -> bool:
    """Whether two functions say the same, whatever they are called."""
    return _body(one) == _body(other)


def _body(function: Callable) -> list[str]:
    definition = definition_of(function)
    return [ast.dump(statement) for statement in definition.body if not _is_docstring(statement)]


def _is_docstring(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)

