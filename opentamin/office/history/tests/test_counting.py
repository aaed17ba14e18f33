"""What of a month counts, which months are missing, and how a record is told."""

from datetime import date, timedelta

import pytest
from django.utils import translation

from opentamin import law
from opentamin.law.contributions import ceiling_of_days
from opentamin.law.days import date_from_jalali, month_length
from opentamin.office.history.chart import MONTHS_NARROW_MAX, drawings_of
from opentamin.office.history.models import MonthCurrent
from opentamin.office.history.queries import Gap, Month, counted_months, gaps_of, last_day_of_list, last_month_due
from opentamin.office.history.reading import ReadMonth, Record
from opentamin.office.history.sentences import gap_words, span_words
from opentamin.office.registry.models import Person

MONTH = 140508
CEILING = ceiling_of_days(30, law.of_month(MONTH))


def month(number: int, days: int, wage: int = 0, at: tuple[int, ...] = (7,)) -> Month:
    return Month(number, days, wage, False, tuple(MonthCurrent(workplace_id=place) for place in at))


def counted(days: int, wage: int, number: int = MONTH):
    return counted_months([month(number, days, wage, (7, 8))])[0]


def record(months: dict[int, int], today: date = date(2026, 11, 26)) -> Record:
    """A record of {month: days}."""
    newest_first = [month(number, days) for number, days in sorted(months.items(), reverse=True)]
    return Record(Person(pk=1), [ReadMonth(one, []) for one in counted_months(newest_first)], today)


def test_the_wages_of_two_employers_up_to_the_ceiling_count_in_full():
    one = counted(30, CEILING)
    assert (one.days, one.wage, one.wage_excess) == (30, CEILING, 0)


def test_one_rial_above_the_ceiling_of_the_sum_does_not_count_and_is_shown():
    one = counted(30, CEILING + 1)
    assert (one.days, one.wage, one.wage_excess) == (30, CEILING, 1)


def test_days_of_two_employers_count_up_to_the_length_of_the_month():
    assert [counted(days, 0).days for days in (29, 30, 31, 60)] == [29, 30, 30, 30]
    assert counted(62, 0, 140501).days == 31


def test_the_ceiling_is_that_of_the_days_that_count():
    assert counted(15, CEILING).wage == CEILING // 2


def test_a_month_of_nought_days_counts_nothing():
    one = counted(0, 0)
    assert (one.days, one.wage) == (0, 0)


def test_where_the_minimum_wage_of_the_year_is_not_known_nothing_is_cut_and_days_keep_to_the_calendar():
    one = counted(60, 10**15, 136001)
    assert one.answer is None
    assert (one.days, one.wage, one.wage_excess) == (31, 10**15, 0)


LAST_DAYS = [(date(2026, 11, 21), 140506), (date(2026, 11, 22), 140507), (date(2026, 12, 21), 140507), (date(2026, 12, 22), 140508)]


@pytest.mark.parametrize(("today", "newest"), LAST_DAYS)
def test_the_list_of_a_month_is_missing_only_after_the_last_day_of_the_month_that_follows(today, newest):
    assert last_month_due(today) == newest  # 30 Aban 1405 is 21 November 2026, 30 Azar 21 December


def test_where_that_day_is_a_holiday_the_list_is_missing_only_after_the_working_day_that_follows():
    """The last of Esfand 1404 is the day of oil, and Nowruz closes the days after it."""
    moved = last_day_of_list(140411)
    assert moved >= date_from_jalali(1405, 1, 5)
    assert (last_month_due(moved), last_month_due(moved + timedelta(days=1))) == (140410, 140411)


def test_months_without_a_day_between_the_first_insured_one_and_the_last_due_are_gaps():
    months = [month(number, days) for number, days in {140412: 30, 140501: 31, 140503: 31, 140504: 0}.items()]
    assert gaps_of(months, 140507) == [Gap(140504, 140507), Gap(140502, 140502)]
    assert [gap.months for gap in gaps_of(months, 140507)] == [4, 1]


def test_a_gap_crosses_the_new_year():
    assert gaps_of([month(140411, 30), month(140502, 31)], 140502) == [Gap(140412, 140501)]


def test_nobody_has_gaps_before_the_first_insured_month_or_after_the_last_due_one():
    assert gaps_of([], 140507) == []
    assert gaps_of([month(140507, 0)], 140507) == []
    assert gaps_of([month(140508, 30)], 140507) == []
    assert gaps_of([month(140507, 30), month(140509, 30)], 140507) == []


def test_a_full_year_is_one_year_and_a_day_less_is_eleven_months():
    year = {140400 + number: month_length(140400 + number) for number in range(1, 13)}
    with translation.override("fa"):
        assert span_words(record(year)) == "۱ سال"
        assert span_words(record({**year, 140401: 30})) == "۱۱ ماه"
        assert span_words(record({140508: 12})) == "۱۲ روز"
        assert span_words(record({**year, 140501: 31, 140502: 31, 140503: 31, 140504: 31})) == "۱ سال و ۴ ماه"


def test_a_gap_is_said_in_words():
    with translation.override("fa"):
        assert gap_words(Gap(140502, 140502)).replace("\xa0", " ") == "اردیبهشت ۱۴۰۵"
        assert gap_words(Gap(140411, 140501)).replace("\xa0", " ") == "بهمن ۱۴۰۴ تا فروردین ۱۴۰۵، ۳ ماه"
    with translation.override("en"):
        assert gap_words(Gap(140411, 140501)).replace("\xa0", " ") == "Bahman 1404 to Farvardin 1405, 3 months"


def test_a_record_of_three_months_is_not_drawn_and_one_of_four_is():
    assert drawings_of(record({140505: 30, 140506: 31, 140507: 30})) is None
    assert drawings_of(record({140504: 31, 140505: 31, 140506: 31, 140507: 30})) is not None
    assert drawings_of(record({})) is None


def test_time_runs_from_right_to_left_and_a_gap_is_drawn_on_the_ground():
    wide, narrow = drawings_of(record({140501: 31, 140502: 31, 140503: 0, 140504: 15, 140507: 30}))
    assert wide.area.startswith(f"M{wide.right} {wide.base}V") and wide.area.endswith(f"H{wide.left}.0V{wide.base}z")
    assert wide.line.count("M") == 3 and wide.empty.count("M") == 2
    assert not narrow.is_by_year and [tick.label for tick in wide.years] == [1405]


def test_the_narrow_drawing_turns_to_years_when_months_no_longer_have_room():
    months, number = {}, 140101
    while len(months) < MONTHS_NARROW_MAX:
        months[number] = 30
        number = number + 1 if number % 100 < 12 else number + 89
    today = date(2026, 4, 25)
    assert not drawings_of(record(months, today))[1].is_by_year
    wide, narrow = drawings_of(record({**months, number: 30}, today))
    assert narrow.is_by_year and not wide.is_by_year


def test_labels_of_years_are_thinned_out_in_a_long_record():
    wide, narrow = drawings_of(record({137501: 31, 140507: 30}))
    assert len(wide.years) <= 9 and len(narrow.years) <= 5
    assert wide.years[0].label == 1375 and wide.years[0].at > wide.years[-1].at
