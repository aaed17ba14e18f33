"""Small integer functions a rule may call in both worlds: plain Python and compiled."""

from collections.abc import Callable
from typing import TypeVar

Function = TypeVar("Function", bound=Callable)

PRIMITIVES: list[Callable] = []


def primitive(function: Function) -> Function:
    """Mark a function of integers that Numba may compile; it is returned unchanged."""
    PRIMITIVES.append(function)
    return function
