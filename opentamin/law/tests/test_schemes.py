"""Special schemes: who may enter, what a month costs, when a contract lapses."""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opentamin import law
from opentamin.law.days import date_from_text, month_length, next_month, number_of
from opentamin.law.kinds import CareerDays, Count, RialsDaily, RialsMonthly, kind_needed
from opentamin.law.machine import sources
from opentamin.law.machine.cases import read_cases
from opentamin.law.machine.figures import Rate
from opentamin.law.outcomes import Outcome
from opentamin.law.schemes import (
    Applicant,
    ChosenBase,
    ChosenClassMonth,
    ChosenMonth,
    SchemeContract,
    SchemeMember,
    SelfEmployedApplicant,
    family_entry,
    family_payment_last_day,
    scheme_cover,
    self_employed_entry,
    self_employed_first_last_day,
    self_employed_premium,
    self_employed_wage_of_premium,
    voluntary_base,
    voluntary_base_raised,
    voluntary_contract,
    voluntary_entry,
    voluntary_first_last_day,
    voluntary_months_prepayable,
    voluntary_next_last_day,
    voluntary_premium,
    voluntary_state_part,
    voluntary_wage_of_premium,
)
from opentamin.law.schemes.rows import PORTERS, SEAMEN, InsuranceScheme

from .choosing import law_choosing

NOW = law.of_month(140508)
# Indices, places of choices, the twelve months, and the hundred that parts year from month.
# 135001 stands for a month nobody paid.
NUMBERS_OF_THE_CALENDAR = {0, 1, 3, 6, 10, 12, 100, 135001}
MONTHS = st.builds(lambda year, month: year * 100 + month, st.integers(1403, 1410), st.integers(1, 12))
WAGES = st.integers(0, 10**8)
CLASSES = st.integers(0, 2)


def on(day):
    return law.at(date_from_text(day))


def number(day):
    return number_of(date_from_text(day))


def numbers_in(text):
    return {
        node.value for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Constant) and isinstance(node.value, int) and not isinstance(node.value, bool)
    }  # fmt: skip


@pytest.mark.parametrize("name", [name for name in sources.SOURCES if name.startswith("schemes/") and name.endswith(".py")])
def test_no_number_of_the_law_stands_in_a_rule(name):
    assert numbers_in(sources.read(name)) <= NUMBERS_OF_THE_CALENDAR


@pytest.mark.parametrize(("mark", "count"), [("1.4", 6), ("D.3", 1)])
def test_the_worked_examples_are_all_here(mark, count):
    assert sum(case.mark == mark for case in read_cases()) == count


# Cover


def test_no_scheme_covers_unemployment_and_every_known_one_covers_old_age():
    for scheme in range(len(kind_needed(InsuranceScheme).options)):
        cover = scheme_cover(SchemeMember(scheme), NOW)
        assert cover.covers_unemployment == 0
        assert cover.covers_old_age == (scheme not in (PORTERS, SEAMEN))
        assert (cover.outcome == Outcome.UNKNOWN) == (scheme in (PORTERS, SEAMEN))


# Entry


@given(st.integers(18 * 365, 80 * 365), st.integers(1, 12_000))
def test_more_record_never_closes_a_door_that_was_open(life_days, record_days):
    day = number("1405-08-01")
    record_days = min(record_days, life_days - 1)
    for entry in (voluntary_entry, family_entry):
        asked = Applicant(day - life_days, day, record_days, is_woman=1)
        assert entry(asked._replace(record_days=record_days + 1), NOW).is_admitted >= entry(asked, NOW).is_admitted


@pytest.mark.parametrize("premium_class", range(3))
def test_whoever_passed_the_examination_may_make_a_first_contract(premium_class):
    assert self_employed_entry(SelfEmployedApplicant(premium_class, has_passed_medical=1), NOW).is_admitted == 1


# Premium


@given(MONTHS, WAGES, CLASSES)
def test_more_wage_never_costs_less_and_more_cover_costs_more(month, wage, premium_class):
    due = self_employed_premium(ChosenClassMonth(month, wage, premium_class), NOW)
    assert due.premium <= self_employed_premium(ChosenClassMonth(month, wage + 1, premium_class), NOW).premium
    if premium_class > 0:
        assert due.premium > self_employed_premium(ChosenClassMonth(month, wage, premium_class - 1), NOW).premium


@given(MONTHS, WAGES)
def test_a_chosen_wage_stays_between_the_minimum_and_the_ceiling(month, wage):
    due = self_employed_premium(ChosenClassMonth(month, wage, 0), NOW)
    least = NOW.minimum_wage_daily * month_length(month)
    assert least <= due.wage_month <= least * NOW.ceiling_factor


@given(MONTHS, WAGES)
def test_insurance_by_choice_is_never_under_the_minimum_wage(month, wage):
    due = voluntary_premium(ChosenMonth(month, wage), NOW)
    assert due.wage_month == max(wage, NOW.minimum_wage_daily) * month_length(month)
    assert (due.outcome == Outcome.LIFTED_TO_FLOOR) == (wage < NOW.minimum_wage_daily)


@given(st.integers(0, 10**13), CLASSES)
def test_the_wage_behind_a_premium_gives_that_premium_back(premium, premium_class):
    rate = (NOW.rate_self_old_age, NOW.rate_self_death, NOW.rate_self_disability)[premium_class]
    wage = self_employed_wage_of_premium(premium, premium_class, NOW)
    assert abs(wage * rate.numerator - premium * rate.denominator) * 2 <= rate.numerator
    wage = voluntary_wage_of_premium(premium, NOW)
    assert abs(wage * 27 - premium * 100) * 2 <= 27


@given(st.integers(0, 10**12), st.integers(0, 10**12))
def test_the_base_lies_between_the_minimum_and_the_average(wage, average):
    base = voluntary_base(ChosenBase(wage, average), NOW).wage_base_daily
    assert NOW.minimum_wage_daily <= base <= max(average, NOW.minimum_wage_daily)


def test_without_the_tie_to_the_average_any_wage_stands():
    free = law_choosing("1405-08-01", voluntary_base_limit="none")
    assert voluntary_base(ChosenBase(9_000_000, 6_000_000), free).outcome == Outcome.COUNTED
    assert voluntary_base(ChosenBase(1, 6_000_000), free).outcome == Outcome.LIFTED_TO_FLOOR


def test_the_base_may_rise_by_the_minimum_alone():
    other = law_choosing("1405-01-01", voluntary_base_rise="as_minimum")
    assert voluntary_base_raised(5_000_000, other) == NOW.minimum_wage_daily
    assert voluntary_base_raised(9_000_000, other) == 9_000_000
    assert voluntary_base_raised(5_000_000, NOW) == 7_769_549


def test_a_raised_base_under_the_new_minimum_is_the_minimum():
    assert voluntary_base_raised(1, NOW) == NOW.minimum_wage_daily


@pytest.mark.parametrize("day", ["1384-12-29", "1390-01-01", "1402-12-29"])
def test_the_rate_of_insurance_by_choice_is_unknown_where_nothing_was_read(day):
    with pytest.raises(law.UnknownFigure):
        voluntary_premium(ChosenMonth(138801, 1), on(day))


def test_the_change_from_26_to_27_percent_is_told_as_a_choice_of_ours():
    assert (on("1389-12-29").rate_voluntary, NOW.rate_voluntary) == (Rate(26, 100), Rate(27, 100))
    assert on("1404-12-29").figure("rate_voluntary")[1].status == "policy"
    assert NOW.figure("rate_voluntary")[1].status == "secondary"


def test_what_the_state_adds_today_is_unknown():
    assert voluntary_state_part(100, on("1389-12-29")) == 3
    with pytest.raises(law.UnknownFigure):
        voluntary_state_part(100, NOW)


# Time


@given(MONTHS)
def test_the_next_premium_is_never_due_before_the_month_paid_for_has_ended(month):
    last = voluntary_next_last_day(month, NOW)
    fourth = next_month(month, 4)
    assert last == number(f"{fourth // 100}-{fourth % 100}-1")
    assert family_payment_last_day(month, NOW) < last


@given(st.integers(-10_000, 40_000))
def test_the_first_premium_is_due_after_the_contract(contract_day):
    assert voluntary_first_last_day(contract_day, NOW) - contract_day == 20
    assert self_employed_first_last_day(contract_day, NOW) - contract_day == 30


@given(MONTHS, st.integers(0, 600))
def test_a_contract_that_has_lapsed_stays_lapsed(month, later):
    start = number(f"{month // 100}-{month % 100}-1")
    kept = SchemeContract(start, start + later, 1, month)
    if voluntary_contract(kept, NOW).outcome == Outcome.CONTRACT_LAPSED:
        assert voluntary_contract(kept._replace(day=kept.day + 1), NOW).outcome == Outcome.CONTRACT_LAPSED


@given(MONTHS)
def test_payment_in_advance_ends_with_the_year(month):
    assert next_month(month, voluntary_months_prepayable(month, NOW)) == (month // 100 + 1) * 100 + 1


# Bounds


def test_products_are_bounded():
    daily, monthly = kind_needed(RialsDaily).greatest, kind_needed(RialsMonthly).greatest
    rates = [value for name, (figure, row) in NOW.rows().items() if row and isinstance(value := row.value, Rate)
             and name.startswith(("rate_self", "rate_vol", "rate_dri", "rate_bui", "rate_wea", "rate_levy", "driver_", "builder_", "weaver_"))]  # fmt: skip
    assert len(rates) > 20
    for rate in rates:
        assert 2 * daily * 31 * rate.numerator + rate.denominator < 2**61
        assert 2 * monthly * rate.denominator + rate.numerator < 2**61
        assert 2 * kind_needed(CareerDays).greatest * rate.numerator < 2**61
    assert 2 * kind_needed(Count).greatest * 30 * NOW.minimum_wage_daily * 4 < 2**61
