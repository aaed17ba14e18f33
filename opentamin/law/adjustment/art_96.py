"""Art. 96: once a year at least, the Cabinet raises the pensions by the cost of living."""

from ..days import day_number, year_of_day
from ..kinds import RialsMonthly
from ..machine.articles import article
from ..outcomes import Outcome
from ..pensions import not_under_minimum
from ..rounding import divide, portion
from .rows import PensionOfYear, RaisedPension, SurvivorRaised, SurvivorsPension

FULL = 0
NOT_RAISED, RAISED = 0, 1
AS_MINIMUM, AS_OTHER_LEVELS = 0, 1
BEFORE_THE_SUM, WITH_THE_SUM = 0, 1
SUM_THEN_SHARES, EACH_SHARE = 0, 1


@article("96", law="ssl", in_force=("1354-07-01", None), source="the year's decree, or the wage decision it copies")
def minimum_raise(pension_monthly: RialsMonthly, law) -> RialsMonthly:
    """What the decree adds to a pension of the minimum level."""
    return portion(pension_monthly, law.raise_rate_minimum, law.rounding_raise)


@article("96", law="ssl", in_force=("1354-07-01", None), source="the year's decree, or the wage decision it copies")
def other_levels_raise(pension_monthly: RialsMonthly, law) -> RialsMonthly:
    """What the decree adds to a pension above the minimum level: a percentage and a fixed sum."""
    by_percentage = portion(pension_monthly, law.raise_rate_other, law.rounding_raise)
    return by_percentage + law.raise_fixed_other


@other_levels_raise.amended("96", law="ssl", in_force=("1401-01-01", "1402-01-01"), known_from="1401-03-18",
                            source="decree 42329/T59825H of 1401-03-18, from 1401-01-01")  # fmt: skip
def other_levels_raise_first_of_1401(pension_monthly: RialsMonthly, law) -> RialsMonthly:
    """The first decree of 1401: the percentage, and the fixed sum only where the total stays under a limit."""
    by_percentage = portion(pension_monthly, law.raise_rate_other, law.rounding_raise)
    total = pension_monthly + by_percentage
    if law.raise_limit_tested == WITH_THE_SUM:
        total += law.raise_fixed_other
    if total < law.raise_total_limit:
        return by_percentage + law.raise_fixed_other
    return by_percentage


@other_levels_raise.amended("96", law="ssl", in_force=("1401-01-01", "1402-01-01"), known_from="1402-01-01",
                            source="correction of 1401 as remembered; its day was not found")  # fmt: skip
def other_levels_raise_of_1401(pension_monthly: RialsMonthly, law) -> RialsMonthly:
    """As the correction of 1401 has it: a percentage and a fixed sum for everybody."""
    by_percentage = portion(pension_monthly, law.raise_rate_other, law.rounding_raise)
    return by_percentage + law.raise_fixed_other


@article("96", law="ssl", in_force=("1354-07-01", None), headline="pension_monthly",
         source="level tested as in the decree of 1404-06-12: last year's pension against last year's minimum")  # fmt: skip
def yearly_raise(pension: PensionOfYear, law) -> RaisedPension:
    """The pension of this year.

    Not above last year's minimum: the percentage of the minimum. Above it: that of the other levels and a fixed sum.
    Afterwards it is not under this year's minimum (Art. 111), but for partial and pro-rata pensions.
    A pension of nothing, or awarded after the day asked, is for a person to judge.
    """
    if pension.pension_monthly == 0 or pension.award_day > pension.day:
        return RaisedPension(0, 0, 0, 0, Outcome.UNKNOWN)
    year_first_day = day_number(year_of_day(pension.day), 1, 1)
    if pension.award_day >= year_first_day and law.raise_in_award_year == NOT_RAISED:
        return RaisedPension(0, pension.pension_monthly, 0, pension.pension_monthly, Outcome.NOT_RAISED_AWARDED_THIS_YEAR)
    if pension.raised_kind != FULL:
        raise_monthly = partial_raise(pension.pension_monthly, law)
        pension_raised = pension.pension_monthly + raise_monthly
        return RaisedPension(raise_monthly, pension_raised, 0, pension_raised, Outcome.RAISED_PARTIAL)
    minimum_last_year = law.minimum_wage_daily_last_year * law.pension_month_days
    if pension.pension_monthly <= minimum_last_year:
        raise_monthly = minimum_raise(pension.pension_monthly, law)
        outcome = Outcome.RAISED_AS_MINIMUM
    else:
        raise_monthly = other_levels_raise(pension.pension_monthly, law)
        outcome = Outcome.RAISED_AS_OTHER_LEVEL
    pension_raised = pension.pension_monthly + raise_monthly
    pension_monthly = not_under_minimum(pension_raised, law)
    minimum_lift = pension_monthly - pension_raised
    return RaisedPension(raise_monthly, pension_raised, minimum_lift, pension_monthly, outcome)


@article("96", law="ssl", in_force=("1354-07-01", None), source="decrees of 1402-02-13 and 1404-06-12")
def partial_raise(pension_monthly: RialsMonthly, law) -> RialsMonthly:
    """What the decree adds to a partial disability pension, or to one counted by years of the minimum wage."""
    if law.raise_of_partial == AS_MINIMUM:
        return minimum_raise(pension_monthly, law)
    return other_levels_raise(pension_monthly, law)


@article("96", law="ssl", in_force=("1354-07-01", None), headline="survivor_monthly")
def survivor_raise(survivors: SurvivorsPension, law) -> SurvivorRaised:
    """One survivor's part after the increase: the sum is raised, then shared.

    Shares that make no whole, or a share beyond them, are for a person to judge.
    """
    if survivors.share_points == 0 or survivors.share_points > survivors.share_points_sum:
        return SurvivorRaised(0, 0, Outcome.UNKNOWN)
    raised = yearly_raise(PensionOfYear(survivors.pension_monthly, survivors.award_day, survivors.day, FULL), law)
    if law.survivors_raise_order == SUM_THEN_SHARES:
        by_points = raised.pension_monthly * survivors.share_points
        survivor_monthly = divide(by_points, survivors.share_points_sum, law.rounding_raise)
        return SurvivorRaised(raised.pension_monthly, survivor_monthly, raised.outcome)
    points_before = survivors.pension_monthly * survivors.share_points
    share_before = divide(points_before, survivors.share_points_sum, law.rounding_raise)
    part = yearly_raise(PensionOfYear(share_before, survivors.award_day, survivors.day, FULL), law)
    return SurvivorRaised(raised.pension_monthly, part.pension_raised, part.outcome)
