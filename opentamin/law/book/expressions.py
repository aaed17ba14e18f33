"""Expressions of a rule in words: sums, choices and conditions as a reader would say them."""

import ast
from collections.abc import Callable
from typing import Any

from ..kinds import Kind, fields_of, is_row
from ..machine.articles import Article
from ..machine.plans import plan_of
from ..rounding import divide, portion
from ..words.files import Words
from ..words.numerals import number
from ..words.sums import Writer
from .scope import Scope, outcome_of

SIGNS: dict[type, str] = {ast.Add: "+", ast.Sub: "−", ast.Mult: "×", ast.FloorDiv: "÷", ast.Mod: "mod"}
COMPARISONS: dict[type, str] = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!="}
SUMS = ("+", "−")


class Expressions:
    """Says the expressions of one version; notes which figures and articles a line named."""

    def __init__(self, words: Words, article: str, scope: Scope) -> None:
        self.words, self.article, self.scope = words, article, scope
        self.figures: list[str] = []
        self.articles: list[str] = []

    def pattern(self, key: str, /, **parts: str) -> str:
        filled: str = self.words.data["book"]["formula"][key].format(**parts)
        return filled

    def label(self, name: str, article: str = "") -> str:
        """A fact or a step in the word of its article; the name itself for what has none, such as a bare counter."""
        for owner in (self.article, article):
            try:
                return self.words.variable(owner, name)
            except KeyError:
                continue
        return name

    # Values

    def said(self, node: ast.expr) -> str:
        """A value in words."""
        outcome = outcome_of(node)
        if outcome:
            said: str = self.words.of("outcomes", outcome)
            return said
        constant = self.scope.constant(node)
        if constant is not None:
            return number(constant, self.words.language)
        sayers: dict[type, Callable[[Any], str]] = {
            ast.Constant: lambda one: self.truth(bool(one.value)), ast.Name: lambda one: self.label(one.id),
            ast.Attribute: self._attribute, ast.Subscript: self._member, ast.BinOp: self._sum, ast.UnaryOp: self._negative,
            ast.IfExp: self._either, ast.Call: self._call, ast.Compare: self.condition, ast.BoolOp: self.condition,
        }  # fmt: skip
        return sayers[type(node)](node)

    def value_of(self, kind: Kind | None, node: ast.expr) -> str:
        """A value where it is known what it fills: a named thing, yes or no, or a number with its unit."""
        constant = self.scope.constant(node)
        if kind is None or constant is None or outcome_of(node):
            return self.said(node)
        return self.words.option(kind, constant) if kind.options else Writer(self.words, None).with_unit(constant, kind.unit)

    def _attribute(self, node: ast.Attribute) -> str:
        if self.scope.figure(node) is not None:
            self._note(self.figures, node.attr)
            label: str = self.words.of("figures", node.attr)
            return label
        if node.attr == "outcome" and isinstance(node.value, ast.Name) and node.value.id in self.scope.results:
            return self.pattern("outcome_of", name=self.label(node.value.id))
        return self.label(node.attr)

    def _member(self, node: ast.Subscript) -> str:
        return self.pattern("member", series=self.said(node.value), place=self.said(node.slice))

    def _sum(self, node: ast.BinOp) -> str:
        sign = SIGNS[type(node.op)]
        left, right = self._inside(node.left, sign), self._inside(node.right, sign, is_right=True)
        if sign == "−" and isinstance(node.left, ast.Call) and ast.unparse(node.left.func) == "day_number":
            is_one = self.scope.constant(node.right) == 1
            return self.pattern("day_before" if is_one else "days_before", day=left, count=right)
        if sign == "÷":
            return self.pattern("whole_part", a=left, b=right)
        return self.pattern("remainder", a=left, b=right) if sign == "mod" else f"{left} {sign} {right}"

    def _inside(self, node: ast.expr, sign: str, is_right: bool = False) -> str:
        """A part of a sum, in brackets where it would otherwise be read apart."""
        own = SIGNS[type(node.op)] if isinstance(node, ast.BinOp) else ""
        is_looser = own in SUMS and (sign not in SUMS or (is_right and sign == "−"))
        return f"({self.said(node)})" if is_looser or isinstance(node, ast.IfExp) else self.said(node)

    def _negative(self, node: ast.UnaryOp) -> str:
        if isinstance(node.op, ast.Not):
            return self.condition(node)
        return self.pattern("negative", value=self._inside(node.operand, "×"))

    def _either(self, node: ast.IfExp) -> str:
        return self.pattern("either", a=self.said(node.body), test=self.condition(node.test), b=self.said(node.orelse))

    # Calls

    def _call(self, node: ast.Call) -> str:
        name, called = ast.unparse(node.func), self.scope.called(node)
        if isinstance(called, Article):
            return self._article(called, node)
        if is_row(called):
            return self.row(called, node)
        if called in (portion, divide):
            sign, last = ("×", node.args[1]) if called is portion else ("÷", node.args[1])
            value = f"{self._inside(node.args[0], sign)} {sign} {self._inside(last, sign)}"
            return self.pattern("rounded", value=value, rounding=self._rounding(node.args[2]))
        if name in ("min", "max"):
            parts = self.words.of("patterns", "and").join(self.said(part) for part in node.args)
            between: str = self.words.of("patterns", name).format(parts=parts)
            return between
        if name == "len":
            return self.pattern("count", series=self.said(node.args[0]))
        month = _month_taken_apart(node)
        if month is not None:
            return self.pattern("day_of", day=self.said(node.args[2]), month=self.said(month))
        parts_said = [self.said(part) for part in node.args]
        pattern = self.words.find("primitives", name)
        joined = self.words.of("patterns", "list_join").join(parts_said)
        return pattern.format(*parts_said) if pattern else f"{name}({joined})"

    def _rounding(self, node: ast.expr) -> str:
        constant = self.scope.constant(node)
        return self.said(node) if constant is None else self.pattern("half_up" if constant else "truncate")

    def _article(self, called: Article, node: ast.Call) -> str:
        """Another article by its title; what it is asked about, where that is not plain from its name."""
        self._note(self.articles, called.name)
        title = self.words.article(called.name)["title"]
        asked = [
            self._asked_about(called, name, argument)
            for name, argument in zip(called.parameters, node.args, strict=False)
            if not self._goes_by_name(name, argument)
        ]
        if not asked:
            return self.pattern("article", title=title)
        return self.pattern("article_of", title=title, parts=self.words.of("patterns", "list_join").join(asked))

    def _asked_about(self, called: Article, name: str, argument: ast.expr) -> str:
        """An argument in words; a bare number says nothing by itself, so it is told with the name of what it fills."""
        kind = plan_of(called).kinds.get(name)
        if kind is not None and self.scope.constant(argument) is not None:
            return self.pattern("part", name=self.label(name, called.name), value=self.value_of(kind, argument))
        row = self.scope.called(argument) if isinstance(argument, ast.Call) else None
        return self.row(row, argument, called.name) if is_row(row) and isinstance(argument, ast.Call) else self.said(argument)

    def _goes_by_name(self, name: str, argument: ast.expr) -> bool:
        last = argument.attr if isinstance(argument, ast.Attribute) else argument.id if isinstance(argument, ast.Name) else ""
        return last == name or is_row(self.scope.hint(argument))

    def row(self, row: Any, node: ast.Call, article: str = "") -> str:
        """Several parts: the outcome first; a refusal leaves out what is nothing. ``article`` words what is not ours."""
        kinds = row.__annotations__
        given = dict(zip(kinds, node.args, strict=False)) | {str(word.arg): word.value for word in node.keywords}
        outcome = given.pop("outcome", None)
        nothing = {name for name, value in given.items() if self.scope.constant(value) == 0 and not fields_of(row)[name].options}
        leading = next(iter(given), "")
        if outcome is not None and leading in nothing:
            given = {} if nothing == set(given) else {name: value for name, value in given.items() if name not in nothing - {leading}}
        shown = [(self.label(name, article), self.value_of(fields_of(row)[name], value)) for name, value in given.items()]
        parts = [name if name == value else self.pattern("part", name=name, value=value) for name, value in shown]
        first = [self.said(outcome)] if outcome is not None else []
        joined: str = self.words.of("patterns", "part_join").join([*first, *parts])
        return joined

    # Conditions

    def condition(self, node: ast.expr) -> str:
        """A condition in words; `and` inside `or` stands in brackets, and the other way round."""
        if isinstance(node, ast.BoolOp):
            word = self.pattern("and" if isinstance(node.op, ast.And) else "or")
            parts = [f"({self.condition(part)})" if isinstance(part, ast.BoolOp) else self.condition(part) for part in node.values]
            return word.join(parts)
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            return self.pattern("not", test=self.condition(node.operand))
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            pairs = [self._compared(COMPARISONS[type(sign)], *sides[at : at + 2]) for at, sign in enumerate(node.ops)]
            return self.pattern("and").join(pairs)
        if isinstance(node, ast.Constant):
            return self.truth(bool(node.value))
        if isinstance(node, ast.Call) and self.words.find("primitives", ast.unparse(node.func)):
            return self.said(node)
        return self._is(self.said(node), self.truth(True))

    def _compared(self, sign: str, left: ast.expr, right: ast.expr) -> str:
        name = self._named(left, right)
        if name and sign == "==":
            return self._is(self.said(left), name)
        kind = self.scope.kind(left)
        if name and kind is not None and kind.unit == "flag" and sign == "!=":
            return self._is(self.said(left), self.truth(not self.scope.constant(right)))
        is_day = any(kind is not None and kind.unit == "day" for kind in map(self.scope.kind, (left, right)))
        return self.pattern(f"day {sign}" if is_day else sign, a=self.said(left), b=name or self._beside(left, right))

    def _named(self, left: ast.expr, right: ast.expr) -> str:
        """The word for a constant that only names something: yes, a choice of ours, one of several things, an outcome."""
        if outcome_of(right):
            return self.pattern("article", title=self.said(right))
        constant, kind, figure = self.scope.constant(right), self.scope.kind(left), self.scope.figure(left)
        if constant is None:
            return ""
        if figure is not None and figure.choices:
            choice: str = self.words.of("choices", figure.name)[figure.choices[constant]]
            return choice
        if kind is not None and kind.options:
            return self.words.option(kind, constant)
        return self.truth(bool(constant)) if kind is not None and kind.unit == "flag" else ""

    def _beside(self, left: ast.expr, right: ast.expr) -> str:
        kind = self.scope.kind(left)
        return self.value_of(kind, right) if kind is not None and kind.unit not in ("day", "month", "outcome") else self.said(right)

    def _is(self, name: str, value: str) -> str:
        return self.pattern("part", name=name, value=value)

    def truth(self, holds: bool) -> str:
        """Yes or no."""
        answer: str = self.words.of("answers", "yes" if holds else "no")
        return answer

    @staticmethod
    def _note(list_of: list[str], name: str) -> None:
        if name not in list_of:
            list_of.append(name)


def _month_taken_apart(node: ast.Call) -> ast.expr | None:
    """``month`` where a day is made as ``day_number(month // 100, month % 100, 1)``."""
    if ast.unparse(node.func) != "day_number" or not all(isinstance(part, ast.BinOp) for part in node.args[:2]):
        return None
    year, month = node.args[:2]
    is_one = isinstance(year, ast.BinOp) and isinstance(month, ast.BinOp) and ast.unparse(year.left) == ast.unparse(month.left)
    return year.left if is_one and isinstance(year, ast.BinOp) else None
