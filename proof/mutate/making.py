"""The changes tried on a rule: each imitates one mistake somebody could make in writing it.

A change that cannot matter is not made: `flag >= 1` for `flag == 1`, or a product in the other order.
"""

import ast
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import pairwise

from opentamin.law.days import date_from_text, text_of
from opentamin.law.kinds import fields_of
from opentamin.law.machine.figures import Rate, all_figures

from .changes import CHANGEOVER, Change
from .comparing import SIGNS, other_tests
from .knowing import Known
from .rules import Rule

Edit = tuple[int, int, str, str]
ARITHMETIC = {ast.Add: ("+", "-"), ast.Sub: ("-", "+"), ast.Mult: ("*", "//"), ast.FloorDiv: ("//", "*"), ast.Mod: ("%", "//")}
OTHER_END = {"min": "max", "max": "min"}
ANY_ORDER = {"min", "max", "range", "len", "abs"}


def changes_of(rule: Rule) -> list[Change]:
    """Every change tried on a rule, in the order of its text; no two of them say the same."""
    maker = Maker(rule)
    seen = {ast.dump(Change(rule, 0, 0, "", CHANGEOVER).definition)}
    made = []
    for start, end, new, kind in sorted(maker.edits()):
        change = Change(rule, start, end, new, kind)
        says = ast.dump(change.definition)
        if says not in seen:
            seen.add(says)
            made.append(change)
    return [*changeovers(rule), *made]


def changeovers(rule: Rule) -> Iterator[Change]:
    """An amendment that takes over a day early or a day late."""
    for mark in rule.definition.decorator_list:
        if isinstance(mark, ast.Call) and isinstance(mark.func, ast.Attribute) and mark.func.attr == "amended":
            span = next(word.value for word in mark.keywords if word.arg == "in_force")
            first = span.elts[0] if isinstance(span, ast.Tuple) else span
            start, end = Maker(rule).span(first)
            day = date_from_text(ast.literal_eval(first))
            for days in (-1, 1):
                yield Change(rule, start, end, f'"{text_of(day + timedelta(days=days))}"', CHANGEOVER)


class Maker:
    """Finds the places of one rule at which something can be said otherwise."""

    def __init__(self, rule: Rule) -> None:
        self.rule, self.known = rule, Known(rule)
        self.line_starts = [0]
        for line in rule.text.splitlines(keepends=True):
            self.line_starts.append(self.line_starts[-1] + len(line))
        body = rule.definition.body
        is_worded = isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant)
        self.nodes = [node for statement in body[is_worded:] for node in ast.walk(statement)]
        self.compared = {id(side) for node in self.nodes if isinstance(node, ast.Compare) for side in (node.left, *node.comparators)}
        self.outcomes = list(dict.fromkeys(ast.unparse(node) for node in self.nodes if _is_outcome(node)))

    def edits(self) -> Iterator[Edit]:
        makers: dict[type, Callable[..., Iterator[Edit]]] = {
            ast.If: self._condition, ast.IfExp: self._condition, ast.Compare: self._comparison, ast.BoolOp: self._joint,
            ast.UnaryOp: self._sign, ast.BinOp: self._arithmetic, ast.AugAssign: self._running_total,
            ast.Constant: self._number, ast.Name: self._name, ast.Attribute: self._attribute, ast.Call: self._call,
        }  # fmt: skip
        for node in self.nodes:
            if type(node) in makers:
                yield from makers[type(node)](node)

    # Conditions

    def _condition(self, node: ast.If | ast.IfExp) -> Iterator[Edit]:
        """A condition left out, held always, or turned round."""
        yield self._in_place(node.test, "False", "condition dropped")
        yield self._in_place(node.test, "True", "condition always met")
        yield self._in_place(node.test, f"not ({self._text(node.test)})", "condition negated")

    def _comparison(self, node: ast.Compare) -> Iterator[Edit]:
        sides = [node.left, *node.comparators]
        for place, operator in enumerate(node.ops):
            left, right = sides[place], sides[place + 1]
            for sign, moved in other_tests(operator, left, right, self.known):
                if sign in ("True", "False"):
                    if len(node.ops) == 1:
                        yield self._in_place(node, sign, "comparison settled")
                elif moved is None:
                    yield self._between(left, right, SIGNS[type(operator)], sign, "comparison")
                else:
                    yield self._in_place(right, str(moved), "number")

    def _joint(self, node: ast.BoolOp) -> Iterator[Edit]:
        """`and` for `or`; one part left out."""
        old, new, idle = ("and", "or", "True") if isinstance(node.op, ast.And) else ("or", "and", "False")
        for left, right in pairwise(node.values):
            yield self._between(left, right, old, new, "and, or")
        for part in node.values:
            yield self._in_place(part, idle, "part of a condition dropped")

    # Arithmetic

    def _sign(self, node: ast.UnaryOp) -> Iterator[Edit]:
        yield self._in_place(node, f"({self._text(node.operand)})", "sign dropped")

    def _arithmetic(self, node: ast.BinOp) -> Iterator[Edit]:
        if type(node.op) in ARITHMETIC:
            old, new = ARITHMETIC[type(node.op)]
            yield self._between(node.left, node.right, old, new, "arithmetic")

    def _running_total(self, node: ast.AugAssign) -> Iterator[Edit]:
        old, new = ARITHMETIC[type(node.op)]
        yield self._between(node.target, node.value, f"{old}=", f"{new}=", "arithmetic")
        if isinstance(node.op, ast.Add | ast.Sub):
            yield self._in_place(node.value, "0", "step dropped")

    def _number(self, node: ast.Constant) -> Iterator[Edit]:
        """A number one more or one less; beside a comparison it is among the other tests."""
        if isinstance(node.value, int) and not isinstance(node.value, bool) and id(node) not in self.compared:
            yield self._in_place(node, str(node.value + 1), "number")
            if node.value > 0:
                yield self._in_place(node, str(node.value - 1), "number")

    # Names

    def _name(self, node: ast.Name) -> Iterator[Edit]:
        """Another fact of the same kind."""
        kind = self.known.parameters.get(node.id)
        alike = [name for name, other in self.known.parameters.items() if kind is not None and other == kind]
        yield from self._next_of(node, node.id, alike, "another fact")

    def _attribute(self, node: ast.Attribute) -> Iterator[Edit]:
        figure, row = self.known.figure(node), self.known.row_of(node.value)
        if _is_outcome(node):
            others = self.outcomes if len(self.outcomes) > 1 else [*self.outcomes, "Outcome.UNKNOWN"]
            yield from self._next_of(node, ast.unparse(node), others, "another outcome")
        elif figure is not None and not figure.choices:
            yield from self._another_figure(node)
        elif row is not None:
            kinds = fields_of(row)
            alike = [name for name, kind in kinds.items() if kind == kinds.get(node.attr)]
            prefix = ast.unparse(node.value)
            yield from self._next_of(node, f"{prefix}.{node.attr}", [f"{prefix}.{name}" for name in alike], "another fact")

    def _another_figure(self, node: ast.Attribute) -> Iterator[Edit]:
        """A figure of the same unit: one this rule reads, else one of its act, else any; the same number proves nothing."""
        figures = all_figures()
        own = figures[node.attr]
        here = {other.attr for other in self.nodes if isinstance(other, ast.Attribute) and self.known.figure(other)}
        alike = [
            name for name, figure in figures.items()
            if figure.unit == own.unit and figure.values[-1].value not in (None, own.values[-1].value)
        ]  # fmt: skip
        alike.sort(key=lambda name: (name not in here, figures[name].act != own.act))
        if alike:
            yield self._in_place(node, f"{self.known.law}.{alike[0]}", "another figure")
        elif not isinstance(own.values[-1].value, Rate):
            yield self._in_place(node, f"({self.known.law}.{node.attr} + 1)", "another figure")

    def _next_of(self, node: ast.expr, own: str, alike: list[str], kind: str) -> Iterator[Edit]:
        if own in alike and len(alike) > 1:
            yield self._in_place(node, alike[(alike.index(own) + 1) % len(alike)], kind)

    # Calls

    def _call(self, node: ast.Call) -> Iterator[Edit]:
        name = ast.unparse(node.func)
        if name in OTHER_END:
            yield self._in_place(node.func, OTHER_END[name], "lesser for greater")
        if name == "range":
            yield self._in_place(node.args[-1], f"{self._text(node.args[-1])} - 1", "one turn fewer")
        for argument in node.args:
            figure = self.known.figure(argument)
            if figure is not None and len(figure.choices) == 2:
                yield self._in_place(argument, f"1 - {self._text(argument)}", "other rounding")
        if name not in ANY_ORDER:
            yield from self._other_order(node)

    def _other_order(self, node: ast.Call) -> Iterator[Edit]:
        """Two neighbours of one kind given in each other's place."""
        kinds = self.known.takes(node)
        given = [*zip(kinds, node.args, strict=False), *((str(word.arg), word.value) for word in node.keywords)]
        for (one, left), (other, right) in pairwise(given):
            is_law = isinstance(right, ast.Name) and right.id == self.known.law
            figures = [figure.unit if figure else "" for figure in map(self.known.figure, (left, right))]
            if kinds.get(one) == kinds.get(other) and figures[0] == figures[1] and not is_law:
                start, middle, last, end = *self.span(left), *self.span(right)
                between = self.rule.text[middle:last].decode()
                yield start, end, self._text(right) + between + self._text(left), "other order"

    # Places in the text

    def span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        """Where an expression begins and ends in the text."""
        end_line, end_column = node.end_lineno or node.lineno, node.end_col_offset or 0
        return self.line_starts[node.lineno - 1] + node.col_offset, self.line_starts[end_line - 1] + end_column

    def _text(self, node: ast.expr) -> str:
        start, end = self.span(node)
        return self.rule.text[start:end].decode()

    def _in_place(self, node: ast.expr, new: str, kind: str) -> Edit:
        return *self.span(node), new, kind

    def _between(self, left: ast.expr, right: ast.expr, old: str, new: str, kind: str) -> Edit:
        """The sign between two parts; comments do not stand there."""
        start, end = self.span(left)[1], self.span(right)[0]
        place = self.rule.text.index(old.encode(), start, end)
        return place, place + len(old), new, kind


def _is_outcome(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "Outcome"
