"""How a time is counted: the days of the calendar one by one, other readings, and what came in time."""

import pytest

from opentamin import law
from opentamin.law import days
from opentamin.law.outcomes import Outcome
from opentamin.law.procedure import Act, InTime, LastDay, is_in_time, last_day_after_days, last_day_after_months
from opentamin.law.procedure.holidays import FIRST_DAY, HELD, HOLIDAY, WORKING_DAY, calendar_held, day_state
from opentamin.law.tests.choosing import law_choosing

NOW = law.at(days.date_from_jalali(1405, 3, 1))
FRIDAY_OF_PYTHON = 4


def number(text):
    return days.number_of(days.date_from_text(text))


# Holidays


@pytest.mark.parametrize("first", ["1362-05-01", "1379-12-01", "1421-01-01", "1430-07-01"])
def test_in_a_year_whose_holidays_nobody_kept_fridays_alone_are_holidays(first):
    for day in range(number(first), number(first) + 30):
        expected = HOLIDAY if days.date_of(day).weekday() == FRIDAY_OF_PYTHON else WORKING_DAY
        assert day_state(day) == expected, days.text_of(days.date_of(day))


def test_the_first_day_held_is_nowruz_of_1380_and_the_last_the_oil_day_of_1420():
    assert number("1380-01-01") == FIRST_DAY
    assert day_state(FIRST_DAY) == HOLIDAY  # a Wednesday
    assert HELD["solar_to"] == 1420
    assert day_state(number("1420-12-29")) == HOLIDAY  # a Wednesday too
    assert day_state(number("1420-12-28")) == WORKING_DAY


HELD_BETWEEN = {
    "the eve of the first month": ("1380-11-30", 0),
    "the first day of the first month": ("1380-12-01", 1),
    "a day between": ("1392-06-15", 1),
    "the last day of the last month": ("1405-09-30", 1),
    "the day after the last month": ("1405-10-01", 0),
}


@pytest.mark.parametrize(("day", "held"), HELD_BETWEEN.values(), ids=HELD_BETWEEN)
def test_holidays_are_held_from_the_first_day_of_the_first_month_to_the_last_day_of_the_last(day, held):
    assert calendar_held(number(day), 138012, 140509) == held


# Counting


def test_a_time_grows_by_one_day_when_the_day_of_acting_is_not_counted():
    """Five days from 1405/7/1 end on Monday 7/6; with a day of acting they end on 7/7, as the boards' instruction counts."""
    asked = (number("1405-07-01"), 5)
    for chosen, expected in (("counted", "1405-07-06"), ("not_counted", "1405-07-07")):
        answer = last_day_after_days(*asked, law_choosing("1405-07-01", day_of_acting=chosen))
        assert answer == LastDay(number(expected), number(expected), Outcome.LAST_DAY_COUNTED)


def test_so_do_months():
    """From 1405/7/2, in a month of thirty days, both readings end on Saturday 8/2, or a day later."""
    asked = (number("1405-07-02"), 1)
    for chosen, expected in (("counted", "1405-08-02"), ("not_counted", "1405-08-03")):
        answer = last_day_after_months(*asked, law_choosing("1405-07-02", day_of_acting=chosen))
        assert answer == LastDay(number(expected), number(expected), Outcome.LAST_DAY_COUNTED)


def test_a_month_of_the_calendar_may_be_chosen_and_is_then_the_day_told():
    """From 1405/3/1 three months end on 5/31 by thirty days, past a Friday, and on 6/2 by the calendar."""
    asked = (number("1405-03-01"), 3)
    thirty, calendar = (
        last_day_after_months(*asked, law_choosing("1405-03-01", time_limit_month=chosen)) for chosen in ("thirty_days", "calendar")
    )
    assert thirty == LastDay(number("1405-05-31"), number("1405-06-02"), Outcome.LAST_DAY_TWO_READINGS)
    assert calendar == LastDay(number("1405-06-02"), number("1405-06-02"), Outcome.LAST_DAY_COUNTED)


# In time

# Served on day 100, the last day sure is 130 and the last by any reading 140.
IN_TIME = {
    "before the paper was served": (99, 0, 0, InTime(0, Outcome.UNKNOWN)),
    "on the day it was served": (100, 0, 0, InTime(1, Outcome.IN_TIME)),
    "on the last day": (130, 0, 0, InTime(1, Outcome.IN_TIME)),
    "a day later": (131, 0, 0, InTime(0, Outcome.LATE_BY_ONE_READING)),
    "a day later with an excuse": (131, 1, 1, InTime(0, Outcome.LATE_BY_ONE_READING)),
    "on the last day by any reading": (140, 0, 0, InTime(0, Outcome.LATE_BY_ONE_READING)),
    "later than any reading": (141, 0, 0, InTime(0, Outcome.LATE)),
    "later, where an excuse is admitted and there is none": (141, 1, 0, InTime(0, Outcome.LATE)),
    "later, with an excuse that is not admitted": (141, 0, 1, InTime(0, Outcome.LATE)),
    "later, with an excuse that is": (141, 1, 1, InTime(0, Outcome.LATE_EXCUSE_TO_WEIGH)),
}


@pytest.mark.parametrize(("act_day", "may_be_excused", "has_excuse", "expected"), IN_TIME.values(), ids=IN_TIME)
def test_an_act_is_in_time_to_its_last_day_then_in_doubt_then_late(act_day, may_be_excused, has_excuse, expected):
    assert is_in_time(Act(100, act_day, 130, 140, may_be_excused, has_excuse), NOW) == expected


def test_a_doubt_that_ends_before_the_last_day_is_a_mistake_and_for_a_person():
    assert is_in_time(Act(100, 120, 130, 129, 0, 0), NOW) == InTime(0, Outcome.UNKNOWN)
    assert is_in_time(Act(100, 120, 130, 130, 0, 0), NOW) == InTime(1, Outcome.IN_TIME)
