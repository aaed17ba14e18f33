"""Days of record: the calendar caps them, and a day counts once."""

from ..contributions.art_34 import counted_wage
from ..contributions.rows import EmployersMonth
from ..days import month_length, next_month
from ..kinds import CareerDays, Days, DaysTotal, Month
from ..machine.articles import article
from ..outcomes import Outcome
from ..rounding import divide
from .rows import VOLUNTARY_SCHEME, DaysCounted, MonthDays, RecordsCounted, TwoRecords

HALF_YEAR = 6
EMPLOYMENT_STANDS = 0


@article("", law="records", in_force=("1354-07-01", None), headline="days_counted", source="C-REC 100-2")
def days_of_month_counted(noted: MonthDays, law) -> DaysCounted:
    """Days of one month that stand in the record: no more than the calendar gives it."""
    days_in_month = month_length(noted.month)
    if noted.days_sum == 0:
        return DaysCounted(0, 0, Outcome.NO_DAYS)
    if noted.days_sum > days_in_month:
        days_over = noted.days_sum - days_in_month
        return DaysCounted(days_in_month, days_over, Outcome.DAYS_CUT_TO_MONTH)
    return DaysCounted(noted.days_sum, 0, Outcome.DAYS_COUNTED)


@article("", law="records", in_force=("1354-07-01", None), source="C-REC 100-2")
def half_year_days(month: Month, law) -> DaysTotal:
    """The most days of record in the half-year a month lies in: 186, or 179, or 180 in a leap year."""
    first = next_month(month, -((month % 100 - 1) % HALF_YEAR))
    days_total = 0
    for step in range(HALF_YEAR):
        days_total += month_length(next_month(first, step))
    return days_total


@article("", law="records", in_force=("1354-07-01", None), source="C-REC 100-2")
def record_of_months(days: list[Days], days_in_month: list[Days], law) -> CareerDays:
    """Days of record of many months, each no more than the calendar gives it."""
    record_days = 0
    for place in range(len(days)):
        record_days += min(days[place], days_in_month[place])
    return record_days


@article("", law="records", in_force=("1354-07-01", None), headline="wage_counted", source="C-REC 100-2; C-DIS 22-2")
def overlapping_month(both: TwoRecords, law) -> RecordsCounted:
    """Two records in one month: a day counts once; wages of two employers are added up to the ceiling.

    The wage of a voluntary scheme is not added to a wage earned on the same days: only its
    free days bring their part. Records that end before they begin, or lie outside the month,
    are for a person to judge.
    """
    days_in_month = month_length(both.month)
    if both.start_one == 0 or both.end_one < both.start_one or both.end_one > days_in_month:
        return RecordsCounted(0, 0, 0, 0, Outcome.UNKNOWN)
    if both.start_two == 0 or both.end_two < both.start_two or both.end_two > days_in_month:
        return RecordsCounted(0, 0, 0, 0, Outcome.UNKNOWN)
    days_one = both.end_one - both.start_one + 1
    days_two = both.end_two - both.start_two + 1
    first_common = max(both.start_one, both.start_two)
    last_common = min(both.end_one, both.end_two)
    days_twice = max(last_common - first_common + 1, 0)
    days_counted = days_one + days_two - days_twice
    wage_not_added = 0
    if days_twice > 0 and both.second_record == VOLUNTARY_SCHEME:
        if law.voluntary_beside_employment != EMPLOYMENT_STANDS:
            return RecordsCounted(0, 0, 0, 0, Outcome.UNKNOWN)
        wage_not_added = divide(both.wage_two * days_twice, days_two, law.rounding_overlap)
    wage_sum = both.wage_one + both.wage_two - wage_not_added
    counted = counted_wage(EmployersMonth(wage_sum, days_counted, days_in_month), law)
    wage_left_out = wage_not_added + counted.wage_excess
    if counted.outcome == Outcome.CUT_TO_CEILING:
        return RecordsCounted(days_counted, days_twice, counted.wage_counted, wage_left_out, Outcome.CUT_TO_CEILING)
    if wage_not_added > 0:
        return RecordsCounted(days_counted, days_twice, counted.wage_counted, wage_left_out, Outcome.VOLUNTARY_NOT_ADDED)
    if days_twice > 0:
        return RecordsCounted(days_counted, days_twice, counted.wage_counted, wage_left_out, Outcome.DAYS_COUNTED_ONCE)
    return RecordsCounted(days_counted, 0, counted.wage_counted, 0, Outcome.DAYS_COUNTED)
