import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from opentamin.lists import identifiers as ids


def valid_national_id(first_nine: str) -> str:
    rest = sum(int(d) * w for d, w in zip(first_nine, range(10, 1, -1), strict=True)) % 11
    return first_nine + str(rest if rest < 2 else 11 - rest)


@pytest.mark.parametrize("value", ["1000000001", "0012345679", "1234567891", "0499370899", "0790419904", "0084575948"])
def test_a_national_id_holds_by_its_last_digit(value):
    assert ids.national_id(value)


@pytest.mark.parametrize(
    "value", ["1000000002", "1111111111", "123456789", "12345678901", "۱۰۰۰۰۰۰۰۰۱", "1000000001\n", "", "abcdefghij"]
)
def test_what_is_no_national_id_is_refused(value):
    assert not ids.national_id(value)


def test_a_wrong_last_digit_never_passes_and_a_wrong_digit_before_it_hardly_ever():
    right = valid_national_id("123456789")
    wrong = [[right[:p] + d + right[p + 1 :] for d in "0123456789" if d != right[p]] for p in range(10)]
    assert not any(map(ids.national_id, wrong[9]))
    # Remainders 1 and 10 share the digit 1, so the rule itself lets a few through.
    assert sum(ids.national_id(value) for values in wrong[:9] for value in values) <= 8


@pytest.mark.parametrize(
    ("value", "holds"),
    [("10380284790", True), ("10100171920", True), ("10380284791", False), ("10300000001", False), ("1038028479", False)],
)
def test_a_legal_person_is_known_by_eleven_digits(value, holds):
    assert ids.legal_id(value) is holds


@pytest.mark.parametrize("value", ["IR820540102680020817909002", "IR062960000000100324200001", "ir82 0540 1026 8002 0817 9090 02"])
def test_a_sheba_holds_modulo_97(value):
    assert ids.sheba(value)


@pytest.mark.parametrize("value", ["IR820540102680020817909003", "IR8205401026800208179090", "DE820540102680020817909002", ""])
def test_what_is_no_sheba_is_refused(value):
    assert not ids.sheba(value)


def test_an_insurance_number_has_eight_digits_or_ten_that_begin_with_00():
    assert ids.insurance_number("23874105") and ids.insurance_number("0023874105")
    assert not ids.insurance_number("1023874105") and not ids.insurance_number("2387410") and not ids.insurance_number("00000000")


def test_both_forms_of_an_insurance_number_are_one_number():
    assert ids.canonical_insurance_number("0023874105") == ids.canonical_insurance_number("23874105") == "23874105"
    assert ids.canonical_insurance_numbers(np.array(["0023874105", "23874105", "1"])).tolist() == ["23874105", "23874105", "1"]


def test_an_eight_digit_number_that_begins_with_00_stays_itself():
    assert ids.canonical_insurance_number("00238741") == "00238741"


@pytest.mark.parametrize(
    ("value", "holds"), [("09123456789", True), ("+989123456789", True), ("0912", False), ("08123456789", False)]
)
def test_a_mobile_number_begins_with_09(value, holds):
    assert ids.mobile(value) is holds


@pytest.mark.parametrize(
    ("rule", "right", "wrong"), [(ids.fida, "123456789012", "12345678901"), (ids.workplace_code, "0183630045", "183630045")]
)
def test_codes_without_a_check_digit_are_known_by_their_shape(rule, right, wrong):
    assert rule(right) and not rule(wrong)


odd_texts = st.one_of(st.from_regex("[0-9]{8,12}", fullmatch=True), st.text(alphabet="0123456789a ", max_size=12))


@given(st.lists(odd_texts, min_size=1, max_size=30))
def test_columns_answer_as_each_of_their_values(texts):
    column = np.array([t.strip() for t in texts], dtype=str)
    for many, one in ((ids.national_ids, ids.national_id), (ids.insurance_numbers, ids.insurance_number), (ids.fidas, ids.fida), (ids.workplace_codes, ids.workplace_code)):  # fmt: skip
        assert many(column).tolist() == [one(value) for value in column.tolist()], one.__name__


def test_a_column_of_valid_national_ids_all_hold():
    chance = random.Random(3)
    column = np.array([valid_national_id(f"{chance.randrange(1, 10**9):09d}") for _ in range(5_000)])
    assert ids.national_ids(column).all()


def test_lost_leading_zeros_are_put_back_only_where_that_makes_a_valid_id():
    assert ids.padded_national_ids(np.array(["12345679", "12345678", "1000000001"])).tolist() == [
        "0012345679",
        "12345678",
        "1000000001",
    ]
