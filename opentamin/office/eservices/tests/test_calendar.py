"""A month on the page is the month of the Iranian calendar."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from opentamin.law.days import jalali_from_date, month_length
from opentamin.office.eservices.calendar import calendar_of
from opentamin.office.kit.days import weekday

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 1, 1))
AZAR_1 = date(2026, 11, 22)


@given(DAYS)
def test_every_day_of_the_month_stands_once_under_its_weekday(today):
    calendar = calendar_of(today, [])
    days = [day for week in calendar.weeks for day in week if day]
    assert [day.number for day in days] == list(range(1, month_length(calendar.month) + 1))
    assert all(week[place] is None or weekday(week[place].date) == place for week in calendar.weeks for place in range(7))
    assert [day.date for day in days if day.is_today] == [today]


@given(DAYS, st.lists(st.integers(-40, 70), max_size=12))
def test_a_last_day_is_marked_in_its_month_and_listed_until_it_has_passed(today, offsets):
    dues = [(today + timedelta(days=offset), f"کار {offset}") for offset in offsets]
    calendar = calendar_of(today, dues)
    assert all(due.date >= today for due in calendar.dues)
    assert [due.date for due in calendar.dues] == sorted(due.date for due in calendar.dues)
    marked = {day.date for week in calendar.weeks for day in week if day and day.due}
    assert marked == {due.date for due in calendar.dues if jalali_from_date(due.date)[:2] == jalali_from_date(today)[:2]}


def test_two_things_due_on_one_day_share_its_mark_and_one_address():
    calendar = calendar_of(AZAR_1, [(AZAR_1, "فهرست"), (AZAR_1, "پرداخت")])
    assert [due.number for due in calendar.dues] == [1, 0]
    assert calendar.weeks[0][1].due == "فهرست، پرداخت"
