"""What a name inside a rule stands for: a fact, a step, a figure, the answer of another article."""

import ast
from collections.abc import Callable
from typing import Any

from ..kinds import Kind, fields_of, is_row, kind_needed, kind_of
from ..machine.articles import Article
from ..machine.figures import Figure, all_figures
from ..outcomes import Outcome


class Scope:
    """The names of one version of an article."""

    def __init__(self, article: Article, function: Callable, definition: ast.FunctionDef) -> None:
        self.globals = function.__globals__
        names = [argument.arg for argument in definition.args.args]
        self.law = names[-1]
        self.parameters = dict(zip(names[:-1], article.parameters.values(), strict=False))
        self.results: dict[str, Any] = {}
        for node in ast.walk(definition):
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
                called = self.called(node.value)
                if isinstance(called, Article):
                    self.results[ast.unparse(node.targets[0])] = called.result

    def called(self, node: ast.Call) -> Any:
        """What a call calls: an article, a row, a primitive; None for what Python itself brings."""
        return self.globals.get(ast.unparse(node.func))

    def hint(self, node: ast.expr) -> Any:
        """Row class or kind of an expression, or None."""
        if isinstance(node, ast.Name):
            return self.parameters.get(node.id) or self.results.get(node.id)
        if isinstance(node, ast.Attribute):
            row = self.hint(node.value)
            return fields_of(row).get(node.attr) if is_row(row) else None
        if isinstance(node, ast.Subscript):
            series = self.hint(node.value)
            return kind_needed(series) if series is not None and not isinstance(series, Kind) else None
        if isinstance(node, ast.Call):
            called = self.called(node)
            return called.result if isinstance(called, Article) else None
        return None

    def kind(self, node: ast.expr) -> Kind | None:
        found = self.hint(node)
        return found if isinstance(found, Kind) else kind_of(found)

    def figure(self, node: ast.expr) -> Figure | None:
        """The figure an expression reads."""
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == self.law:
            return all_figures().get(node.attr)
        return None

    def constant(self, node: ast.expr) -> int | None:
        """The whole number a literal or a constant of the module stands for."""
        found = node.value if isinstance(node, ast.Constant) else None
        if isinstance(node, ast.Name) and node.id not in self.parameters:
            found = self.globals.get(node.id)
        return found if isinstance(found, int) and not isinstance(found, bool) else None


def outcome_of(node: ast.expr) -> str:
    """Name of the outcome an expression writes out, or empty."""
    is_named = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == Outcome.__name__
    return node.attr if is_named and isinstance(node, ast.Attribute) else ""
