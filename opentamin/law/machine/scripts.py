"""The traced copy of one function, made once from its syntax tree, and what every run of it notes."""

import ast
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from . import sources
from .rewriting import Rewriter


@dataclass
class Script:
    """The traced copy of one function and the static part of its notes.

    ``leaves`` are (kind, name) of all that is read, ``figures`` those that read one; ``lines`` are (kind, name, shape of the
    expression, line number).
    """

    run: Callable
    leaves: list[tuple[str, str]] = field(default_factory=list)
    lines: list[tuple[str, str, list, int]] = field(default_factory=list)
    figures: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.figures = {place: name for place, (kind, name) in enumerate(self.leaves) if kind == "figure"}


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
