"""Art. 85: the grant at a first marriage."""

from ..machine.articles import article
from ..outcomes import Outcome
from ..rounding import divide
from .rows import CONSTRUCTION, Marriage, MarriageGrant
from .spans import days_of_months


@article("85", law="ssl", in_force=("1354-07-01", None), headline="amount",
         source="Art. 85 as printed by esalary.ir; who is outside, and the minimum: APP, MARR")  # fmt: skip
def marriage_grant(case: Marriage, law) -> MarriageGrant:
    """A month of the average wage, not under a month of the minimum; each spouse asks alone."""
    days_in_years = days_of_months(case.day, -12 * law.marriage_years_before)
    if case.insured_days > days_in_years:
        return MarriageGrant(0, 0, 0, Outcome.UNKNOWN)
    if case.scheme >= CONSTRUCTION:
        return MarriageGrant(0, 0, 0, Outcome.MARRIAGE_NOT_IN_SCHEME)
    if case.is_first_marriage == 0:
        return MarriageGrant(0, 0, 0, Outcome.MARRIAGE_NOT_FIRST)
    if case.is_permanent == 0:
        return MarriageGrant(0, 0, 0, Outcome.MARRIAGE_NOT_PERMANENT)
    if case.is_registered == 0:
        return MarriageGrant(0, 0, 0, Outcome.MARRIAGE_NOT_REGISTERED)
    if case.is_work_ended == 1:
        return MarriageGrant(0, 0, 0, Outcome.MARRIAGE_WORK_ENDED)
    if case.insured_days < law.marriage_insured_days:
        return MarriageGrant(0, 0, 0, Outcome.MARRIAGE_RECORD_SHORT)
    average_monthly = divide(case.wages_sum, law.marriage_months_averaged, law.rounding_short_term)
    minimum_monthly = law.minimum_wage_daily * law.grant_month_days
    if average_monthly < minimum_monthly:
        return MarriageGrant(minimum_monthly, average_monthly, minimum_monthly, Outcome.MARRIAGE_LIFTED_TO_MINIMUM)
    return MarriageGrant(average_monthly, average_monthly, minimum_monthly, Outcome.MARRIAGE_GRANTED)
