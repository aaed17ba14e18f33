"""Articles as Numba sees them: the plain source, through the public ``overload``."""

import inspect
from collections.abc import Callable
from enum import Enum
from types import FunctionType
from typing import Any

import numpy as np
from numba.extending import overload

from ..kinds import is_row
from ..primitives import PRIMITIVES
from ..rounding import quotient
from .articles import NO_ANSWER, Article
from .plans import called_by

# No check for a zero divisor in the loop (such rates are refused when the figures are
# loaded), and everything in one loop body, without which it is not vectorised.
OPTIONS: Any = {"error_model": "numpy", "forceinline": True, "no_cfunc_wrapper": True}
# A tuple longer than this is a table, and an array to the compiler.
TABLE_FROM = 16
LOW = 2**32 - 1

_registered: dict[int, Any] = {}  # by id; kept, so that no id names another


def register(article: Article) -> None:
    """Teach Numba an article, all it calls, and the primitives; each once."""
    if not _registered:
        _overload(quotient, reciprocal_quotient)
        for function in PRIMITIVES:
            _overload(function, _with_arrays(function))
    if id(article) in _registered:
        return
    for version in article.versions:
        if version.function is not None:
            for called in called_by(version.function):
                register(called)
    functions = [version.function for version in article.versions if version.function]
    if len(functions) == 1 and article.absent is NO_ANSWER:
        _overload(article, functions[0])
        return
    for function in functions:
        _overload(function, function)
    _overload(article, _switch(article))


def _overload(target: Callable, implementation: Callable) -> None:
    if id(target) in _registered:
        return
    _registered[id(target)] = target

    def choose(*types: Any) -> Callable:
        return implementation

    choose.__signature__ = inspect.signature(implementation)  # type: ignore[attr-defined]
    overload(target, strict=False, jit_options=OPTIONS)(choose)


def _with_arrays(function: Callable) -> Callable:
    """A primitive whose tables of whole numbers are arrays: of a tuple the compiler makes a branch a member."""
    named = ((name, function.__globals__.get(name)) for name in function.__code__.co_names)
    tables = {name: np.array(table) for name, table in named if isinstance(table, tuple) and len(table) > TABLE_FROM}
    if not tables:
        return function
    return FunctionType(function.__code__, {**function.__globals__, **tables}, function.__name__, function.__defaults__)


def _switch(article: Article) -> Callable:
    """The generated day-switch: the first version that governs answers."""
    space: dict[str, Any] = {}
    parameters = ", ".join([*article.parameters, "law"])
    lines = [f"def switch({parameters}):"]
    last = "absent"
    for place, version in enumerate(article.versions):
        answer = "absent"
        if version.function is not None:
            space[f"version_{place}"] = version.function
            answer = last = f"version_{place}({parameters})"
        governs = (
            f"{version.starts} <= law.day_number and law.day_number < {version.ends} "
            f"and {version.known} <= law.known_number"
        )
        if answer != "absent" or article.absent is not NO_ANSWER:
            lines.append(f"    if {governs}:\n        return {_text(article, answer, space)}")
    # Without an answer for silence the run was refused before it started.
    lines.append(f"    return {_text(article, last if article.absent is NO_ANSWER else 'absent', space)}")
    exec("\n".join(lines), space)  # noqa: S102 - written here from day numbers and names
    return space["switch"]


def _text(article: Article, answer: str, space: dict[str, Any]) -> str:
    """Source of an answer; the answer for silence is written out as its numbers."""
    if answer != "absent":
        return answer
    value = article.absent
    if not is_row(type(value)):
        return repr(int(value))
    space[type(value).__name__] = type(value)
    parts = []
    for part in value:
        if isinstance(part, Enum):
            space[type(part).__name__] = type(part)
            parts.append(str(part) if "." in str(part) else f"{type(part).__name__}.{part.name}")
        else:
            parts.append(repr(int(part)))
    return f"{type(value).__name__}({', '.join(parts)})"


def reciprocal_quotient(numerator, denominator):
    """``numerator // denominator`` without a division, for 0 <= numerator < 2**62.

    Processors have no vector division of 64-bit numbers, and one scalar division holds the
    whole loop back. The product with floor(2**62 / denominator), in 32-bit halves, falls
    short of the quotient by one at most; the remainder tells. ``denominator`` < 2**31.
    """
    reciprocal = 2**62 // denominator
    high, low = (reciprocal >> 32) & LOW, reciprocal & LOW
    upper, lower = (numerator >> 32) & LOW, numerator & LOW
    cross = upper * low + ((lower * low >> 32) & LOW)
    inner = lower * high + (cross & LOW)
    outer = upper * high + ((cross >> 32) & LOW) + ((inner >> 32) & LOW)
    short = (outer << 2) + ((inner >> 30) & 3)
    rest = (lower - (short & LOW) * denominator) & LOW
    return short + (1 if rest >= denominator else 0)
