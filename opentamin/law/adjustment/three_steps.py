"""A pension of one year in three steps, as the organisation described it for 1404."""

from ..kinds import Flag, RialsMonthly
from ..machine.articles import article
from ..outcomes import Outcome
from ..pensions import not_under_minimum
from ..rounding import portion
from .art_96 import FULL, yearly_raise
from .equalisation import equalisation_step
from .rows import EqualisedPension, PensionInSteps, PensionOfYear, YearPension

MINIMUM_BEFORE, MINIMUM_AFTER = 0, 1
SAME_RATE, STAYS = 0, 1


@article("28", law="plan7", in_force=("1404-01-01", None), source="three-step method of 1404, as reported")
def equalised_sum_raised(equalised_monthly: RialsMonthly, is_minimum_level: Flag, law) -> RialsMonthly:
    """Last year's sum of equalisation after this year's increase: the percentage of its pension and no fixed sum."""
    if law.equalised_sum_follows == STAYS:
        return equalised_monthly
    if is_minimum_level == 1:
        by_percentage = portion(equalised_monthly, law.raise_rate_minimum, law.rounding_raise)
    else:
        by_percentage = portion(equalised_monthly, law.raise_rate_other, law.rounding_raise)
    return equalised_monthly + by_percentage


@article("28", law="plan7", in_force=("1404-01-01", None), headline="pension_total",
         source="three-step method of 1404, as reported")  # fmt: skip
def pension_of_year(pension: PensionInSteps, law) -> YearPension:
    """The pension of this year: the increase, the former sum of equalisation raised, and the new step.

    What either step leaves to a person is left to one here.
    """
    before = PensionOfYear(pension.pension_monthly, pension.award_day, pension.day, pension.raised_kind)
    raised = yearly_raise(before, law)
    is_minimum_level = 1
    if raised.outcome == Outcome.RAISED_AS_OTHER_LEVEL:
        is_minimum_level = 0
    equalised_monthly = pension.equalised_monthly
    if raised.outcome != Outcome.NOT_RAISED_AWARDED_THIS_YEAR:
        equalised_monthly = equalised_sum_raised(pension.equalised_monthly, is_minimum_level, law)
    pension_monthly = raised.pension_monthly
    if law.minimum_tested == MINIMUM_AFTER:
        pension_monthly = raised.pension_raised
    compared = EqualisedPension(
        pension_monthly, pension.pension_at_award, pension.minimum_monthly_at_award,
        pension.award_day, pension.day, equalised_monthly,
    )  # fmt: skip
    step = equalisation_step(compared, law)
    if raised.outcome == Outcome.UNKNOWN or step.outcome == Outcome.UNKNOWN:
        return YearPension(0, 0, 0, 0, 0, Outcome.UNKNOWN)
    pension_total = pension_monthly + equalised_monthly + step.step_monthly
    minimum_lift = raised.minimum_lift
    if law.minimum_tested == MINIMUM_AFTER and pension.raised_kind == FULL:
        minimum_lift = not_under_minimum(pension_total, law) - pension_total
        pension_total += minimum_lift
    return YearPension(pension_monthly, equalised_monthly, step.step_monthly, minimum_lift, pension_total, raised.outcome)
