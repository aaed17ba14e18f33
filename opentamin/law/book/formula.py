"""A version of an article written out: its own source, line by line, in words."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..kinds import is_row, kind_of
from ..machine.articles import Article
from ..machine.tracing import definition_of
from ..words import words_of
from .expressions import Expressions
from .scope import Scope


@dataclass(frozen=True)
class FormulaLine:
    """One step: ``depth`` under how many conditions it stands, ``kind`` set, if, else if, else, for or answer.

    ``figures`` and ``articles`` are the names of those the text speaks of, in its order.
    """

    depth: int
    kind: str
    text: str
    figures: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()


@cache
def formula(article: Article, function: Callable, language: str) -> tuple[FormulaLine, ...]:
    """The steps of one version of an article, in "fa" or "en"."""
    return tuple(_Telling(article, function, language).lines())


class _Telling:
    def __init__(self, article: Article, function: Callable, language: str) -> None:
        self.definition = definition_of(function)
        self.scope = Scope(article, function, self.definition)
        self.words, self.article = words_of(language), article
        self.totals = {ast.unparse(node.target) for node in ast.walk(self.definition) if isinstance(node, ast.AugAssign)}

    def lines(self) -> Iterator[FormulaLine]:
        yield from self._block(self.definition.body, 0)

    def _block(self, statements: list[ast.stmt], depth: int) -> Iterator[FormulaLine]:
        for statement in statements:
            if isinstance(statement, ast.If):
                yield from self._condition(statement, depth, "if")
            elif isinstance(statement, ast.For):
                yield self._line(depth, "for", self._turns, statement)
                yield from self._block(statement.body, depth + 1)
            elif isinstance(statement, ast.Assign):
                line = self._line(depth, "set", self._set, statement)
                if line.text:
                    yield line
            elif isinstance(statement, ast.AugAssign):
                yield self._line(depth, "set", self._added, statement)
            elif isinstance(statement, ast.Return) and statement.value is not None:
                yield self._line(depth, "answer", self._answer, statement.value)

    def _condition(self, node: ast.If, depth: int, kind: str) -> Iterator[FormulaLine]:
        yield self._line(depth, kind, self._if if kind == "if" else self._else_if, node)
        yield from self._block(node.body, depth + 1)
        if len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If):
            yield from self._condition(node.orelse[0], depth, "else if")
        elif node.orelse:
            yield FormulaLine(depth, "else", Expressions(self.words, self.article.name, self.scope).pattern("else"))
            yield from self._block(node.orelse, depth + 1)

    def _line(self, depth: int, kind: str, tell: Callable[[Expressions, Any], str], node: ast.AST) -> FormulaLine:
        say = Expressions(self.words, self.article.name, self.scope)
        text = tell(say, node)
        return FormulaLine(depth, kind, text, tuple(say.figures), tuple(say.articles))

    def _if(self, say: Expressions, node: ast.If) -> str:
        return say.pattern("if", test=say.condition(node.test))

    def _else_if(self, say: Expressions, node: ast.If) -> str:
        return say.pattern("else_if", test=say.condition(node.test))

    def _set(self, say: Expressions, node: ast.Assign) -> str:
        """A step; empty where a value only goes by another name that reads the same."""
        name = ast.unparse(node.targets[0])
        constant = self.scope.constant(node.value)
        if say.label(name) == say.said(node.value):
            return ""
        if constant in (0, 1) and name.startswith(("is_", "has_")):
            return say.pattern("set", name=say.label(name), value=say.truth(bool(constant)))
        return say.pattern("start" if name in self.totals else "set", name=say.label(name), value=say.said(node.value))

    def _added(self, say: Expressions, node: ast.AugAssign) -> str:
        names = {ast.Add: "add", ast.Sub: "subtract", ast.Mult: "multiply"}
        return say.pattern(names[type(node.op)], name=say.label(ast.unparse(node.target)), value=say.said(node.value))

    def _answer(self, say: Expressions, node: ast.expr) -> str:
        if isinstance(node, ast.Call) and is_row(self.scope.called(node)):
            return say.pattern("answer", value=say.row(self.scope.called(node), node))
        return say.pattern("answer", value=say.value_of(kind_of(self.article.result), node))

    def _turns(self, say: Expressions, node: ast.For) -> str:
        """`for worker in range(len(days))`: for each worker; otherwise so many times."""
        over = node.iter
        name = say.label(ast.unparse(node.target))
        if isinstance(over, ast.Call) and len(over.args) == 1:
            bound = over.args[0]
            if isinstance(bound, ast.Call) and ast.unparse(bound.func) == "len":
                return say.pattern("each", name=name)
            return say.pattern("times_alone" if name == "_" else "times", count=say.said(bound), name=name)
        if isinstance(over, ast.Call):
            return say.pattern("from_to", name=name, a=say.said(over.args[0]), b=say.said(over.args[1]))
        return say.pattern("each_of", name=name, series=say.said(over))
