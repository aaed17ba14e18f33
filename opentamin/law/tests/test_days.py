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


def test_every_year_from_1300_to_1500_is_as_long_as_in_the_calendar_library():
    for year in range(1300, 1501):
        assert days.year_length(year) == (366 if JalaliDate.is_leap(year) else 365), year


def day_of(text):
    return days.number_of(days.date_from_text(text))


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("1405-01-31", "1405-01-31", 0),
        ("1405-01-31", "1404-01-30", 0),
        ("1405-01-15", "1405-02-14", 0),
        ("1405-01-15", "1405-02-15", 1),
        ("1405-01-15", "1405-02-20", 1),
        ("1404-11-15", "1405-02-14", 2),
        ("1404-11-15", "1405-02-15", 3),
        ("1405-06-31", "1405-07-29", 0),
        ("1405-06-31", "1405-07-30", 1),  # Mehr has no 31st
        ("1405-06-31", "1405-11-29", 4),
        ("1405-06-31", "1405-11-30", 5),
        ("1370-08-02", "1405-03-01", 34 * 12 + 6),
        ("1370-08-02", "1405-03-02", 34 * 12 + 7),
    ],
)
def test_a_month_is_full_on_the_same_day_of_the_next_or_on_its_last(start, end, months):
    assert days.full_months_between(day_of(start), day_of(end)) == months


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        ("1343-05-15", "1403-05-14", 59),
        ("1343-05-15", "1403-05-15", 60),
        ("1403-12-30", "1404-12-28", 0),
        ("1403-12-30", "1404-12-29", 1),  # 1404 has no 30 Esfand
        ("1403-12-30", "1408-12-29", 4),  # 1408 has one
        ("1403-12-30", "1408-12-30", 5),
        ("1405-01-01", "1404-01-01", 0),
    ],
)
def test_an_age_is_full_on_the_birthday(born, day, age):
    assert days.full_years_between(day_of(born), day_of(day)) == age


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [("1405-06-31", 1, "1405-07-30"), ("1405-11-30", 1, "1405-12-29"), ("1405-08-15", 5, "1406-01-15"), ("1405-01-10", -1, "1404-12-10")],
)
def test_months_later_is_the_same_day_or_the_last_of_a_shorter_month(start, months, end):
    assert days.add_months(day_of(start), months) == day_of(end)
