"""Which other comparisons to try in the place of one.

Of the six signs three tell a mistaken one from the right one wherever any would: the neighbour at the boundary, the
one that parts with it beside the boundary, and the one settled in advance. Beside a constant, those that agree with
the original on every number the other side can be are left out.
"""

import ast
import operator as python
from collections.abc import Callable, Iterator

from .knowing import Known

SIGNS: dict[type, str] = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!="}
MEANING: dict[str, Callable[[int, int], bool]] = {
    "<": python.lt, "<=": python.le, ">": python.gt, ">=": python.ge, "==": python.eq, "!=": python.ne,
    "True": lambda *_: True, "False": lambda *_: False,
}  # fmt: skip
TRIED = {
    "<": ("<=", "!=", "False"), "<=": ("<", "==", "True"), ">": (">=", "!=", "False"), ">=": (">", "==", "True"),
    "==": ("<=", ">=", "False"), "!=": ("<", ">", "True"),
}  # fmt: skip
TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}
WIDE = 10**6

Test = tuple[str, int | None]


def other_tests(sign: ast.cmpop, left: ast.expr, right: ast.expr, known: Known) -> Iterator[Test]:
    """(other sign, None), or (the sign, another constant for the right side)."""
    own = SIGNS.get(type(sign), "")
    if not own:
        return
    if known.only_names(left) or known.only_names(right):
        yield from (("True", None), ("False", None))
        return
    constant = known.constant(right)
    turned = constant is None and known.constant(left) is not None
    if turned:
        constant, left = known.constant(left), right
    if constant is None:
        yield from ((other, None) for other in TRIED[own])
        return
    points = _points(constant, known.bounds(left))
    tried: list[Test] = [(other, None) for other in TRIED[own]]
    if not turned:
        tried += [(own, constant + 1), (own, constant - 1)]
    seen = {_table(own, constant, points, turned)}
    for other, moved in tried:
        table = _table(other, constant if moved is None else moved, points, turned)
        if table not in seen:
            seen.add(table)
            yield other, moved


def _points(constant: int, bounds: tuple[int, int] | None) -> list[int]:
    """Numbers at which two comparisons with a constant, or with its neighbour, can part."""
    least, greatest = bounds or (constant - WIDE, constant + WIDE)
    near = range(max(least, constant - 3), min(greatest, constant + 3) + 1)
    return sorted({least, greatest, *near})


def _table(sign: str, constant: int, points: list[int], turned: bool) -> tuple[bool, ...]:
    meaning = MEANING[TURNED[sign] if turned and sign in TURNED else sign]
    return tuple(meaning(point, constant) for point in points)
