"""What in a record deserves a look: months without insurance, and months shorter than those around them."""

from typing import Final, NamedTuple

from opentamin.law.days import month_length, next_month
from opentamin.office.history.queries import Gap
from opentamin.office.history.reading import Record

LOOK_BACK_MONTHS: Final = 24


class ShortMonth(NamedTuple):
    """A month with fewer days than it has, between two full ones."""

    month: int
    days: int


def recent_gaps(record: Record, since: int) -> list[Gap]:
    """Gaps that end after the month `since`, newest first."""
    return [gap for gap in record.gaps if gap.last > since]


def short_months(record: Record, since: int) -> list[ShortMonth]:
    """Short months after the month `since`, newest first. The first and the last month of a job are no reason to ask."""
    days = {one.month: one.counted.days for one in record.insured}
    short = [month for month in sorted(days, reverse=True) if month > since and days[month] < month_length(month)]
    return [ShortMonth(month, days[month]) for month in short if all(_is_full(days, next_month(month, step)) for step in (-1, 1))]


def look_back(record: Record) -> int:
    """The month after which we look."""
    return next_month(record.next_due[0], -LOOK_BACK_MONTHS - 1)


def _is_full(days: dict[int, int], month: int) -> bool:
    return days.get(month, 0) >= month_length(month)
