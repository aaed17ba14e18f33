import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from opentamin.lists.dates import read_date, read_dates
from opentamin.lists.fields import month_of_year
from opentamin.lists.pair import number_of_list


@pytest.mark.parametrize("text", ["", "0", "00000000", "        ", "  /  /  "])
def test_no_date_is_written_as_blanks_or_zero(text):
    assert read_date(text, is_birth=True, list_year=1405) == 0


@pytest.mark.parametrize("text", ["13650102", "65/01/02", "1365/01/02", "1365/1/2", "65/1/2", "650102"])
def test_a_birth_is_read_in_every_shape(text):
    assert read_date(text, is_birth=True, list_year=1405) == 13650102


@pytest.mark.parametrize(
    ("text", "list_year", "read"),
    [("02/05/06", 1405, 14020506), ("99/05/06", 1405, 13990506), ("99/12/29", 1399, 13991229), ("00/01/01", 1399, 14000101)],
)
def test_a_start_lies_in_the_century_nearest_the_list(text, list_year, read):
    assert read_date(text, is_birth=False, list_year=list_year) == read


def test_a_birth_with_two_digits_is_in_the_fourteenth_century():
    assert read_date("02/05/06", is_birth=True, list_year=1405) == 13020506


@pytest.mark.parametrize("text", ["13651301", "13650132", "13650732", "1365-13", "abc", "99/99/99", "11000101", "136501022"])
def test_what_is_no_day_is_unreadable(text):
    assert read_date(text, is_birth=True, list_year=1405) == -1


def test_the_thirty_first_is_a_day_in_shahrivar_and_none_in_mehr():
    assert read_date("13650631", is_birth=True, list_year=1405) == 13650631
    assert read_date("13650731", is_birth=True, list_year=1405) == -1


shapes = st.one_of(
    st.from_regex("[0-9]{8}", fullmatch=True),
    st.from_regex("[0-9]{2}/[0-9]{2}/[0-9]{2}", fullmatch=True),
    st.from_regex("1[34][0-9]{2}[01][0-9][0-3][0-9]", fullmatch=True),
    st.text(alphabet="0123456789/ -x", max_size=8),
)


@given(st.lists(shapes, min_size=1, max_size=20), st.booleans(), st.integers(1370, 1469))
def test_a_column_of_dates_reads_as_each_of_its_cells(texts, is_birth, list_year):
    column = read_dates(np.array(texts, dtype=str), is_birth=is_birth, list_year=list_year)
    assert column.tolist() == [read_date(text, is_birth=is_birth, list_year=list_year) for text in texts]


@pytest.mark.parametrize(
    ("two", "month", "read"), [(5, 8, 140508), (70, 1, 137001), (69, 12, 146912), (99, 12, 139912), (0, 1, 140001)]
)
def test_the_year_of_a_list_lies_between_1370_and_1469(two, month, read):
    assert month_of_year(two, month) == read


@pytest.mark.parametrize("month", [0, 13])
def test_a_month_outside_the_year_is_no_month(month):
    assert month_of_year(5, month) == 0


def test_list_numbers_are_compared_as_numbers():
    assert number_of_list("01") == number_of_list("1") == number_of_list("000000000001") == 1
    assert number_of_list("0000") == number_of_list("") == 0
    assert number_of_list("1A") == -1
