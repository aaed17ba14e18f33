"""Explaining: a copy of an article's source in which every step leaves a note.

The copy is made from the syntax tree once per article. Each name, fact, figure and nested
article is read through ``__frame__``, and each assignment, condition and return passes its
value through it, so ``and``, ``or`` and early returns behave exactly as in the original.
"""

from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from typing import Any

from ..days import date_of
from ..errors import Missing, OutOfBounds
from ..kinds import Kind, fields_of, is_row, kind_needed, kind_of
from .nodes import FigureUsed, Line, Node
from .scripts import Script, script_of
from .scripts import definition_of as definition_of
from .scripts import same_source as same_source


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
        self.places: dict[int, Line] = {}
        self.sites: dict[int, int] = {}
        self.read: set[str] = set()
        # Rows shown before, held so that their identity stays theirs.
        self.rows: dict[int, tuple[Any, Any]] = {}

    def figure(self, leaf: int, value: Any) -> Any:
        """A figure read; it is listed once."""
        name = self.script.figures[leaf]
        if name not in self.read:
            self.read.add(name)
            self.node.figures.append(_figure_used(self.law, name))
        return value

    def note(self, place: int, value: Any, written: list) -> Any:
        """A step taken, with its expression as it was met; inside a loop the last one stands, with a count."""
        shown = value if value.__class__ is int else self.shown(value)
        line = self.places.get(place)
        if line is None:
            kind, name, _, at = self.script.lines[place]
            line = self.places[place] = Line(kind, name, shown, written, at)
            self.node.lines.append(line)
        else:
            line.value, line.sum, line.times = shown, written, line.times + 1
        return value

    def shown(self, value: Any) -> Any:
        """A value as JSON can hold it; of one row always the same."""
        kind = type(value)
        if kind is int or kind is bool or value is None:
            return value
        known = self.rows.get(id(value))
        if known is None:
            known = self.rows[id(value)] = (value, plain(value))
        return known[1]

    def call(self, leaf: int, article: Any, *arguments: Any) -> Any:
        """A nested article; one call site is one child, folded inside a loop."""
        child, value = trace(article, arguments, self.shown)
        children = self.node.children
        if leaf in self.sites:
            child.times = children[self.sites[leaf]].times + 1
            children[self.sites[leaf]] = child
        else:
            self.sites[leaf] = len(children)
            children.append(child)
        self.rows[id(value)] = (value, child.output)
        return value


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


def trace(article: Any, arguments: tuple, shown: Callable[[Any], Any] | None = None) -> tuple[Node, Any]:
    """Run an article with notes; returns its node and its plain result. `shown` makes data of a value, and knows those it made."""
    law = arguments[-1]
    version = article.version_for(law)
    node = _open(article, version, arguments, law, shown or plain)
    if version is None:
        value = article.absent
    else:
        script = script_of(version.function)
        value = script.run(Frame(node, script, law), *arguments)
    node.output = plain(value)
    outcome = getattr(value, "outcome", None)
    node.outcome = outcome.name if isinstance(outcome, Enum) else ""
    return node, value


def _open(article: Any, version: Any, arguments: tuple, law: Any, shown: Callable[[Any], Any]) -> Node:
    reference = article.reference if version is None else version.reference
    inputs: dict[str, Any] = {}
    for name, value in zip(article.parameters, arguments, strict=False):
        if value.__class__ is int:
            inputs[name] = value
        elif isinstance(value, Facts) or hasattr(value, "_asdict"):
            inputs.update(shown(value))
        else:
            inputs[name] = shown(value)
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
    if isinstance(value, Facts):
        return {name: plain(part) for name, part in value._given.items()}
    if hasattr(value, "_asdict"):
        if hasattr(value, "denominator"):
            return list(value)
        return {name: part if type(part) is int else plain(part) for name, part in zip(value._fields, value, strict=True)}
    if hasattr(value, "tolist"):
        return value.tolist()
    return [plain(part) for part in value]
