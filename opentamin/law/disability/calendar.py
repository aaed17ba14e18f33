"""The years and days before a day, as the articles on disability and death count them."""

from ..days import add_months
from ..kinds import DayNumber
from ..machine.articles import article
from ..primitives import primitive
from .rows import RecordWindow


@primitive
def days_before(day: int, days: int) -> int:
    """The day so many days earlier."""
    return day - days


@primitive
def years_after(day: int, years: int) -> int:
    """The same day of the calendar so many years later; ``years`` may be negative."""
    return add_months(day, 12 * years)


@primitive
def days_from_to(first: int, last: int) -> int:
    """Days from one day to another, the last not counted; 0 when it is not later."""
    return max(last - first, 0)


@article("75", law="ssl", in_force=("1354-07-01", None), headline="year_from_day", source="C-DIS")
def record_window(day: DayNumber, law) -> RecordWindow:
    """The ten years and the last year before a day, by the calendar: a leap year has a day more."""
    ten_years_from_day = years_after(day, -law.disability_record_years)
    year_from_day = years_after(day, -1)
    return RecordWindow(
        ten_years_from_day,
        year_from_day,
        days_from_to(ten_years_from_day, day),
        days_from_to(year_from_day, day),
    )
