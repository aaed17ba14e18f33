"""Tracking numbers: never twice, and a slip of the pen is noticed."""

from datetime import UTC, date, datetime

import pytest
from django.db import transaction

from opentamin.office.records.actions import next_number
from opentamin.office.records.models import Number
from opentamin.office.records.numbers import check_digit, is_number_valid, read_number, write_number
from opentamin.office.records.queries import find_series

NOON = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
SAMPLES = [write_number(date(2026, 11, 22), serial) for serial in (1, 17, 98, 4096, 55208, 99999, 100000, 7654321)]


def test_a_number_is_the_jalali_day_a_serial_and_a_check_digit():
    assert write_number(date(2026, 11, 22), 17) == "1405-0901-00017" + str(check_digit("1405090100017"))


def test_the_check_digit_is_the_one_of_the_published_example():
    # H. M. Damm's example as commonly given: 572 is followed by 4.
    assert check_digit("572") == 4 and check_digit("5724") == 0


@pytest.mark.parametrize("number", SAMPLES)
def test_every_single_wrong_digit_is_noticed(number):
    for place, right in enumerate(number):
        for wrong in set("0123456789") - {right} if right.isdigit() else ():
            assert not is_number_valid(number[:place] + wrong + number[place + 1 :])


@pytest.mark.parametrize("number", SAMPLES)
def test_every_exchange_of_two_neighbours_is_noticed(number):
    digits = number.replace("-", "")
    for place in range(len(digits) - 1):
        if digits[place] != digits[place + 1]:
            assert not is_number_valid(digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :])


@pytest.mark.parametrize("spelling", ["{}", " {} ", "\u202a{}\u202c", "{}."])
def test_a_number_is_read_in_any_digits_spaces_and_dashes(spelling):
    number = SAMPLES[3]
    persian = number.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    for written in (number, persian, number.replace("-", " "), number.replace("-", ""), number.replace("-", "–")):
        assert read_number(spelling.format(written)) == number


@pytest.mark.parametrize(
    "wrong", ["", "۱۴۰۵", "1405-0901-1", "abcd-efgh-ijklmn", "1405-1301-000013", "1405-0931-000015", "²405-0901-000175"]
)
def test_what_cannot_be_a_number_is_not_one(wrong):
    assert not is_number_valid(wrong)


def test_a_day_that_is_not_in_the_calendar_is_noticed_though_the_check_digit_fits():
    digits = "1405123000001"  # Esfand 1405 has 29 days
    assert not is_number_valid(digits + str(check_digit(digits)))


@pytest.mark.django_db
def test_numbers_of_all_series_differ_and_lead_back_to_their_series():
    numbers = [next_number(series, now=NOON) for series in ("list", "paper", "list")]
    assert len(set(numbers)) == 3 and all(map(is_number_valid, numbers))
    assert [find_series(number) for number in numbers] == ["list", "paper", "list"]
    assert find_series(write_number(date(2026, 11, 22), 10**9)) is None and find_series("no number") is None


@pytest.mark.django_db
def test_the_day_of_a_number_is_the_day_in_tehran():
    assert next_number("list", now=datetime(2026, 11, 21, 21, 0, tzinfo=UTC)).startswith("1405-0901-")


@pytest.mark.django_db
def test_a_number_of_an_undone_act_is_not_given_again():
    class Undone(Exception):
        pass

    with pytest.raises(Undone), transaction.atomic():
        lost = next_number("list", now=NOON)
        raise Undone
    assert next_number("list", now=NOON) != lost and not Number.objects.filter(number=lost).exists()
