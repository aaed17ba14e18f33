"""The drawing of a record: days insured, month by month or year by year, as paths of an SVG. Time runs right to left."""

from collections.abc import Callable
from typing import NamedTuple

from opentamin.law.days import next_month
from opentamin.office.history.reading import Record

# Fewer months are read faster in the table than in a drawing; beyond so many a narrow drawing shows years.
MONTHS_DRAWN_MIN, MONTHS_NARROW_MAX = 4, 48
DAYS_IN_MONTH, DAYS_IN_YEAR = 31, 366


class Step(NamedTuple):
    """One column of the drawing: its year, and its height in days."""

    year: int
    days: int


class Tick(NamedTuple):
    """A mark on an axis and its label."""

    at: float
    label: int


class Drawing(NamedTuple):
    """Paths and marks in units of the view box, which is `width` by `height`; `left`, `right` and `base` bound the area."""

    width: int
    height: int
    left: int
    right: int
    base: int
    area: str
    line: str
    empty: str
    years: list[Tick]
    values: list[Tick]
    is_by_year: bool


class Frame(NamedTuple):
    """The size of a drawing, the place left for labels, and how many years may be named under the axis."""

    width: int
    height: int
    years_named_max: int
    left: int = 12
    margin: int = 46
    top: int = 16
    foot: int = 40


# As wide as the columns they stand in, so that labels keep their size.
WIDE, NARROW = Frame(716, 230, 9), Frame(350, 210, 5)


def drawings_of(record: Record) -> tuple[Drawing, Drawing] | None:
    """Return the wide and the narrow drawing, or None for a record of too few months to draw."""
    if not record.insured:
        return None
    by_month = months_in_order(record)
    if len(by_month) < MONTHS_DRAWN_MIN:
        return None
    narrow = by_month if len(by_month) <= MONTHS_NARROW_MAX else years_in_order(record)
    return draw(by_month, WIDE, DAYS_IN_MONTH), draw(narrow, NARROW, DAYS_IN_MONTH if narrow is by_month else DAYS_IN_YEAR)


def months_in_order(record: Record) -> list[Step]:
    """Every month from the first insured one to the newest, oldest first, those without a day included."""
    days = {month.month: month.counted.days for month in record.months}
    steps, month = [], record.oldest.month
    while month <= max(record.newest.month, record.gaps[0].last if record.gaps else 0):
        steps.append(Step(month // 100, days.get(month, 0)))
        month = next_month(month)
    return steps


def years_in_order(record: Record) -> list[Step]:
    """Every year from the first insured one to the newest, oldest first."""
    days = {year.year: year.days for year in record.years}
    return [Step(year, days.get(year, 0)) for year in range(record.oldest.month // 100, record.newest.month // 100 + 1)]


def draw(steps: list[Step], frame: Frame, days_max: int) -> Drawing:
    """Lay steps into a frame, the oldest at the right."""
    right, base = frame.width - frame.margin, frame.height - frame.foot
    each = (right - frame.left) / len(steps)

    def across(place: float) -> float:
        return round(right - place * each, 1)

    def up(days: int) -> float:
        return round(base - days * (base - frame.top) / days_max, 1)

    outline = "".join(f"V{up(step.days)}H{across(place + 1)}" for place, step in enumerate(steps))
    insured = _runs(steps, lambda step: step.days > 0)
    values = (0, 10, 20, 30) if days_max == DAYS_IN_MONTH else (0, 180, 365)
    return Drawing(
        frame.width, frame.height, frame.left, right, base,
        area=f"M{right} {base}{outline}V{base}z",
        line="".join(_stairs(steps, first, last, across, up) for first, last in insured),
        empty="".join(f"M{across(first)} {base}H{across(last)}" for first, last in _runs(steps, lambda step: step.days == 0)),
        years=_years(steps, across, frame.years_named_max),
        values=[Tick(up(value), value) for value in values],
        is_by_year=days_max == DAYS_IN_YEAR,
    )  # fmt: skip


def _runs(steps: list[Step], belongs: Callable[[Step], bool]) -> list[tuple[int, int]]:
    """First and past-last places of the runs of steps that belong."""
    runs: list[tuple[int, int]] = []
    for place, step in enumerate(steps):
        if belongs(step):
            runs[-1:] = [(runs[-1][0], place + 1)] if runs and runs[-1][1] == place else [*runs[-1:], (place, place + 1)]
    return runs


def _stairs(steps: list[Step], first: int, last: int, across: Callable, up: Callable) -> str:
    start = f"M{across(first)} {up(steps[first].days)}"
    return start + "".join(f"V{up(steps[place].days)}H{across(place + 1)}" for place in range(first, last))


def _years(steps: list[Step], across: Callable, named_max: int) -> list[Tick]:
    """Where each year begins, thinned out until the labels have room."""
    begins = [(place, step.year) for place, step in enumerate(steps) if place == 0 or steps[place - 1].year != step.year]
    stride = -(-len(begins) // named_max)
    return [Tick(across(place), year) for place, year in begins[::stride]]
