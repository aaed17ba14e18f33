"""Official holidays as rules can ask them, plainly and compiled; the days themselves stand in ``holidays.yaml``."""

from datetime import date
from typing import Any

from ..days import date_from_text, day_number, next_month, number_of, year_length
from ..machine import sources
from ..machine.faults import refused
from ..machine.figures import load_yaml
from ..primitives import primitive

# Day 0 of the count, 1970-01-01, was a Thursday.
FRIDAY = 1
WORKING_DAY, DOUBTFUL_DAY, HOLIDAY = 0, 1, 2
# A whole number holds the states of so many days, two bits each.
DAYS_A_NUMBER = 31


def read_holidays() -> dict[str, Any]:
    """The file as written: years, solar days, and lunar and doubtful days by year."""
    held: dict[str, Any] = load_yaml(sources.read("procedure/holidays.yaml"))
    return held


def occasion_of(written: str) -> tuple[str, str]:
    """("01-16", "ashura") of "01-16 ashura"."""
    day, _, occasion = written.partition(" ")
    return day, occasion


def day_of(year: int, written: str) -> date:
    """The date of a holiday of a year; LawRefused when there is no such day."""
    try:
        return date_from_text(f"{year}-{occasion_of(written)[0]}")
    except ValueError as error:
        raise refused("holiday_no_such_day", day=f"{year}-{written}") from error


def states_of(held: dict[str, Any]) -> list[int]:
    """The state of every day of the years held, the first at 1 Farvardin; LawRefused for a day out of place."""
    first, last = held["first_year"], held["solar_to"]
    start = day_number(first, 1, 1)
    states = [
        HOLIDAY if (start + place) % 7 == FRIDAY else WORKING_DAY
        for place in range(sum(year_length(year) for year in range(first, last + 1)))
    ]
    for by_year, state in ((held["doubtful"], DOUBTFUL_DAY), (held["lunar"], HOLIDAY)):
        for year, written in by_year.items():
            if not first <= year <= held["last_year"]:
                raise refused("holiday_year_outside", year=year)
            for entry in written:
                place = number_of(day_of(year, entry)) - start
                states[place] = max(states[place], state)
    for year in range(first, last + 1):
        for entry in held["solar"]:
            states[number_of(day_of(year, entry)) - start] = HOLIDAY
    return states


def packed(states: list[int]) -> tuple[int, ...]:
    """States of days, so many to a number."""
    parts = [states[place : place + DAYS_A_NUMBER] for place in range(0, len(states), DAYS_A_NUMBER)]
    return tuple(sum(state << 2 * bit for bit, state in enumerate(part)) for part in parts)


HELD = read_holidays()
FIRST_DAY = day_number(HELD["first_year"], 1, 1)
STATES = packed(states_of(HELD))
DAYS_HELD = day_number(HELD["solar_to"] + 1, 1, 1) - FIRST_DAY


@primitive
def day_state(number: int) -> int:
    """WORKING_DAY, DOUBTFUL_DAY or HOLIDAY; beyond the years held Friday alone is a holiday."""
    place = number - FIRST_DAY
    if place < 0 or place >= DAYS_HELD:
        return HOLIDAY if number % 7 == FRIDAY else WORKING_DAY
    return STATES[place // DAYS_A_NUMBER] >> 2 * (place % DAYS_A_NUMBER) & 3


@primitive
def working_day_from(number: int, least_state: int) -> int:
    """The day itself, or the first after it whose state is below ``least_state``.

    HOLIDAY passes over holidays only, DOUBTFUL_DAY over doubtful ones too.
    """
    day = number
    while day_state(day) >= least_state:
        day = day + 1
    return day


@primitive
def calendar_held(day: int, first_month: int, last_month: int) -> int:
    """1 when a day lies in the months whose holidays were kept, the first and the last among them; else 0."""
    first_day = day_number(first_month // 100, first_month % 100, 1)
    after = next_month(last_month)
    return 1 if first_day <= day < day_number(after // 100, after % 100, 1) else 0
