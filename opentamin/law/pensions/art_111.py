"""Art. 111: a pension is not under the minimum wage of an ordinary worker."""

from ..kinds import RialsMonthly, YearsThousandths
from ..machine.articles import article
from .art_77 import pension_of_years

WHOLE_MINIMUM, BY_YEARS = 0, 1


@article("111", law="ssl", in_force=("1354-07-01", None))
def not_under_minimum(pension: RialsMonthly, law) -> RialsMonthly:
    """The pension of a month, lifted to the minimum wage of a month where it is lower."""
    minimum_monthly = law.minimum_wage_daily * law.pension_month_days
    return max(pension, minimum_monthly)


@article("111", law="ssl", in_force=("1354-07-01", None))
def old_age_not_under_minimum(pension: RialsMonthly, years: YearsThousandths, law) -> RialsMonthly:
    """The old-age pension of a month and its minimum, whole or in proportion to the years by the choice named."""
    minimum_monthly = law.minimum_wage_daily * law.pension_month_days
    if law.minimum_pension_measure == WHOLE_MINIMUM:
        return max(pension, minimum_monthly)
    minimum_of_years = min(pension_of_years(minimum_monthly, years, law), minimum_monthly)
    return max(pension, minimum_of_years)
