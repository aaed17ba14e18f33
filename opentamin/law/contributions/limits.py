"""Floor and ceiling of the wage that bears premium, by the days worked."""

from ..kinds import Days, Rials
from ..machine.articles import article
from ..outcomes import Outcome
from .rows import AssessedWage, WorkerMonth

AS_DECLARED, LIFTED = 0, 1


@article("", law="practice", in_force=("1354-07-01", None))
def floor_of_days(days: Days, law) -> Rials:
    """The minimum wage of the days worked."""
    return days * law.minimum_wage_daily


@article("", law="practice", in_force=("1354-07-01", None))
def ceiling_of_days(days: Days, law) -> Rials:
    """The greatest wage of the days worked that bears premium."""
    wage_daily_max = law.minimum_wage_daily * law.ceiling_factor
    return days * wage_daily_max


@article("30", law="ssl", in_force=("1354-07-01", None), headline="wage_base")
def assessed_wage(month: WorkerMonth, law) -> AssessedWage:
    """The declared wage between floor and ceiling.

    Days beyond the month, or pay without a day of work, are for a person to judge.
    An apprentice's wage is always lifted; ``worker_share_by_employer`` (Art. 33) then tells
    which part of the worker share may not be taken from the apprentice.
    """
    if month.days > month.days_in_month:
        return AssessedWage(0, 0, 0, Outcome.UNKNOWN)
    if month.days == 0:
        if month.wage_insurable > 0:
            return AssessedWage(0, 0, 0, Outcome.UNKNOWN)
        return AssessedWage(0, 0, 0, Outcome.NO_DAYS)
    floor = floor_of_days(month.days, law)
    if month.wage_insurable < floor and month.is_apprentice == 1:
        wage_lifted = floor - month.wage_insurable
        return AssessedWage(floor, wage_lifted, 0, Outcome.APPRENTICE_LIFTED)
    if month.wage_insurable < floor and law.wage_under_floor == LIFTED:
        wage_lifted = floor - month.wage_insurable
        return AssessedWage(floor, wage_lifted, 0, Outcome.LIFTED_TO_FLOOR)
    ceiling = ceiling_of_days(month.days, law)
    if month.wage_insurable > ceiling:
        wage_cut = month.wage_insurable - ceiling
        return AssessedWage(ceiling, 0, wage_cut, Outcome.CUT_TO_CEILING)
    return AssessedWage(month.wage_insurable, 0, 0, Outcome.COUNTED)
