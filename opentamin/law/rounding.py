"""Rounding has a name and one place: here.

All functions take whole numbers and a divisor above zero, and treat an amount and its
reversal alike: the share of -x is minus the share of x, so a correction that takes a
list back leaves nothing behind.
"""

from .primitives import primitive

TRUNCATE, HALF_UP = 0, 1


@primitive
def truncate(numerator: int, denominator: int) -> int:
    """The quotient without its fraction, toward zero."""
    if numerator < 0:
        return -(-numerator // denominator)
    return numerator // denominator


@primitive
def half_up(numerator: int, denominator: int) -> int:
    """The nearest whole quotient; a half goes away from zero."""
    if numerator < 0:
        return -((-2 * numerator + denominator) // (2 * denominator))
    return (2 * numerator + denominator) // (2 * denominator)


@primitive
def divide(numerator: int, denominator: int, rounding: int) -> int:
    """Quotient rounded by a named policy, HALF_UP or TRUNCATE."""
    if rounding == HALF_UP:
        return half_up(numerator, denominator)
    return truncate(numerator, denominator)


@primitive
def portion(amount, rate, rounding):
    """``rate`` (a fraction) of an amount, rounded by a named policy; rials."""
    return divide(amount * rate.numerator, rate.denominator, rounding)
