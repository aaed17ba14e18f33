"""Rows by COPY: what goes in as columns comes out as the same rows."""

import numpy as np
import pytest
from django.db import connection
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as some

from opentamin.office.kit.copy import copy_columns

pytestmark = pytest.mark.django_db
TEXT = some.text(some.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
ROW = some.tuples(TEXT, some.integers(-(2**63), 2**63 - 1), some.none() | some.integers(0, 99), some.booleans(), some.none() | TEXT)


@pytest.fixture
def table():
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMPORARY TABLE copied (place int, text text, number bigint, maybe int, flag boolean, note text) ON COMMIT DROP"
        )


def written() -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT text, number, maybe, flag, note FROM copied ORDER BY place")
        rows = cursor.fetchall()
        cursor.execute("TRUNCATE copied")
    return rows


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example([("a\tb\\N\n\r", -(2**63), None, True, "\\."), ("نیم‌فاصله 😀", 0, 7, False, None)])
@given(some.lists(ROW, min_size=1, max_size=8))
def test_any_rows_come_back_as_they_went_in(table, rows):
    texts, numbers, maybe, flags, notes = (list(column) for column in zip(*rows, strict=True))
    place = list(range(len(rows)))
    copy_columns("copied", {"place": place, "text": texts, "number": numbers, "maybe": maybe, "flag": flags, "note": notes})
    assert written() == rows


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.lists(ROW, min_size=1, max_size=8))
def test_arrays_are_written_as_lists_are(table, rows):
    texts, numbers, maybe, flags, _ = (list(column) for column in zip(*rows, strict=True))
    masked = np.ma.array([number or 0 for number in maybe], mask=[number is None for number in maybe])
    columns = {
        "place": np.arange(len(rows), dtype=np.int32),
        "text": np.array(texts),
        "number": np.array(numbers, np.int64),
        "maybe": masked,
    }
    copy_columns("copied", {**columns, "flag": np.array(flags)})
    assert [row[:4] for row in written()] == [row[:4] for row in rows]


def test_the_zero_character_is_left_out_because_the_database_does_not_hold_it(table):
    copy_columns("copied", {"place": [1], "text": ["a\0b"]})
    assert written()[0][0] == "ab"


def test_long_columns_are_written_slice_by_slice(table, monkeypatch):
    monkeypatch.setattr("opentamin.office.kit.copy._GRID_BYTES_MAX", 64)
    numbers = list(range(-500, 500))
    assert copy_columns("copied", {"place": numbers, "number": numbers}) == 1000
    assert [number for _, number, *_ in written()] == numbers


def test_columns_of_different_length_are_refused_and_no_rows_write_nothing(table):
    with pytest.raises(AssertionError):
        copy_columns("copied", {"place": [1, 2], "number": [1]})
    assert copy_columns("copied", {"place": [], "number": np.zeros(0, np.int64), "text": np.zeros(0, "U1")}) == 0
    assert written() == []
