"""Rounding has a name and one place: here.

Divisors are above zero. An amount and its reversal are treated alike: the share of -x is
minus the share of x, so a correction that takes a list back leaves nothing behind.
"""

from .primitives import primitive

TRUNCATE, HALF_UP = 0, 1


@primitive
def quotient(numerator: int, denominator: int) -> int:
    """Whole quotient of a number from zero below 2**62; compiled it is a product."""
    return numerator // denominator


@primitive
def divide(numerator: int, denominator: int, rounding: int) -> int:
    """Quotient rounded by a named policy.

    HALF_UP: the nearest whole number, a half away from zero. TRUNCATE: toward zero.
    """
    twice = 2 * abs(numerator)
    if rounding == HALF_UP:
        twice += denominator
    size = quotient(twice, 2 * denominator)
    return -size if numerator < 0 else size


@primitive
def portion(amount, rate, rounding):
    """``rate`` (a fraction) of an amount, rounded by a named policy; rials."""
    return divide(amount * rate.numerator, rate.denominator, rounding)
