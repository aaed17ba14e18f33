"""Typed Persian comes to one spelling, whatever keyboard it came from."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from opentamin.office.kit.text import ZWNJ, fold_code, fold_digits, fold_text, search_key

PERSIAN = st.text(
    alphabet="ابپتجچحخدرزژسشصضطعغفقکگلمنوهی آأؤئةيكىۀەہ\u0640\u200c\u200f\u202b\u00ad\u0654\u0651\u064b0123۰۱٤٥ \t\n\u00a0"
)
ANY = st.text() | PERSIAN


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("علي اكبر", "علی اکبر"),
        ("کـــارگاه", "کارگاه"),
        ("\u202bمی\u200cرود\u202c", "می\u200cرود"),
        ("می\u200c\u200cرود", "می\u200cرود"),
        ("نامه\u200c ها", "نامه ها"),
        ("  دو\u00a0 کلمه ", "دو کلمه"),
        ("خانۀ", "خانهٔ"),
        ("٣ و ۴ و 5", "۳ و ۴ و 5"),
        ("رأی مسئول", "رأی مسئول"),
        ("ﻋﻠﻲ", "علی"),
        ("خط یک\r\nخط دو", "خط یک\nخط دو"),
    ],
)
def test_each_known_way_of_typing_folds_to_the_one_spelling(typed, folded):
    assert fold_text(typed) == folded


@given(ANY)
@example("ا\u200d\u0653")
def test_folding_twice_changes_nothing(text):
    assert fold_text(fold_text(text)) == fold_text(text)


@given(ANY)
def test_folded_text_has_no_arabic_letters_tatweel_or_direction_marks(text):
    folded = fold_text(text)
    assert not set(folded) & set("يكىۀ\u0640\u200e\u200f\u202a\u202b\u202e\u2066\u2069٠١٢٣٤٥٦٧٨٩")
    assert folded == folded.strip() and "  " not in folded


@given(st.text(alphabet="بپتجچسشک گل", min_size=1), st.text(alphabet="بپتجچسشکگل", min_size=1))
def test_a_half_space_between_letters_is_kept(one, two):
    one = one.strip() or "ب"
    assert ZWNJ in fold_text(f"{one}{ZWNJ}{two}")


@given(ANY)
def test_the_search_key_is_the_same_for_what_was_typed_and_what_was_folded(text):
    assert search_key(fold_text(text)) == search_key(text)
    assert search_key(search_key(text)) == search_key(text)


def test_three_ways_of_writing_one_name_share_a_search_key():
    assert search_key("علی‌اکبر") == search_key("علي اكبر") == search_key("علیاکبر")
    assert search_key("مؤمنی") == search_key("مومنی")
    assert search_key("زهرا") != search_key("زهره")


@given(st.integers(min_value=0, max_value=10**20))
def test_all_digit_sets_become_the_same_ascii_digits(number):
    ascii_digits = str(number)
    for zero in ("۰", "٠", "０"):
        assert fold_digits("".join(chr(ord(zero) + int(d)) for d in ascii_digits)) == ascii_digits


@given(st.text())
def test_folding_digits_leaves_no_decimal_digit_outside_ascii(text):
    assert all(c.isascii() or unicodedata.decimal(c, None) is None for c in fold_digits(text))


def test_a_code_is_compared_without_its_dashes_and_blanks():
    assert fold_code(" ir۸۲ 0130-١٠٠٠ ") == "IR8201301000"
