"""Equalisation: Art. 28 of the Seventh Plan makes good what a pension has lost against the minimum wage since its award."""

from ..days import day_number, year_of_day
from ..kinds import RialsMonthly
from ..machine.articles import article
from ..outcomes import Outcome
from ..primitives import primitive
from ..rounding import divide, portion
from .rows import Equalised, EqualisedPension

SHARE_OF_TARGET, SHARE_OF_FALL = 0, 1
WITHOUT_FORMER_STEPS, WITH_FORMER_STEPS = 0, 1


@primitive
def proportion(amount: int, part: int, whole: int, rounding: int) -> int:
    """``amount`` × ``part`` ÷ ``whole``; all that ``whole`` divides is taken out first, so the product stays small."""
    return amount // whole * part + divide(amount % whole * part, whole, rounding)


@article("28", law="plan7", in_force=("1403-08-01", None))
def restored_pension(pension_at_award: RialsMonthly, minimum_monthly_at_award: RialsMonthly, law) -> RialsMonthly:
    """The first pension, as many times this year's minimum wage as it was that of the year of award.

    0 where the minimum of the year of award is nothing or above this year's, or the first pension beyond belief.
    """
    minimum_monthly = law.minimum_wage_daily * law.pension_month_days
    if minimum_monthly_at_award == 0 or minimum_monthly_at_award > minimum_monthly:
        return 0
    believed_most = minimum_monthly_at_award * law.equalisation_times_doubted
    if pension_at_award > believed_most:
        return 0
    return proportion(pension_at_award, minimum_monthly, minimum_monthly_at_award, law.rounding_equalisation)


@article("28", law="plan7", in_force=("1403-08-01", None), source="statute as reported, and the formula published for 1403")
def equalisation_gap(pension_monthly: RialsMonthly, restored_monthly: RialsMonthly, law) -> RialsMonthly:
    """What all steps together make good, by the reading chosen; never under nothing.

    The statute: what is missing to the share of the restored pension. The formula of 1403: the share of what is missing
    to the restored pension.
    """
    if law.equalisation_reading == SHARE_OF_TARGET:
        target_monthly = portion(restored_monthly, law.equalisation_share, law.rounding_equalisation)
        return max(target_monthly - pension_monthly, 0)
    fall_monthly = max(restored_monthly - pension_monthly, 0)
    return portion(fall_monthly, law.equalisation_share, law.rounding_equalisation)


@article("", law="practice", in_force=("1399-05-01", "1403-08-01"), headline="step_monthly",
         absent=Equalised(0, 0, Outcome.NOT_EQUALISED_NOT_IN_FORCE),
         source="the equalisation of 1399; its rule was not found")  # fmt: skip
def equalisation_step(pension: EqualisedPension, law) -> Equalised:
    """The equalisation of 1399: whoever asks is told which figure is missing, and from whom to obtain it."""
    step_monthly = portion(pension.pension_monthly, law.equalisation_rate_1399, law.rounding_equalisation)
    return Equalised(0, step_monthly, Outcome.UNKNOWN)


@equalisation_step.amended("28", law="plan7", in_force=("1403-08-01", "1406-01-01"),
                           source="three steps, in 1403 (from Aban), 1404 and 1405")  # fmt: skip
def equalisation_step_of_plan(pension: EqualisedPension, law) -> Equalised:
    """What this year's step adds to a pension above the minimum.

    Facts that cannot be so (a restored pension of nothing, an award after the day asked) are for a person to judge.
    """
    restored_monthly = restored_pension(pension.pension_at_award, pension.minimum_monthly_at_award, law)
    if restored_monthly == 0 or pension.award_day > pension.day:
        return Equalised(0, 0, Outcome.UNKNOWN)
    year_first_day = day_number(year_of_day(pension.day), 1, 1)
    if pension.award_day >= year_first_day:
        return Equalised(0, 0, Outcome.NOT_EQUALISED_AWARDED_THIS_YEAR)
    minimum_monthly = law.minimum_wage_daily * law.pension_month_days
    if pension.pension_monthly <= minimum_monthly:
        return Equalised(0, 0, Outcome.NOT_EQUALISED_MINIMUM_LEVEL)
    compared_monthly = pension.pension_monthly
    if law.equalisation_compares == WITH_FORMER_STEPS:
        compared_monthly += pension.equalised_monthly
    gap = equalisation_gap(compared_monthly, restored_monthly, law)
    if gap == 0:
        return Equalised(0, 0, Outcome.NOT_EQUALISED_NO_GAP)
    step_monthly = portion(gap, law.equalisation_step_rate, law.rounding_equalisation)
    return Equalised(gap, step_monthly, Outcome.EQUALISED)
