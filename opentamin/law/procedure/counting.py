"""How a time limit is counted: Arts 443 to 445 of the Civil Procedure Code, to which the court's own law refers.

The organisation's instruction on the boards and its circular on disability count days in the same way. Ask every
article of this chapter with the law of the day the paper was served.
"""

from ..days import add_months
from ..kinds import DayNumber, DaysTotal, Months
from ..machine.articles import article
from ..outcomes import Outcome
from ..primitives import primitive
from .holidays import DOUBTFUL_DAY, HOLIDAY, calendar_held, working_day_from
from .rows import LastDay

COUNTED, NOT_COUNTED = 0, 1
CALENDAR_MONTH, THIRTY_DAYS = 0, 1
NOT_HELD = 0


@primitive
def days_later(day: int, days: int) -> int:
    """The day so many days later."""
    return day + days


@primitive
def later_of(one: int, other: int) -> int:
    """The later of two days."""
    return max(one, other)


@article("444", law="civil_procedure", in_force=("1354-07-01", None), headline="last_day", source="CPC")
def on_working_day(day_counted: DayNumber, day_latest: DayNumber, law) -> LastDay:
    """The day counted, or the next working day where offices are closed on it.

    ``day_latest`` is the day counted by the latest reading. Where the holidays were not kept, or one is doubtful, the
    day told may move on; ``doubt_until`` is how far any reading goes.
    """
    if day_latest < day_counted:
        return LastDay(day_counted, day_counted, Outcome.UNKNOWN)
    last_day = working_day_from(day_counted, HOLIDAY)
    doubt_until = working_day_from(day_latest, DOUBTFUL_DAY)
    calendar = calendar_held(last_day, law.holidays_from, law.holidays_to)
    if calendar == NOT_HELD:
        doubt_until = days_later(doubt_until, law.holidays_margin_days)
        return LastDay(last_day, doubt_until, Outcome.LAST_DAY_MAY_MOVE)
    if day_latest > day_counted:
        return LastDay(last_day, doubt_until, Outcome.LAST_DAY_TWO_READINGS)
    if doubt_until > last_day:
        return LastDay(last_day, doubt_until, Outcome.LAST_DAY_MAY_MOVE)
    if last_day > day_counted:
        return LastDay(last_day, last_day, Outcome.LAST_DAY_MOVED)
    return LastDay(last_day, last_day, Outcome.LAST_DAY_COUNTED)


@article("445", law="civil_procedure", in_force=("1354-07-01", None), headline="last_day", source="CPC; C-BOARD; C-DIS")
def last_day_after_days(service_day: DayNumber, days_allowed: DaysTotal, law) -> LastDay:
    """Last day of a time of so many days from service."""
    day_counted = days_later(service_day, days_allowed)
    if law.day_of_acting == NOT_COUNTED:
        day_counted = days_later(day_counted, 1)
    return on_working_day(day_counted, day_counted, law)


@article(
    "16", law="ajc", in_force=("1354-07-01", None), source="law-facts 7.2: the examples count to the same day of a later month"
)
def same_day_months_later(service_day: DayNumber, months_allowed: Months, law) -> DayNumber:
    """The day so many calendar months after service: the reading of the worked examples, later than that of Art. 443."""
    return add_months(service_day, months_allowed)


@article("443", law="civil_procedure", in_force=("1354-07-01", None), headline="last_day", source="CPC")
def last_day_after_months(service_day: DayNumber, months_allowed: Months, law) -> LastDay:
    """Last day of a time of so many months from service, by the reading chosen; doubtful until the later reading ends."""
    day_thirty = days_later(service_day, months_allowed * law.time_limit_month_days)
    day_calendar = same_day_months_later(service_day, months_allowed, law)
    day_counted = day_thirty
    if law.time_limit_month == CALENDAR_MONTH:
        day_counted = day_calendar
    day_latest = later_of(day_thirty, day_calendar)
    if law.day_of_acting == NOT_COUNTED:
        day_counted = days_later(day_counted, 1)
        day_latest = days_later(day_latest, 1)
    return on_working_day(day_counted, day_latest, law)


@article("444", law="civil_procedure", in_force=("1354-07-01", None), headline="last_day", source="CPC")
def last_day_after_working_days(event_day: DayNumber, days_allowed: DaysTotal, law) -> LastDay:
    """Last day of a time of so many working days after an event, whose own day is not counted."""
    day_counted = event_day
    for _ in range(days_allowed):
        next_day = days_later(day_counted, 1)
        day_counted = working_day_from(next_day, HOLIDAY)
    return on_working_day(day_counted, day_counted, law)
