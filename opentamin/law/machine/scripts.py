"""The traced copy of one function, made once from its syntax tree, and what every run of it notes."""

import ast
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from . import sources
from .rewriting import Rewriter

if TYPE_CHECKING:
    from .tracing import Frame

Filler = Callable[["Frame"], list]


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

        def fill_leaf(frame: "Frame") -> list:
            value = frame.kept.get(place)
            return [kind, name, value if value is None or type(value) is int else frame.shown(value)]

        return fill_leaf
    if head in ("op", "call"):
        sign, parts = shape[1], [filler(part, leaves) for part in shape[2:]]
        return lambda frame: [head, sign, *[part(frame) for part in parts]]
    if head == "row":
        fields = {name: filler(part, leaves) for name, part in shape[1].items()}
        return lambda frame: [head, {name: part(frame) for name, part in fields.items()}]
    return lambda frame: shape


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
