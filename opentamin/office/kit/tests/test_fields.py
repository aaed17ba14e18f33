"""Fields take what Persian keyboards type, and say clearly what is wanted."""

from datetime import date

import pytest
from django import forms
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from opentamin.law.days import FIRST_YEAR, LAST_YEAR, month_length
from opentamin.office.kit.days import day_typed, month_words
from opentamin.office.kit.fields import FoldedCharField, JalaliDateField, JalaliMonthField, RialField
from opentamin.office.kit.numbers import grouped

MONTHS = st.builds(lambda year, month: year * 100 + month, st.integers(FIRST_YEAR, LAST_YEAR), st.integers(1, 12))


def refusal(field: forms.Field, typed: str) -> str:
    with override("fa"), pytest.raises(forms.ValidationError) as caught:
        field.clean(typed)
    return caught.value.messages[0].replace("\u00a0", " ")


@pytest.mark.parametrize(
    "typed", ["۱۴۰۵/۹/۱", "1405-09-01", "١٤٠٥/٠٩/٠١", "14050901", " 1405 . 9 . 1 ", "۱/۹/۱۴۰۵", "\u200f۱۴۰۵/۰۹/۰۱"]
)
def test_a_day_is_read_in_every_usual_spelling(typed):
    assert JalaliDateField().clean(typed) == date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("1405/8/31", "آبان ۱۴۰۵ ۳۰ روز دارد؛ ۳۱ نوشته‌اید."),
        ("1405/13/1", "ماه باید از ۱ تا ۱۲ باشد؛ ۱۳ نوشته‌اید."),
        ("2026/11/22", "سال ۲۰۲۶ میلادی است؛ روز را شمسی بنویسید: ۱۴۰۵/۹/۱."),
        ("05/9/1", "سال باید چهار رقم و از ۱۳۰۰ تا ۱۵۰۰ باشد؛ ۵ نوشته‌اید."),
        ("فردا", "«فردا» روز نیست؛ سال، ماه و روز را با خط کج بنویسید: ۱۴۰۵/۹/۱."),
        ("", "روز را بنویسید؛ مانند ۱۴۰۵/۹/۱."),
    ],
)
def test_a_day_that_cannot_be_read_is_answered_by_what_is_wanted(typed, words):
    assert refusal(JalaliDateField(), typed) == words


@given(st.dates(min_value=date(1922, 1, 1), max_value=date(2121, 1, 1)), st.sampled_from(["fa", "en"]))
def test_a_day_shown_in_a_field_is_read_back_as_itself(day, language):
    with override(language):
        assert JalaliDateField().clean(day_typed(day)) == day


@given(MONTHS, st.sampled_from(["fa", "en"]))
def test_a_month_shown_in_a_field_is_read_back_as_itself(month, language):
    with override(language):
        assert JalaliMonthField().clean(month_words(month)) == month
        assert JalaliMonthField().clean(f"{month // 100}/{month % 100}") == month
        assert JalaliMonthField().clean(str(month)) == month


def test_a_month_may_be_typed_with_arabic_letters_and_the_year_last():
    assert JalaliMonthField().clean("۸/۱۴۰۵") == JalaliMonthField().clean("آبان ١٤٠٥") == 140508
    assert JalaliMonthField().clean("دي 1405") == 140510


@given(st.text(max_size=30))
def test_nothing_typed_into_a_day_or_a_sum_raises_anything_but_a_sentence(text):
    for field in (JalaliDateField(), JalaliMonthField(), RialField()):
        try:
            field.clean(text)
        except forms.ValidationError as refused:
            assert refused.messages[0]


@given(MONTHS, st.integers(32, 99))
def test_no_month_has_a_day_after_its_last(month, day):
    assert str(month_length(month)) in refusal(JalaliDateField(), f"{month // 100}/{month % 100}/{day}").translate(
        str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789")
    )


@given(st.integers(0, 10**17), st.sampled_from(["fa", "en"]))
def test_a_sum_shown_in_a_field_is_read_back_to_the_rial(rials, language):
    with override(language):
        assert RialField().clean(grouped(rials)) == rials
        assert RialField().clean(f"{rials} ریال") == rials


def test_a_sum_in_toman_or_with_a_fraction_is_refused_with_the_reason():
    assert refusal(RialField(), "۱۰۰ تومان") == "مبلغ را به ریال بنویسید: هر تومان ۱۰ ریال است."
    assert "بی‌اعشار" in refusal(RialField(), "10.5")
    assert refusal(RialField(least=1000), "۱۰") == "کمترین مبلغ ۱٬۰۰۰ ریال است."


def test_text_of_a_form_is_folded_and_empty_fields_stay_empty():
    assert FoldedCharField().clean(" علي‌اكبر ") == "علی‌اکبر"
    assert JalaliDateField(required=False).clean("") is None
    assert RialField(required=False).clean("") is None
