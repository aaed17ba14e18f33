"""What a month of work owes: where a choice of ours may be made otherwise, and what holds for every list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opentamin import law
from opentamin.law import Outcome
from opentamin.law.contributions import (
    EmployersMonth,
    ListMonth,
    WorkerMonth,
    assessed_wage,
    ceiling_of_days,
    counted_wage,
    floor_of_days,
    helped_wage,
    list_due,
    premium_of_wage,
    relief_of_five,
    relief_of_list,
    worker_due,
    worker_share_by_employer,
)

from .choosing import law_choosing

DAY = "1405-08-01"
NOW = law.of_month(140508)
MINIMUM = 166_255_500  # of thirty days
WAGES = st.integers(0, 3_000_000_000)
DAYS = st.integers(1, 30)
WORKERS = st.lists(st.tuples(st.integers(0, 31), st.integers(0, 2 * MINIMUM)), min_size=1, max_size=12)
# Six workers of different pay, the fourth without a day of work.
PAY = ([30, 30, 30, 0, 30, 30, 30], [40, 10, 60, 99, 20, 50, 30])


def listed(**facts: int) -> ListMonth:
    """A list of one worker at the minimum wage in a workshop under the law of five workers."""
    usual = {"wage_base_total": MINIMUM, "wage_base_unemployment_total": MINIMUM, "wage_base_hazardous_total": 0,
             "worker_share_total": 11_637_885, "wage_relief_total": MINIMUM, "workers_count": 1, "is_relief_activity": 1}  # fmt: skip
    return ListMonth(**{**usual, **facts})


@given(DAYS, WAGES)
def test_what_is_assessed_lies_between_floor_and_ceiling_and_says_what_was_moved(days, wage):
    found = assessed_wage(WorkerMonth(days, 30, wage), NOW)
    assert floor_of_days(days, NOW) <= found.wage_base <= ceiling_of_days(days, NOW)
    assert found.wage_base == wage + found.wage_lifted - found.wage_cut
    assert not (found.wage_lifted and found.wage_cut)


@given(DAYS, WAGES, WAGES)
def test_more_wage_never_owes_less(days, one, other):
    low, high = sorted((one, other))
    assert worker_due(WorkerMonth(days, 30, low), NOW).worker_share <= worker_due(WorkerMonth(days, 30, high), NOW).worker_share


@given(DAYS, WAGES)
def test_the_apprentice_and_the_employer_together_pay_the_worker_share(days, wage):
    month = WorkerMonth(days, 30, wage, is_apprentice=1)
    share = worker_due(month, NOW).worker_share
    by_employer = worker_share_by_employer(month, share, NOW)
    assert 0 <= by_employer <= share
    assert share - by_employer == min(share, premium_of_wage(wage, NOW))


def test_a_wage_under_the_minimum_stays_as_declared_where_that_is_the_choice():
    as_declared = law_choosing(DAY, wage_under_floor="as_declared")
    found = assessed_wage(WorkerMonth(30, 30, 5), as_declared)
    assert (found.wage_base, found.wage_lifted, found.outcome) == (5, 0, Outcome.COUNTED)
    assert assessed_wage(WorkerMonth(30, 30, 5, is_apprentice=1), as_declared).outcome == Outcome.APPRENTICE_LIFTED


def test_each_employer_alone_leaves_the_sum_above_the_ceiling_in_the_record():
    month = EmployersMonth(1_400_000_000, 60, 30)
    assert counted_wage(month, law_choosing(DAY, two_employers_ceiling="each_alone")).wage_counted == 1_400_000_000
    assert counted_wage(month, NOW).wage_counted == 1_163_788_500


@pytest.mark.parametrize(
    ("order", "total"),
    [("lowest_pay", 10 + 20 + 30 + 40 + 50), ("highest_pay", 60 + 50 + 40 + 30 + 20), ("list_order", 40 + 10 + 60 + 20 + 50)],
)
def test_the_five_are_taken_in_the_order_chosen_and_who_did_not_work_stands_in_none(order, total):
    assert relief_of_five(*PAY, law_choosing(DAY, five_workers_order=order)) == total


def test_of_equal_pay_the_first_of_the_list_comes_first_in_either_order():
    days, pay = [10, 30, 30, 30, 30, 30], [MINIMUM] * 6
    for order in ("lowest_pay", "highest_pay", "list_order"):
        assert relief_of_five(days, pay, law_choosing(DAY, five_workers_order=order)) == 10 * 5_541_850 + 4 * MINIMUM


def test_without_a_cap_the_relief_reaches_the_whole_wage_of_who_worked():
    uncapped = law_choosing(DAY, five_workers_pay_cap="uncapped")
    assert helped_wage(30, 2 * MINIMUM, uncapped) == 2 * MINIMUM
    assert helped_wage(30, 2 * MINIMUM, NOW) == MINIMUM
    assert relief_of_five([30, 0], [2 * MINIMUM, 7], uncapped) == 2 * MINIMUM


def test_fifty_workers_at_work_are_helped_and_fifty_one_are_not():
    assert relief_of_five([30] * 50 + [0], [MINIMUM] * 51, NOW) == 5 * MINIMUM
    assert relief_of_five([30] * 50 + [1], [MINIMUM] * 51, NOW) == 0


@given(WORKERS)
def test_the_relief_of_the_lowest_paid_is_never_above_five_minimum_wages_nor_the_wages_paid(workers):
    days, pay = (list(column) for column in zip(*workers, strict=True))
    helped = relief_of_five(days, pay, NOW)
    assert 0 <= helped <= min(5 * floor_of_days(31, NOW), sum(pay))
    assert helped <= relief_of_five(days, pay, law_choosing(DAY, five_workers_order="highest_pay"))


def test_a_late_list_keeps_its_relief_where_that_is_the_choice():
    late = listed(is_list_in_time=0)
    assert relief_of_list(late, law_choosing(DAY, five_workers_late_list="keeps_relief")).outcome == Outcome.RELIEF_GRANTED
    assert relief_of_list(late, NOW).outcome == Outcome.RELIEF_WITHHELD_LATE


def test_a_further_list_has_a_relief_of_its_own_where_that_is_the_choice():
    further = listed(is_further_list=1)
    assert relief_of_list(further, law_choosing(DAY, five_workers_further_list="each_list")).relief_state == 33_251_100
    assert relief_of_list(further, NOW).relief_state == 0


def test_before_the_law_of_five_workers_there_is_no_relief():
    before = law.at(law.days.date_from_jalali(1361, 12, 29))
    assert relief_of_list(listed(), before) == (0, 0, Outcome.RELIEF_NOT_IN_FORCE)
    assert relief_of_five([30], [MINIMUM], before) == 0


@given(st.integers(0, 10**12), st.integers(0, 10**12), st.integers(0, 60), st.integers(0, 1), st.integers(0, 1))
def test_what_a_list_owes_is_the_sum_of_its_parts(total, relieved, workers, is_listed, is_in_time):
    month = ListMonth(total, total, 0, total * 7 // 100, relieved, workers, is_listed, is_in_time)
    due = list_due(month, NOW)
    assert due.due_total == month.worker_share_total + due.employer_share_own + due.unemployment + due.hazardous
    assert due.employer_share == due.employer_share_own + due.relief_state
    assert not (due.relief_state and due.relief_at_stake)


def test_the_reasons_of_a_list_name_each_premium_as_what_it_is():
    month = ListMonth(1_000_000_000, 900_000_000, 100_000_000, 70_000_000)
    remitted = next(node for node in law.explain(list_due, month, NOW).walk() if node.article == "remitted_by_employer")
    assert remitted.inputs == {"worker_share": 70_000_000, "employer_share_own": 200_000_000,
                               "unemployment": 27_000_000, "hazardous": 4_000_000}  # fmt: skip
