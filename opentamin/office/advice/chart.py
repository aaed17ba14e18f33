"""A drawing of one sum over months: paths of an SVG. Time runs right to left, zero stands on the axis."""

from collections.abc import Sequence
from typing import NamedTuple

MILLION = 1_000_000
CLOSE, BELOW = 150, 32


class Point(NamedTuple):
    """What a month would bring, in rials; 0 where there is no right yet."""

    month: int
    amount: int


class Mark(NamedTuple):
    """A place in the drawing with words beside it."""

    x: float
    y: float
    words: str
    anchor: str
    lift: int = -16


class Tick(NamedTuple):
    """A mark on an axis and its label."""

    at: float
    label: int


class Drawing(NamedTuple):
    """Paths and marks in units of the view box."""

    width: int
    height: int
    left: int
    right: int
    base: int
    area: str
    line: str
    gap: str
    years: list[Tick]
    values: list[Tick]
    marks: list[Mark]


class Frame(NamedTuple):
    """The size of a drawing, the place left for labels, and how many years may be named under the axis."""

    width: int
    height: int
    years_named_max: int
    left: int = 16
    margin: int = 66
    top: int = 40
    foot: int = 48


WIDE, NARROW = Frame(1080, 380, 12), Frame(390, 330, 5)


def drawings_of(points: Sequence[Point], named: dict[int, str]) -> tuple[Drawing, Drawing] | None:
    """The wide and the narrow drawing; `named` gives words to months. None where no month brings anything."""
    if not any(point.amount for point in points) or len(points) < 2:
        return None
    return draw(points, named, WIDE), draw(points, named, NARROW)


def draw(points: Sequence[Point], named: dict[int, str], frame: Frame) -> Drawing:
    """Lay months into a frame, the first at the right."""
    right, base = frame.width - frame.margin, frame.height - frame.foot
    each = (right - frame.left) / (len(points) - 1)
    unit, most = _scale(max(point.amount for point in points))

    def across(place: int) -> float:
        return round(right - place * each, 1)

    def up(amount: int) -> float:
        return round(base - amount * (base - frame.top) / most, 1)

    runs = _runs(points)
    return Drawing(
        frame.width, frame.height, frame.left, right, base,
        area="".join(f"{_line(points[first:last], first, across, up)}{_until_next(last, runs, across)}V{base}H{across(first)}z" for first, last in runs),
        line="".join(f"{_line(points[first:last], first, across, up)}{_until_next(last, runs, across)}" for first, last in runs),
        gap="".join(f"M{across(first)} {up(points[first - 1].amount)}V{up(points[first].amount)}" for first, _ in runs[1:] if points[first - 1].amount),
        years=_years(points, across, frame.years_named_max),
        values=[Tick(up(value), value // MILLION) for value in range(0, most + 1, unit)],
        marks=_apart([_mark(place, point, named[point.month], across, up, len(points)) for place, point in enumerate(points) if point.month in named]),
    )  # fmt: skip


def _scale(greatest: int) -> tuple[int, int]:
    """Distance of the lines on the value axis and its end: whole steps of 1, 2 or 5 with at most five of them."""
    size = MILLION
    while True:
        for step in (1, 2, 5):
            if greatest <= 5 * step * size:
                lines = -(-greatest // (step * size))
                return step * size, lines * step * size
        size *= 10


def _runs(points: Sequence[Point]) -> list[tuple[int, int]]:
    """First and past-last places of stretches with a sum, cut where the sum leaps."""
    runs: list[tuple[int, int]] = []
    for place, point in enumerate(points):
        if not point.amount:
            continue
        before = points[place - 1].amount if place else 0
        leaps = not before or abs(point.amount - before) * 20 > point.amount
        if runs and runs[-1][1] == place and not leaps:
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return runs


def _line(points: Sequence[Point], first: int, across, up) -> str:
    steps = "".join(f"L{across(first + place)} {up(point.amount)}" for place, point in enumerate(points) if place)
    return f"M{across(first)} {up(points[0].amount)}{steps}"


def _until_next(last: int, runs: Sequence[tuple[int, int]], across) -> str:
    """A stretch that ends in a leap goes on to the month of the leap."""
    return f"H{across(last)}" if any(first == last for first, _ in runs) else ""


def _years(points: Sequence[Point], across, named_max: int) -> list[Tick]:
    """Where each year begins, thinned out until the labels have room."""
    begins = [(place, point.month // 100) for place, point in enumerate(points) if point.month % 100 == 1]
    stride = max(1, -(-len(begins) // named_max))
    return [Tick(across(place), year) for place, year in begins[::stride]]


def _mark(place: int, point: Point, words: str, across, up, count: int) -> Mark:
    """Words above a point, leaning away from the nearer edge. In a right-to-left text `start` is its right end."""
    anchor = "start" if place * 5 < count else "end" if place * 5 > count * 4 else "middle"
    return Mark(across(place), up(point.amount), words, anchor)


def _apart(marks: list[Mark]) -> list[Mark]:
    """Words of two marks that stand close go to different sides of the line and lean away from each other."""
    kept: list[Mark] = []
    for mark in marks:
        is_close = bool(kept) and kept[-1].lift < 0 and abs(kept[-1].x - mark.x) < CLOSE
        if is_close and kept[-1].anchor == mark.anchor == "middle":
            kept[-1] = kept[-1]._replace(anchor="end")
            mark = mark._replace(anchor="start")
        kept.append(mark._replace(lift=BELOW) if is_close else mark)
    return kept
