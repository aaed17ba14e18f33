"""What is known of an expression of a rule: its kind, the numbers it can be, the constant it names."""

import ast
import inspect
from typing import Any, get_type_hints

from opentamin.law.kinds import Kind, fields_of, is_row, kind_needed, kind_of
from opentamin.law.machine.articles import Article
from opentamin.law.machine.figures import Figure, all_figures

from .rules import Rule

NAMED = {"flag", "outcome"}  # numbers that only name something: less and more say nothing about them
FLAGS = ("is_", "are_", "has_", "was_")  # how the names of such facts begin, also where no kind is told


class Known:
    """Looks up names of one rule."""

    def __init__(self, rule: Rule) -> None:
        self.globals = rule.function.__globals__
        names = [argument.arg for argument in rule.definition.args.args]
        hints = get_type_hints(rule.function, include_extras=True)
        self.law = names[-1] if names and names[-1] == "law" else ""
        self.parameters = {name: hints.get(name) for name in names if name != self.law}
        self.locals = self._results(rule.definition)
        loops = [node for node in ast.walk(rule.definition) if isinstance(node, ast.For)]
        self.turns = {ast.unparse(loop.target) for loop in loops if _counts_up(loop.iter)}

    def _results(self, definition: ast.FunctionDef) -> dict[str, Any]:
        """What a local name holds, where it is the answer of one article."""
        held: dict[str, Any] = {}
        for node in ast.walk(definition):
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and isinstance(node.value, ast.Call):
                target = self.globals.get(ast.unparse(node.value.func))
                if isinstance(target, Article):
                    held[node.targets[0].id] = target.result
        return held

    def hint(self, node: ast.expr) -> Any:
        """Row class or kind of an expression, or None."""
        if isinstance(node, ast.Name):
            return self.parameters.get(node.id) or self.locals.get(node.id)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            row = self.hint(node.value)
            return fields_of(row).get(node.attr) if is_row(row) else None
        if isinstance(node, ast.Subscript):
            series = self.hint(node.value)
            return None if series is None or isinstance(series, Kind) or is_row(series) else _kind(series)
        if isinstance(node, ast.Call):
            target = self.globals.get(ast.unparse(node.func))
            return target.result if isinstance(target, Article) else None
        return None

    def kind(self, node: ast.expr) -> Kind | None:
        found = self.hint(node)
        return found if isinstance(found, Kind) else kind_of(found)

    def row_of(self, node: ast.expr) -> type | None:
        """The row class a name holds."""
        found = self.hint(node)
        return found if is_row(found) else None

    def figure(self, node: ast.expr) -> Figure | None:
        """The figure an expression reads: ``law.rate_worker``."""
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == self.law:
            return all_figures().get(node.attr)
        return None

    def constant(self, node: ast.expr) -> int | None:
        """The whole number a literal or a constant of the module stands for."""
        if isinstance(node, ast.Constant):
            found = node.value
        elif isinstance(node, ast.Name):
            found = self.globals.get(node.id)
        else:
            return None
        return found if isinstance(found, int) and not isinstance(found, bool) else None

    def bounds(self, node: ast.expr) -> tuple[int, int] | None:
        """The least and the greatest number an expression can be."""
        kind, figure = self.kind(node), self.figure(node)
        if kind is not None:
            return kind.least, kind.greatest
        if figure is not None and figure.choices:
            return 0, len(figure.choices) - 1
        if (isinstance(node, ast.Call) and ast.unparse(node.func) == "len") or (isinstance(node, ast.Name) and node.id in self.turns):
            return 0, 2**31
        return None

    def only_names(self, node: ast.expr) -> bool:
        """Whether the numbers of an expression stand for things: a flag, an outcome, a choice or its place by name."""
        if isinstance(node, ast.Name) and node.id.isupper() and self.constant(node) is not None:
            return True
        name = node.attr if isinstance(node, ast.Attribute) else ast.unparse(node)
        kind, figure = self.kind(node), self.figure(node)
        if kind is None and figure is None and name.startswith(FLAGS):
            return True
        return (kind is not None and (bool(kind.options) or kind.unit in NAMED)) or (figure is not None and bool(figure.choices))

    def takes(self, call: ast.Call) -> dict[str, Any]:
        """Fact or field → kind of what is called; None stands for any whole number."""
        target = self.globals.get(ast.unparse(call.func))
        if isinstance(target, Article):
            return target.parameters
        if is_row(target):
            return dict(fields_of(target))
        if inspect.isfunction(target):
            return dict.fromkeys(inspect.signature(target).parameters)
        return {}


def _kind(hint: Any) -> Kind | None:
    try:
        return kind_needed(hint)
    except TypeError:
        return None


def _counts_up(over: ast.expr) -> bool:
    """Whether a loop goes over 0, 1, 2, …"""
    return isinstance(over, ast.Call) and ast.unparse(over.func) == "range" and len(over.args) == 1
