"""What all pensions share: the average, years of service, the pension of Art. 77, the minimum of Art. 111."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from opentamin import law
from opentamin.law.kinds import AMOUNT_MAX
from opentamin.law.pensions import (
    AveragedWages,
    average_wage,
    last_months_paid,
    not_under_minimum,
    old_age_not_under_minimum,
    pension_of_years,
    years_of_service,
)

from .test_same_answer import assert_same

NOW = law.of_month(140508)
BEFORE_1371 = law.at(law.days.date_from_jalali(1371, 12, 15))
WAGES = st.integers(0, 10**13)
YEARS = st.integers(0, 120_000)


@given(WAGES, WAGES, YEARS)
def test_more_wage_never_gives_less_pension(one, other, years):
    low, high = sorted((one, other))
    for current in (NOW, BEFORE_1371):
        assert pension_of_years(low, years, current) <= pension_of_years(high, years, current)


@given(WAGES, YEARS, YEARS)
def test_more_years_never_give_less_pension(wage, one, other):
    low, high = sorted((one, other))
    for current in (NOW, BEFORE_1371):
        assert pension_of_years(wage, low, current) <= pension_of_years(wage, high, current)


@given(WAGES, YEARS)
def test_a_pension_never_passes_thirty_five_thirtieths_and_before_1371_never_the_average(wage, years):
    assert pension_of_years(wage, years, NOW) <= wage * 35 // 30 + 1
    assert pension_of_years(wage, years, BEFORE_1371) <= wage


@given(st.integers(0, AMOUNT_MAX), YEARS)
def test_a_pension_after_its_minimum_is_never_under_it_nor_under_itself(pension, years):
    for lifted in (not_under_minimum(pension, NOW), old_age_not_under_minimum(pension, years, NOW)):
        assert lifted >= max(pension, NOW.minimum_wage_daily * 30)


@given(st.integers(0, 36_600))
def test_days_become_years_to_the_nearest_thousandth_and_no_day_completes_a_year_too_soon(days):
    years = years_of_service(days, NOW)
    assert abs(years * 365 - days * 1000) <= 182
    assert (years >= 20_000) == (days >= 20 * 365)


def test_products_are_bounded():
    greatest_average = -(-AMOUNT_MAX // NOW.average_months)
    assert greatest_average * NOW.pension_years_max < 2**61
    assert greatest_average * BEFORE_1371.pension_year_divisor < 2**61


@given(st.integers(0, AMOUNT_MAX), st.integers(0, 1200))
def test_the_two_year_average_times_its_months_gives_the_sum_back_to_within_half_a_rial_a_month(wages_sum, months):
    answer = average_wage(AveragedWages(wages_sum, months), NOW)
    if months == 24:
        assert abs(answer.average_monthly * 24 - wages_sum) <= 12
    else:
        assert answer.outcome == law.Outcome.UNKNOWN


def test_a_five_year_sum_under_the_two_year_sum_is_handed_to_a_person():
    in_1392 = law.of_month(139205)
    answer = average_wage(AveragedWages(480_000_000, 24, 479_999_999, is_growth_unnatural=1), in_1392)
    assert answer.outcome == law.Outcome.UNKNOWN


@pytest.mark.parametrize(("months", "outcome"), [(23, "AVERAGE_MONTHS_SHORT"), (24, "AVERAGED_TWO_YEARS")])
def test_twenty_four_paid_months_make_an_average_and_twenty_three_do_not(months, outcome):
    record = [140001 + place // 12 * 100 + place % 12 for place in range(months)]
    answer = last_months_paid(record, [10] * months, [0] * months, NOW)
    assert answer.outcome.name == outcome
    assert answer.wages_sum == 10 * months


def test_the_long_average_takes_sixty_paid_months_and_no_more():
    record = [139501 + place // 12 * 100 + place % 12 for place in range(61)]
    answer = last_months_paid(record, [1_000] + [10] * 60, [0] * 61, NOW)
    assert (answer.months_long, answer.wages_sum_long) == (60, 600)
    assert (answer.months_averaged, answer.wages_sum, answer.first_month) == (24, 240, record[-24])


def records(count: int, random: np.random.Generator) -> dict[str, np.ndarray]:
    """Records of rising months; now and then a month without premium, a favour month, a month out of order."""
    lengths = random.integers(0, 90, count)
    offsets = np.concatenate([[0], np.cumsum(lengths)])
    total = int(offsets[-1])
    place = np.arange(total) - np.repeat(offsets[:-1], lengths)
    months = 139001 + place // 12 * 100 + place % 12
    months[random.integers(0, total, count // 20)] = 139001
    return {
        "months": months.astype(np.int32),
        "wages": random.integers(0, 10**9, total) * (random.random(total) < 0.9),
        "is_favour": (random.random(total) < 0.05).astype(np.int8),
        "offsets": offsets,
    }


def test_over_columns_the_last_months_are_the_same_plain_and_compiled():
    rows = records(300, np.random.default_rng(77))
    plain = law.columns(last_months_paid, rows, NOW, "plain")
    assert_same(law.columns(last_months_paid, rows, NOW, "compiled"), plain)
    assert len(np.unique(plain["outcome"])) == 3


def test_the_minimum_by_years_is_there_to_be_chosen(monkeypatch):
    monkeypatch.setitem(NOW.__dict__, "minimum_pension_measure", 1)
    assert old_age_not_under_minimum(1_000, 20_000, NOW) == 110_837_000
    assert old_age_not_under_minimum(1_000, 35_000, NOW) == 166_255_500
