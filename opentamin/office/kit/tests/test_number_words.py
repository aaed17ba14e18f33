"""Sums written out in words."""

import pytest

from opentamin.office.kit.number_words import in_words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "صفر"),
        (7, "هفت"),
        (19, "نوزده"),
        (20, "بیست"),
        (105, "صد و پنج"),
        (1000, "یک هزار"),
        (21_500, "بیست و یک هزار و پانصد"),
        (29_925_990, "بیست و نه میلیون و نهصد و بیست و پنج هزار و نهصد و نود"),
        (2_000_000_001, "دو میلیارد و یک"),
        (-12, "منفی دوازده"),
    ],
)
def test_a_number_is_written_out(number, words):
    assert in_words(number) == words


def test_every_number_below_ten_thousand_has_words_of_its_own():
    assert len({in_words(number) for number in range(10_000)}) == 10_000


def test_a_sum_no_book_can_hold_is_refused():
    with pytest.raises(ValueError, match="9223372036854775808"):
        in_words(1 << 63)
