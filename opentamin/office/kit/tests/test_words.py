"""Numbers and days are written the way the guide of the house writes them, in both languages."""

from datetime import UTC, date, datetime

import pytest
from django.template import engines
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from opentamin.office.kit import days, numbers

AZAR_5 = date(2026, 11, 26)
AZAR_1 = date(2026, 11, 22)


def rendered(source: str, **context) -> str:
    return engines["django"].from_string(source).render(context).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("source", "value", "persian"),
    [
        ("{{ v|fa }}", 48, "۴۸"),
        ("{{ v|fa }}", None, ""),
        ("{{ v|rials }}", 106046334, "۱۰۶٬۰۴۶٬۳۳۴"),
        ("{{ v|rials_full }}", 0, "۰ ریال"),
        ("{{ v|count }}", 0, "صفر"),
        ("{{ v|toman_about }}", 106046334, "حدود ۱۰ میلیون و ۶۰۵ هزار تومان"),
        ("{{ v|toman_about }}", 31_479_025_500, "حدود ۳ میلیارد و ۱۴۷ میلیون تومان"),
        ("{{ v|toman_about }}", 9, ""),
        ("{{ v|jalali }}", AZAR_5, "پنجشنبه ۵ آذر ۱۴۰۵"),
        ("{{ v|jalali_short }}", AZAR_5, "۵ آذر"),
        ("{{ v|jalali_typed }}", AZAR_5, "۱۴۰۵/۹/۵"),
        ("{{ v|jmonth }}", 140508, "آبان ۱۴۰۵"),
        ("{{ v|hour }}", datetime(2026, 11, 22, 7, 38, tzinfo=UTC), "۱۱:۰۸"),
        ("{{ v|file_size }}", 14_300, "۱۴ کیلوبایت"),
        ("{% code v %}", "1405-0901-552087", '<bdi class="id">۱۴۰۵-۰۹۰۱-۵۵۲۰۸۷</bdi>'),
        ("{% code v %}", "DSKWOR00.DBF", '<bdi class="id">DSKWOR00.DBF</bdi>'),
    ],
)
def test_a_value_reads_in_persian_as_the_guide_says(source, value, persian):
    with override("fa"):
        assert rendered(source, v=value) == persian


@pytest.mark.parametrize(
    ("source", "value", "english"),
    [
        ("{{ v|rials }}", 106046334, "106,046,334"),
        ("{{ v|jmonth }}", 140508, "Aban 1405"),
        ("{{ v|jalali }}", AZAR_5, "Thursday 5 Azar 1405"),
        ("{{ v|fa }}", "۱۲", "12"),
    ],
)
def test_a_value_reads_in_english_with_latin_digits(source, value, english):
    with override("en"):
        assert rendered(source, v=value) == english


def test_a_deadline_is_said_three_ways_and_names_the_year_only_when_it_is_another():
    with override("fa"):
        assert days.deadline(date(2026, 12, 3), AZAR_1).replace("\u00a0", " ") == "تا پنجشنبه ۱۲ آذر؛ ۱۱ روز مانده"
        assert days.deadline(date(2027, 4, 20), AZAR_1).replace("\u00a0", " ") == "تا سه‌شنبه ۳۱ فروردین ۱۴۰۶؛ ۱۴۹ روز مانده"
        assert days.days_left(AZAR_1, AZAR_1) == "امروز"
        assert days.days_left(date(2026, 11, 19), AZAR_1) == "۳ روز گذشته"


@given(st.integers(min_value=-(10**17), max_value=10**17))
def test_no_digit_is_lost_in_grouping(value):
    with override("fa"):
        plain = "".join(c for c in numbers.grouped(value) if c.isdecimal())
    assert int(plain) == abs(value)


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 1, 1)))
def test_the_weekday_of_a_day_is_the_one_of_the_week_that_begins_on_saturday(day):
    assert days.WEEKDAYS_EN[days.weekday(day)] == day.strftime("%A")


def test_a_state_is_told_by_word_and_shape_and_its_words_are_escaped():
    html = rendered("{% tag_state 'good' v %}", v="<پذیرفته>")
    assert 'class="tag good"' in html and "<svg" in html and "&lt;پذیرفته&gt;" in html


def test_an_icon_we_do_not_draw_is_an_error_and_not_an_empty_place():
    with pytest.raises(KeyError):
        rendered("{% icon 'unicorn' %}")


def test_the_place_of_a_page_escapes_the_words_it_is_given():
    html = rendered("{% place 'خانه' '/' v '/lists/' %}", v="<b>")
    assert '<a href="/lists/">&lt;b&gt;</a>' in html
