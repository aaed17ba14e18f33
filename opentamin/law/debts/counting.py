"""Small arithmetic of debts: months of delay, and a month of a yearly rate."""

from ..days import add_months, full_months_between
from ..primitives import primitive
from ..rounding import divide

WHOLE_MONTHS, BEGUN_MONTH_COUNTS = 0, 1


@primitive
def months_of_delay(due_day: int, day: int, part_of_month: int) -> int:
    """Months from the day after ``due_day`` up to and with ``day``; the last one, if only begun, by the policy."""
    first, after = due_day + 1, day + 1
    months = full_months_between(first, after)
    if part_of_month == BEGUN_MONTH_COUNTS and add_months(first, months) < after:
        months += 1
    return months


@primitive
def month_of_yearly(amount, rate, rounding):
    """One month of a yearly rate on an amount."""
    return divide(amount * rate.numerator, rate.denominator * 12, rounding)


@primitive
def interest_on_balances(debt, count, rate, rounding):
    """Interest of ``count`` months when equal parts of a debt are paid at the end of each: half of count + 1 months of it all."""
    return divide(debt * rate.numerator * (count + 1), rate.denominator * 12 * 2, rounding)


@primitive
def part_up_to(amount: int, count: int, place: int, rounding: int) -> int:
    """What has fallen due of an amount after ``place`` of ``count`` equal parts; the whole after the last."""
    return divide(amount * place, count, rounding)
