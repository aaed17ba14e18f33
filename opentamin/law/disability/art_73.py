"""Arts 73 and 74: partial disability by work, and the sum paid once for a smaller loss."""

from ..kinds import Percent, Rials, RialsMonthly
from ..machine.articles import article
from ..rounding import divide

HUNDRED = 100


@article("73", law="ssl", in_force=("1354-07-01", None), source="C-DIS")
def partial_disability_pension(loss_percent: Percent, pension_total_monthly: RialsMonthly, law) -> RialsMonthly:
    """So many percent of the pension of total disability as capacity was lost; no minimum applies."""
    return divide(pension_total_monthly * loss_percent, HUNDRED, law.rounding_pension)


@article("74", law="ssl", in_force=("1354-07-01", None), source="C-DIS")
def disability_lump_sum(loss_percent: Percent, pension_total_monthly: RialsMonthly, law) -> Rials:
    """So many months of the pension of total disability, times the percent of capacity lost; paid once."""
    months_sum = pension_total_monthly * law.lump_sum_months
    return divide(months_sum * loss_percent, HUNDRED, law.rounding_pension)


@article("73", law="ssl", in_force=("1354-07-01", None), source="C-DIS")
def wage_with_partial_pension(wage_monthly: RialsMonthly, pension_partial_monthly: RialsMonthly, law) -> Rials:
    """The wage of a month as later pensions count it: partial pension added, even above the greatest insurable wage."""
    return wage_monthly + pension_partial_monthly
