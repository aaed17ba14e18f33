"""Facts the articles all pensions share take, and answers they give. Amounts are rials."""

from typing import NamedTuple

from ..kinds import Code, Flag, Month, Months, Rials, RialsMonthly
from ..outcomes import Outcome


class AveragedWages(NamedTuple):
    """Wages that bore premium, summed over the last months of payment.

    ``wages_sum`` is that of ``months_averaged`` months, ``wages_sum_long`` that of the longer
    run an unnatural growth leads to; 0 where it was not asked for.
    """

    wages_sum: Rials
    months_averaged: Months
    wages_sum_long: Rials = 0
    is_growth_unnatural: Flag = 0
    is_promoted: Flag = 0


class AverageWage(NamedTuple):
    """Average monthly wage, over how many months, and by which rule."""

    average_monthly: RialsMonthly
    months_averaged: Months
    outcome: Code = Outcome.AVERAGED_TWO_YEARS


class LastPaid(NamedTuple):
    """The last months in which premium was paid: sum of their wages, count, and the first of them."""

    wages_sum: Rials
    months_averaged: Months
    wages_sum_long: Rials
    months_long: Months
    first_month: Month
    outcome: Code = Outcome.AVERAGED_TWO_YEARS
