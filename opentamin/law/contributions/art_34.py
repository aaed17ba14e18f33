"""Art. 34: several employers in one month."""

from ..machine.articles import article
from ..outcomes import Outcome
from .art_28 import premium_of_wage
from .limits import ceiling_of_days
from .rows import CountedWage, EmployersMonth

EACH_ALONE, ON_THE_SUM = 0, 1


@article("34", law="ssl", in_force=("1354-07-01", None), headline="wage_counted")
def counted_wage(month: EmployersMonth, law) -> CountedWage:
    """What counts in the record when each employer's list was assessed alone.

    A month has no more days than the calendar gives it, and the ceiling of those days is
    applied to the sum of the wages.
    """
    if month.days_sum == 0:
        if month.wage_base_sum > 0:
            return CountedWage(0, 0, 0, 0, Outcome.UNKNOWN)
        return CountedWage(0, 0, 0, 0, Outcome.NO_DAYS)
    days_counted = min(month.days_sum, month.days_in_month)
    ceiling = ceiling_of_days(days_counted, law)
    if month.wage_base_sum > ceiling and law.two_employers_ceiling == ON_THE_SUM:
        wage_excess = month.wage_base_sum - ceiling
        worker_share_excess = premium_of_wage(wage_excess, law)
        return CountedWage(ceiling, days_counted, wage_excess, worker_share_excess, Outcome.CUT_TO_CEILING)
    return CountedWage(month.wage_base_sum, days_counted, 0, 0, Outcome.COUNTED)
