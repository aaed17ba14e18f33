"""Rounding by name: both sides of a half, and amounts taken back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opentamin.law.kinds import AMOUNT_MAX
from opentamin.law.machine.compiling import reciprocal_quotient
from opentamin.law.machine.figures import RATE_DENOMINATOR_MAX, RATE_NUMERATOR_MAX, Rate
from opentamin.law.rounding import HALF_UP, TRUNCATE, divide, portion, quotient

numerators = st.integers(-(AMOUNT_MAX * RATE_NUMERATOR_MAX), AMOUNT_MAX * RATE_NUMERATOR_MAX)
denominators = st.integers(1, RATE_DENOMINATOR_MAX)


@pytest.mark.parametrize(("numerator", "half_up", "truncated"), [(149, 1, 1), (150, 2, 1), (151, 2, 1), (200, 2, 2), (0, 0, 0)])
def test_a_half_goes_up_and_less_than_a_half_goes_down(numerator, half_up, truncated):
    assert divide(numerator, 100, HALF_UP) == half_up
    assert divide(numerator, 100, TRUNCATE) == truncated


@given(numerators, denominators, st.sampled_from([HALF_UP, TRUNCATE]))
def test_an_amount_and_its_reversal_cancel(numerator, denominator, rounding):
    assert divide(numerator, denominator, rounding) + divide(-numerator, denominator, rounding) == 0


@given(numerators, denominators)
def test_half_up_is_never_further_than_half_from_the_exact_quotient(numerator, denominator):
    rounded = divide(numerator, denominator, HALF_UP)
    assert abs(2 * (rounded * denominator - numerator)) <= denominator


@given(numerators, denominators)
def test_truncation_never_exceeds_the_exact_quotient_in_size(numerator, denominator):
    rounded = divide(numerator, denominator, TRUNCATE)
    assert 0 <= abs(numerator) - abs(rounded) * denominator < denominator


@given(st.integers(0, 2**62 - 1), st.integers(1, 2**31 - 1))
def test_the_product_that_stands_for_a_division_is_exact(numerator, denominator):
    assert reciprocal_quotient(numerator, denominator) == quotient(numerator, denominator)


@given(st.integers(0, 2**40), st.integers(1, 2 * RATE_DENOMINATOR_MAX), st.integers(-1, 1))
def test_it_is_exact_on_both_sides_of_every_multiple(whole, denominator, step):
    numerator = max(whole * denominator + step, 0)
    assert reciprocal_quotient(numerator, denominator) == numerator // denominator


def test_seven_percent_of_an_odd_wage_keeps_its_half_rial():
    assert portion(94_211_450, Rate(7, 100), HALF_UP) == 6_594_802
    assert portion(94_211_450, Rate(7, 100), TRUNCATE) == 6_594_801
