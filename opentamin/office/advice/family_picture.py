"""The picture of a family: boxes with a name and a share, parents above the one who died, spouses beside, children below."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from opentamin.office.kit import numbers

from .family import CHILDREN, PARENTS, SPOUSES, Share


class Box(NamedTuple):
    """A member: place of the upper edge's middle, and what is written; kind is "paid", "none" or "gone"."""

    x: int
    y: int
    name: str
    share: str
    kind: str


class Picture(NamedTuple):
    """Boxes and the lines between them, in units of the view box."""

    width: int
    height: int
    box_width: int
    box_height: int
    boxes: list[Box]
    lines: str

    @property
    def half(self) -> int:
        """Half a box, from its middle to its side."""
        return self.box_width // 2


class Frame(NamedTuple):
    """How large a picture is, and how many boxes stand side by side."""

    width: int
    in_row: int
    box_width: int


WIDE, NARROW = Frame(1060, 8, 122), Frame(330, 3, 102)
BOX_HEIGHT, GAP = 62, 34


def pictures_of(family: Sequence[Share], gone: str) -> tuple[Picture, Picture]:
    """The wide and the narrow picture; `gone` names the one who died."""
    return draw(family, gone, WIDE), draw(family, gone, NARROW)


def draw(family: Sequence[Share], gone: str, frame: Frame) -> Picture:
    """Lay a family out in rows, the first of each row at the right."""
    spouses, rest_of_spouses = _cut([one for one in family if one.relation in SPOUSES], frame.in_row - 1)
    parents = [one for one in family if one.relation in PARENTS]
    children = [*rest_of_spouses, *(one for one in family if one.relation in CHILDREN)]
    boxes: list[Box] = []
    lines: list[str] = []
    y = 1
    if parents:
        boxes += _row([_said(one) for one in parents], y, frame)
        lines.append(_bus(boxes, y + BOX_HEIGHT, y + BOX_HEIGHT + GAP // 2))
        y += BOX_HEIGHT + GAP
    middle = _row([(gone, "", "gone"), *(_said(one) for one in spouses)], y, frame)
    if parents:
        lines.append(f"M{_middle(boxes)} {y - GAP // 2}H{middle[0].x}V{y}")
    lines += [f"M{one.x} {y + BOX_HEIGHT // 2}H{other.x}" for one, other in pairwise(middle)]
    boxes += middle
    _hang(children, middle[0].x, y + BOX_HEIGHT, frame, boxes, lines)
    height = max(one.y for one in boxes) + BOX_HEIGHT + 1
    return Picture(frame.width, height, frame.box_width, BOX_HEIGHT, boxes, "".join(lines))


def _hang(members: list[Share], x: int, y: int, frame: Frame, boxes: list[Box], lines: list[str]) -> None:
    """Rows below a place; a line along the right edge leads from each row to the next."""
    edge, bar = frame.width - 1, y + GAP // 2
    first = True
    while members:
        here, members = _cut(members, frame.in_row)
        row = _row([_said(one) for one in here], bar + GAP // 2, frame)
        boxes += row
        ends = [one.x for one in row] + ([x] if first else [edge]) + ([edge] if members else [])
        lines.append(f"M{max(ends)} {bar}H{min(ends)}")
        lines += [f"M{one.x} {bar}v{GAP // 2}" for one in row]
        lines += [f"M{x} {y}V{bar}"] if first else []
        below = bar + GAP // 2 + BOX_HEIGHT + GAP // 2
        lines += [f"M{edge} {bar}V{below}"] if members else []
        bar, first = below, False


def _cut(members: list[Share], count: int) -> tuple[list[Share], list[Share]]:
    return members[:count], members[count:]


def _said(one: Share) -> tuple[str, str, str]:
    amount = one.monthly or one.once
    return one.name, numbers.grouped(amount) if amount else "", "paid" if amount else "none"


def _row(members: Sequence[tuple[str, str, str]], y: int, frame: Frame) -> list[Box]:
    """Boxes side by side in the middle of the frame, from right to left."""
    each = frame.width // frame.in_row
    right = (frame.width + each * (len(members) - 1)) // 2
    return [Box(right - place * each, y, *said) for place, said in enumerate(members)]


def _bus(row: Sequence[Box], from_y: int, to_y: int) -> str:
    """Lines down from a row to one bar beneath it."""
    down = "".join(f"M{one.x} {from_y}V{to_y}" for one in row)
    return f"{down}M{row[0].x} {to_y}H{row[-1].x}"


def _middle(row: Sequence[Box]) -> int:
    return (row[0].x + row[-1].x) // 2
