"""Jalali days and months as whole numbers; the same functions run plain and compiled.

A day is a count of days since 1970-01-01, a month is one number such as 140508.
The calendar is the 33-year cycle, which equals the official calendar in the years
``FIRST_YEAR`` to ``LAST_YEAR``; outside them we refuse rather than drift.
"""

from datetime import date, timedelta

from .primitives import primitive

FIRST_YEAR, LAST_YEAR = 1300, 1500
EPOCH = date(1970, 1, 1)
# 1 Farvardin of year 1, counted from the epoch.
DAY_OF_YEAR_ONE = -492_268


@primitive
def leap_years_before(year: int) -> int:
    """How many leap years lie in the years 1 to ``year`` - 1."""
    place = year % 33
    # Leap years fall every fourth year of the cycle (1, 5, 9, 13, 17) and, after
    # one gap of five years, again every fourth (22, 26, 30).
    within = (place + 1) // 4 if place > 21 else (place + 2) // 4
    return year // 33 * 8 + within


@primitive
def year_length(year: int) -> int:
    """Days of a Jalali year: 365 or 366."""
    return 365 + leap_years_before(year + 1) - leap_years_before(year)


@primitive
def days_in(year: int, month: int) -> int:
    """Days of one month: 31 in the first half, 30 in the second, Esfand 29 or 30."""
    if month <= 6:
        return 31
    if month <= 11:
        return 30
    return 29 + year_length(year) - 365


@primitive
def day_number(year: int, month: int, day: int) -> int:
    """Days since 1970-01-01 of a Jalali day that is known to exist."""
    before_month = (month - 1) * 31 - (max(month - 7, 0))
    before_year = (year - 1) * 365 + leap_years_before(year)
    return DAY_OF_YEAR_ONE + before_year + before_month + day - 1


@primitive
def year_of_day(number: int) -> int:
    """Jalali year in which a day number falls."""
    since = number - DAY_OF_YEAR_ONE
    # A cycle of 33 years has 12,053 days; the guess is never late, and early on a few first days of a year.
    year = since * 33 // 12_053 + 1
    day_of_year = since - (year - 1) * 365 - leap_years_before(year)
    if day_of_year >= 365 and day_of_year >= year_length(year):
        year = year + 1
    return year


@primitive
def calendar_place(number: int) -> int:
    """Month and day of a day number in one number: (year × 12 + month from 0) × 32 + day.

    One pass over the calendar gives both; an age asks for both of two days, and forty million ages are asked at once.
    """
    year = year_of_day(number)
    day_of_year = number - DAY_OF_YEAR_ONE - (year - 1) * 365 - leap_years_before(year)
    if day_of_year < 186:
        month = day_of_year // 31
        return (year * 12 + month) * 32 + day_of_year - month * 31 + 1
    month = (day_of_year - 186) // 30
    return (year * 12 + month + 6) * 32 + day_of_year - 185 - month * 30


@primitive
def month_of_day(number: int) -> int:
    """Month, as 140508, in which a day number falls."""
    months = calendar_place(number) // 32
    return months // 12 * 100 + months % 12 + 1


@primitive
def day_of_month(number: int) -> int:
    """Day of the month, 1 to 31, of a day number."""
    return calendar_place(number) % 32


@primitive
def month_length(month: int) -> int:
    """Days of a month given as 140508."""
    return days_in(month // 100, month % 100)


@primitive
def next_month(month: int, n: int = 1) -> int:
    """The month ``n`` months after ``month``; ``n`` may be negative."""
    months = month // 100 * 12 + month % 100 - 1 + n
    return months // 12 * 100 + months % 12 + 1


@primitive
def add_months(number: int, n: int) -> int:
    """The same day ``n`` months later, or the last day of that month where it has no such day."""
    month = next_month(month_of_day(number), n)
    day = min(day_of_month(number), month_length(month))
    return day_number(month // 100, month % 100, day)


@primitive
def full_months_between(start: int, end: int) -> int:
    """Whole calendar months from one day number to a later one; 0 when it is not later."""
    if end <= start:
        return 0
    first, last = calendar_place(start), calendar_place(end)
    months = last // 32 - first // 32
    # The last day of a month completes it for whoever began on a day this month does not have.
    if last % 32 < first % 32 and last % 32 < days_in(last // 32 // 12, last // 32 % 12 + 1):
        months = months - 1
    return months


@primitive
def full_years_between(start: int, end: int) -> int:
    """Whole calendar years, such as an age on a day: one born on 30 Esfand completes a year on the last day of Esfand."""
    return full_months_between(start, end) // 12


def is_leap(year: int) -> bool:
    """Whether Esfand of this year has 30 days."""
    return year_length(year) == 366


def number_of(day: date) -> int:
    """Days since 1970-01-01."""
    return day.toordinal() - EPOCH.toordinal()


def date_of(number: int) -> date:
    """The date of a day number."""
    return EPOCH + timedelta(days=number)


def jalali_from_date(day: date) -> tuple[int, int, int]:
    """(year, month, day) of a date."""
    number = number_of(day)
    month = month_of_day(number)
    return month // 100, month % 100, day_of_month(number)


def date_from_jalali(year: int, month: int, day: int) -> date:
    """The date of a Jalali day; ValueError when there is no such day."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"Jalali year {year} is outside {FIRST_YEAR} to {LAST_YEAR}.")
    if not 1 <= month <= 12:
        raise ValueError(f"Month {month} is not between 1 and 12.")
    if not 1 <= day <= days_in(year, month):
        raise ValueError(f"{year}/{month:02} has {days_in(year, month)} days, not {day}.")
    return date_of(day_number(year, month, day))


def date_from_text(text: str) -> date:
    """The date of a Jalali day written 1405-01-31 or 1405/1/31; ValueError otherwise."""
    parts = str(text).replace("/", "-").split("-")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        raise ValueError(f"{text!r} is not a Jalali day such as 1405-01-31.")
    return date_from_jalali(*(int(part) for part in parts))


def text_of(day: date) -> str:
    """A date as its Jalali day, 1405-01-31."""
    year, month, day_in_month = jalali_from_date(day)
    return f"{year}-{month:02}-{day_in_month:02}"


def month_of(day: date) -> int:
    """Month, as 140508, of a date."""
    return month_of_day(number_of(day))


def month_first_day(month: int) -> date:
    """First date of a month; ValueError when there is no such month."""
    return date_from_jalali(month // 100, month % 100, 1)


def month_last_day(month: int) -> date:
    """Last date of a month; ValueError when there is no such month."""
    first = month_first_day(month)
    return first + timedelta(days=month_length(month) - 1)
