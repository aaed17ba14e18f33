"""The calendar, against another library and at its edges."""

from datetime import date, timedelta

import pytest
from persiantools.jdatetime import JalaliDate

from opentamin.law import days


def test_every_day_from_1300_to_1500_agrees_with_the_calendar_library():
    day, last = JalaliDate(1300, 1, 1).to_gregorian(), JalaliDate(1500, 12, 29).to_gregorian()
    counted = 0
    while day <= last:
        other = JalaliDate(day)
        jalali = days.jalali_from_date(day)
        assert jalali == (other.year, other.month, other.day), day
        assert days.date_from_jalali(*jalali) == day
        day += timedelta(days=1)
        counted += 1
    assert counted > 73_000


@pytest.mark.parametrize(("month", "length"), [(140501, 31), (140506, 31), (140507, 30), (140511, 30)])
def test_half_the_year_has_31_days_and_the_other_half_30(month, length):
    assert days.month_length(month) == length


def test_esfand_has_30_days_in_a_leap_year_and_29_in_another():
    assert (days.is_leap(1403), days.month_length(140312)) == (True, 30)
    assert (days.is_leap(1405), days.month_length(140512)) == (False, 29)


def test_the_month_after_esfand_is_farvardin_of_the_next_year_and_back():
    assert days.next_month(140512) == 140601
    assert days.next_month(140601, -1) == 140512
    assert days.next_month(140508, 14) == 140610


def test_the_last_day_of_a_month_is_the_day_before_the_next_begins():
    assert days.month_last_day(140508) + timedelta(days=1) == days.month_first_day(140509)
    assert days.month_of(days.month_last_day(140508)) == 140508


@pytest.mark.parametrize("parts", [(1405, 12, 30), (1405, 7, 31), (1405, 13, 1), (1405, 0, 1), (1405, 1, 0), (1299, 1, 1), (1501, 1, 1)])
def test_a_day_that_does_not_exist_is_refused(parts):
    with pytest.raises(ValueError, match=r"days|Month|outside"):
        days.date_from_jalali(*parts)


@pytest.mark.parametrize("text", ["1405-1-1", "1405/01/01", "1405-01-01"])
def test_a_written_day_is_read(text):
    assert days.date_from_text(text) == date(2026, 3, 21)
    assert days.text_of(date(2026, 3, 21)) == "1405-01-01"


@pytest.mark.parametrize("text", ["1405-01", "امروز", "1405-01-01-01", "1405-01-x"])
def test_what_is_no_day_is_refused(text):
    with pytest.raises(ValueError, match="is not a Jalali day"):
        days.date_from_text(text)
