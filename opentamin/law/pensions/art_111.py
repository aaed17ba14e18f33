"""Art. 111: a pension is not under the minimum wage of an ordinary worker."""

from ..kinds import RialsMonthly
from ..machine.articles import article


@article("111", law="ssl", in_force=("1354-07-01", None))
def not_under_minimum(pension: RialsMonthly, law) -> RialsMonthly:
    """The pension of a month, lifted to the minimum wage of a month where it is lower."""
    minimum_monthly = law.minimum_wage_daily * law.pension_month_days
    return max(pension, minimum_monthly)
