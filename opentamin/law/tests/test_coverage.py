"""Who is covered, which days count, what stays, what is bought or brought over."""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opentamin import law
from opentamin.law.contributions import ceiling_of_days
from opentamin.law.coverage import (
    AggregateRequest,
    BrokenMonth,
    FundTransfer,
    ListRecord,
    MonthDays,
    TwoFunds,
    TwoRecords,
    WorkRelation,
    aggregate_pension_right,
    aggregate_shares,
    bought_months_premium,
    broken_month_premium,
    compulsory_cover,
    days_of_month_counted,
    fund_transfer,
    half_year_days,
    overlapping_month,
    record_check_last_day,
    record_deletion,
    record_of_months,
)
from opentamin.law.coverage.rows import BOARD_MEMBER, EMPLOYEE, Relation
from opentamin.law.days import date_from_text, month_length, number_of
from opentamin.law.kinds import CareerDays, Months, RialsMonthly, kind_needed
from opentamin.law.machine import sources
from opentamin.law.machine.cases import read_cases
from opentamin.law.outcomes import Outcome

from .choosing import law_choosing

NOW = law.of_month(140508)
# Indices, places of choices, the half-year, and the hundred that parts year from month.
NUMBERS_OF_THE_CALENDAR = {0, 1, 2, 6, 8, 100}
MONTHS = st.builds(lambda year, month: year * 100 + month, st.integers(1385, 1410), st.integers(1, 12))


def on(day):
    return law.at(date_from_text(day))


def number(day):
    return number_of(date_from_text(day))


def numbers_in(text):
    return {
        node.value for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Constant) and isinstance(node.value, int) and not isinstance(node.value, bool)
    }  # fmt: skip


@pytest.mark.parametrize("name", [name for name in sources.SOURCES if name.startswith("coverage/") and name.endswith(".py")])
def test_no_number_of_the_law_stands_in_a_rule(name):
    assert numbers_in(sources.read(name)) <= NUMBERS_OF_THE_CALENDAR


@pytest.mark.parametrize("mark", ["EX-8.2", "EX-8.3"])
def test_the_worked_examples_are_all_here(mark):
    assert any(case.mark == mark for case in read_cases())


@pytest.mark.parametrize("relation", range(len(kind_needed(Relation).options)))
def test_whatever_the_relation_nobody_is_covered_twice_for_the_same_work(relation):
    assert compulsory_cover(WorkRelation(relation, is_insured_elsewhere=1, has_asked=1), NOW).is_covered == 0


@pytest.mark.parametrize("missing", ["is_foreign", "is_of_treaty_state", "has_cover_at_home"])
def test_cover_against_accidents_alone_needs_all_three_conditions(missing):
    foreigner = WorkRelation(EMPLOYEE, is_foreign=1, is_of_treaty_state=1, has_cover_at_home=1)
    assert compulsory_cover(foreigner, NOW).outcome == Outcome.COVER_ACCIDENT_ONLY
    assert compulsory_cover(foreigner._replace(**{missing: 0}), NOW).outcome == Outcome.COVER_COMPULSORY


def test_a_board_member_is_covered_by_asking_and_by_nothing_else():
    assert compulsory_cover(WorkRelation(BOARD_MEMBER), NOW).outcome == Outcome.NOT_COVERED_NOT_ASKED
    assert compulsory_cover(WorkRelation(BOARD_MEMBER, has_asked=1), NOW).outcome == Outcome.COVER_ON_REQUEST


@pytest.mark.parametrize(("year", "second"), [(1402, 179), (1403, 180), (1404, 179), (1407, 179), (1408, 180)])
def test_a_year_has_186_days_and_179_or_180(year, second):
    assert {half_year_days(year * 100 + month, NOW) for month in range(1, 7)} == {186}
    assert {half_year_days(year * 100 + month, NOW) for month in range(7, 13)} == {second}


@given(month=MONTHS, days_sum=st.integers(0, 4_095))
def test_no_day_is_lost_and_none_is_beyond_the_month(month, days_sum):
    counted = days_of_month_counted(MonthDays(month, days_sum), NOW)
    assert counted.days_counted + counted.days_over == days_sum
    assert counted.days_counted <= month_length(month)


@given(st.lists(st.tuples(st.integers(0, 127), st.integers(29, 31)), max_size=60))
def test_the_months_of_a_record_are_capped_one_by_one(months):
    days, days_in_month = [noted for noted, _ in months], [most for _, most in months]
    record_days = record_of_months(days, days_in_month, NOW)
    assert record_days == sum(map(min, days, days_in_month))
    assert record_days <= sum(days_in_month)


@st.composite
def two_records(draw, month=140007):
    ends = [draw(st.integers(1, month_length(month))) for _ in range(4)]
    one, two = sorted(ends[:2]), sorted(ends[2:])
    wages = draw(st.tuples(st.integers(0, 10**9), st.integers(0, 10**9)))
    return TwoRecords(month, one[0], one[1], wages[0], two[0], two[1], wages[1], draw(st.integers(0, 1)))


@given(two_records())
def test_the_days_are_those_on_which_either_record_runs(both):
    counted = overlapping_month(both, on("1400-07-01"))
    days = {*range(both.start_one, both.end_one + 1), *range(both.start_two, both.end_two + 1)}
    assert counted.days_counted == len(days) <= 30
    assert counted.wage_counted + counted.wage_left_out == both.wage_one + both.wage_two
    assert counted.wage_counted <= ceiling_of_days(counted.days_counted, on("1400-07-01"))


@given(two_records())
def test_a_voluntary_scheme_never_counts_more_than_a_second_employer(both):
    as_work, as_choice = both._replace(second_record=0), both._replace(second_record=1)
    now = on("1400-07-01")
    assert overlapping_month(as_choice, now).wage_counted <= overlapping_month(as_work, now).wage_counted


@pytest.mark.parametrize(("name", "day"), [("start_one", 0), ("end_one", 31), ("start_two", 0), ("end_two", 31), ("end_two", 4)])
def test_a_record_outside_its_month_or_against_time_is_for_a_person(name, day):
    right = TwoRecords(140007, 1, 15, 1, 5, 30, 1)
    assert overlapping_month(right, on("1400-07-01")).outcome == Outcome.DAYS_COUNTED_ONCE
    assert overlapping_month(right._replace(**{name: day}), on("1400-07-01")).outcome == Outcome.UNKNOWN


@given(st.integers(-10_000, 40_000))
def test_the_time_to_check_never_ends_before_the_list_came(received_day):
    assert record_check_last_day(received_day, NOW) > received_day


@pytest.mark.parametrize(("received", "last"), [("1405-01-31", "1405-07-30"), ("1403-06-30", "1403-12-30"), ("1404-06-30", "1404-12-29")])
def test_six_months_end_on_the_same_day_or_on_the_last_of_a_shorter_month(received, last):
    assert record_check_last_day(number(received), NOW) == number(last)
    assert record_deletion(ListRecord(number(received), number(last)), NOW).outcome == Outcome.RECORD_MAY_BE_CHECKED
    assert record_deletion(ListRecord(number(received), number(last) + 1), NOW).outcome == Outcome.RECORD_STANDS


def test_the_reading_of_old_records_changed_with_ruling_849():
    old = ListRecord(number("1390-01-01"), number("1399-07-08"))
    assert record_deletion(old, on("1399-07-07")).outcome == Outcome.UNKNOWN
    assert record_deletion(old, on("1399-07-08")).outcome == Outcome.RECORD_STANDS


@given(st.integers(0, 10**13), st.integers(0, 1_200))
def test_more_months_never_cost_less(wage, months):
    price = bought_months_premium(wage, months, NOW)
    assert price <= bought_months_premium(wage, min(months + 1, 1_200), NOW)
    assert abs(price * 100 - wage * months * 27) <= 50


def test_products_are_bounded():
    rate = NOW.rate_bought_record
    wage, months = kind_needed(RialsMonthly).greatest, kind_needed(Months).greatest
    assert 2 * wage * months * rate.numerator + rate.denominator < 2**61
    assert 2 * wage * 2 * kind_needed(CareerDays).greatest < 2**61


@given(st.integers(1, 29), st.integers(10**6, 10**9))
def test_the_days_worked_and_the_days_bought_make_the_month(days, wage):
    broken = broken_month_premium(BrokenMonth(140508, days, wage), NOW)
    assert broken.days_missing == 30 - days
    assert broken_month_premium(BrokenMonth(140508, 30, wage), NOW).outcome == Outcome.MONTH_ALREADY_WHOLE
    assert broken_month_premium(BrokenMonth(140508, 31, wage), NOW).outcome == Outcome.UNKNOWN
    assert broken_month_premium(BrokenMonth(140508, 0, wage), NOW).outcome == Outcome.NO_DAYS


def test_the_price_of_bought_months_before_1403_is_unknown():
    with pytest.raises(law.UnknownFigure):
        bought_months_premium(10**8, 1, on("1402-12-29"))
    assert bought_months_premium(10**8, 1, on("1403-01-01")) == 27_000_000


@given(st.integers(0, 10**13), st.integers(0, 36_600), st.integers(0, 36_600))
def test_the_shares_of_two_funds_make_the_whole_pension(pension, here, there):
    shares = aggregate_shares(TwoFunds(pension, here, there), NOW)
    if here + there == 0:
        assert shares.outcome == Outcome.UNKNOWN
    else:
        assert shares.share_here + shares.share_there == pension
        assert min(shares.share_here, shares.share_there) >= 0


@given(st.integers(0, 10**15), st.integers(0, 10**15))
def test_the_difference_of_two_funds_is_never_paid_back(here, there):
    due = fund_transfer(FundTransfer(here, there), NOW)
    assert due.difference == max(here - there, 0)
    assert fund_transfer(FundTransfer(here, there, is_veteran=1), NOW).difference == 0


def test_the_first_bar_to_one_pension_out_of_several_funds_is_named():
    request = AggregateRequest(0, 1, 1, 1)
    names = []
    for name, value in (("is_pension_in_payment", 0), ("is_active_in_last_fund", 1), ("is_transfer_settled", 0), ("is_of_armed_forces_fund", 0)):
        names.append(aggregate_pension_right(request, NOW).outcome)
        request = request._replace(**{name: value})
    assert names == [Outcome.AGGREGATE_REFUSED_PENSION, Outcome.AGGREGATE_REFUSED_NOT_ACTIVE,
                     Outcome.AGGREGATE_REFUSED_SETTLED, Outcome.AGGREGATE_REFUSED_ARMED_FORCES]  # fmt: skip
    assert aggregate_pension_right(request, NOW).outcome == Outcome.AGGREGATE_GRANTED


def test_a_person_may_be_asked_which_wage_stands_beside_a_voluntary_scheme():
    other = law_choosing("1400-07-01", voluntary_beside_employment="for_a_person")
    both = TwoRecords(140007, 1, 15, 10**7, 15, 30, 10**7, second_record=1)
    assert overlapping_month(both, other) == (0, 0, 0, 0, Outcome.UNKNOWN)
    assert overlapping_month(both._replace(start_two=16), other).outcome == Outcome.DAYS_COUNTED
    assert overlapping_month(both._replace(second_record=0), other).outcome == Outcome.DAYS_COUNTED_ONCE


def test_where_each_fund_has_its_own_rules_a_person_divides_the_pension():
    other = law_choosing("1405-08-01", aggregate_split="by_each_fund")
    assert aggregate_shares(TwoFunds(10**8, 1, 1), other) == (0, 0, Outcome.UNKNOWN)


def test_nothing_rests_on_the_remembered_split_alone():
    node = law.explain(aggregate_shares, TwoFunds(10**8, 1, 1), NOW)
    assert not law.is_enforceable(node)


@pytest.mark.parametrize("language", ["fa", "en"])
def test_an_explanation_names_the_relation_and_the_ruling(language):
    node = law.explain(compulsory_cover, {"relation": 3}, NOW)
    step = law.words.render(node, language)
    assert step.facts[0].value == law.words.words_of(language).of("options", "work_relation")["contractor"]
    assert "2351" in step.figures[0].source
