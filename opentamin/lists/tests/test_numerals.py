import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from opentamin.lists.numerals import exact_sum, read_number, read_numbers, write_numbers


def matrix(*rows: str, width: int = 12) -> np.ndarray:
    return np.frombuffer(b"".join(r.encode("latin-1").ljust(width) for r in rows), np.uint8).reshape(len(rows), width)


@pytest.mark.parametrize(
    ("written", "value"),
    [("", 0), ("   ", 0), ("12", 12), ("  12 ", 12), ("0012", 12), ("-5", -5), ("+5", 5), ("12.00", 12), ("12.", 12),
     ("۱۲", 12), ("١٢", 12), ("\0\0", 0)],
)  # fmt: skip
def test_a_number_is_read_however_it_is_written(written, value):
    assert read_number(written) == (value, None)


@pytest.mark.parametrize(
    ("written", "fault"),
    [("12a", "number_junk"), ("1 2", "number_junk"), ("1E9", "number_junk"), ("--1", "number_junk"), ("12.5", "number_fraction"),
     ("****", "number_overflow"), ("1" * 19, "number_too_long"), ("²", "number_junk"), ("NaN", "number_junk")],
)  # fmt: skip
def test_what_is_no_whole_number_is_said_to_be_none(written, fault):
    assert read_number(written)[1] == fault


def test_eighteen_digits_are_a_number_and_nineteen_are_too_long():
    assert read_number("9" * 18) == (10**18 - 1, None)
    assert read_number("9" * 19) == (0, "number_too_long")
    assert read_number("0" * 10 + "9" * 18) == (10**18 - 1, None)


def test_iran_system_digits_in_a_number_column_are_read():
    assert read_number(b" \x81\x82 ") == (12, None)


def test_a_column_reads_left_right_and_padded_numbers_alike():
    values, faults = read_numbers(matrix("7", "          42", "000000000005", "  13  ", ""))
    assert values.tolist() == [7, 42, 5, 13, 0]
    assert faults == {}


def test_a_column_names_the_rows_it_could_not_read():
    values, faults = read_numbers(matrix("7", "1 2", "************", "3.5", "-4"))
    assert faults == {1: "number_junk", 2: "number_overflow", 3: "number_fraction"}
    assert values.tolist() == [7, 0, 0, 3, -4]


cells = st.text(alphabet="0123456789   .-*a", max_size=21)


@given(st.lists(cells, min_size=1, max_size=30), st.integers(21, 26))
def test_a_column_reads_as_each_of_its_cells(rows, width):
    values, faults = read_numbers(matrix(*rows, width=width))
    one_by_one = [read_number(row) for row in rows]
    assert values.tolist() == [value for value, _ in one_by_one]
    assert faults == {index: fault for index, (_, fault) in enumerate(one_by_one) if fault}


@given(st.lists(st.integers(-(10**11) + 1, 10**12 - 1), min_size=1, max_size=30))
def test_numbers_written_are_numbers_read(values):
    assert read_numbers(write_numbers(np.array(values), 12))[0].tolist() == values


@given(st.lists(st.integers(-(2**63), 2**63 - 1), max_size=20), st.integers(20, 24))
def test_a_number_stands_at_the_right_end_as_people_write_it(values, width):
    written = write_numbers(np.array(values, np.int64), width)
    assert [row.tobytes().decode() for row in written] == [str(value).rjust(width) for value in values]


def test_a_number_too_wide_for_its_column_is_not_cut():
    assert write_numbers(np.array([99]), 2).tobytes() == b"99"
    with pytest.raises(ValueError, match="2 characters"):
        write_numbers(np.array([100]), 2)


def test_a_sum_beyond_int64_does_not_wrap():
    assert exact_sum(np.full(100, 10**18 - 1)) == 100 * (10**18 - 1)
    assert exact_sum(np.array([-5, 3])) == -2
