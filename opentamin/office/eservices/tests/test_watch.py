"""What a record makes us point at: empty months, and short ones between full ones, of the last two years."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from opentamin.law.days import month_length, next_month
from opentamin.office.eservices.watch import LOOK_BACK_MONTHS, look_back, recent_gaps, short_months
from opentamin.office.history.queries import CountedMonth, Month
from opentamin.office.history.reading import ReadMonth, Record

AZAR_1 = date(2026, 11, 22)
FULL = None


def record_of(days: dict[int, int | None]) -> Record:
    """A record with these days in these months, newest first; FULL is all the days a month has."""
    said = {month: month_length(month) if count is FULL else count for month, count in days.items()}
    months = [
        ReadMonth(CountedMonth(Month(month, said[month], 0, False, ()), None), [])
        for month in sorted(said, reverse=True)
        if said[month]
    ]
    return Record(None, months, AZAR_1)


def months_from(first: int, counts: list[int | None]) -> dict[int, int | None]:
    return {next_month(first, place): count for place, count in enumerate(counts)}


def test_a_short_month_between_full_ones_is_pointed_at():
    record = record_of(months_from(140501, [FULL, 21, FULL, FULL]))
    assert [(short.month, short.days) for short in short_months(record, look_back(record))] == [(140502, 21)]


def test_the_first_and_the_last_month_of_a_job_are_no_reason_to_ask():
    record = record_of(months_from(140501, [12, FULL, FULL, 9]))
    assert short_months(record, look_back(record)) == []


def test_an_empty_month_of_long_ago_is_left_to_the_record_itself():
    record = record_of({140001: FULL, 140003: FULL} | months_from(140004, [FULL] * 67))
    assert [gap.first for gap in record.gaps] == [140002]
    assert recent_gaps(record, look_back(record)) == []


@given(st.lists(st.sampled_from([0, 5, 21, FULL]), min_size=3, max_size=40))
def test_nothing_that_is_full_or_older_than_two_years_is_pointed_at(counts):
    record = record_of(months_from(140301, counts))
    since = look_back(record)
    assert next_month(since, LOOK_BACK_MONTHS) == next_month(record.next_due[0], -1)
    for short in short_months(record, since):
        assert short.month > since and 0 < short.days < month_length(short.month)
    assert all(gap.last > since for gap in recent_gaps(record, since))
