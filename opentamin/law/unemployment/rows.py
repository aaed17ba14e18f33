"""Facts the articles on unemployment benefit take, and answers they give. Amounts are rials."""

from typing import NamedTuple

from ..kinds import Code, Count, DayNumber, Flag, Months, Rials, RialsDaily, RialsMonthly, one_of
from ..outcomes import Outcome

LossOfWork = one_of("loss_of_work", "dismissed", "disaster", "term_ended", "resigned", "own_fault")
DISMISSED, DISASTER, TERM_ENDED, RESIGNED, OWN_FAULT = 0, 1, 2, 3, 4
BenefitEvent = one_of(
    "benefit_event", "none", "partial_pension", "found_work", "refused_job", "refused_course", "pension", "military_service"
)
NOTHING, PARTIAL_PENSION, FOUND_WORK, REFUSED_JOB, REFUSED_COURSE, PENSION, MILITARY_SERVICE = 0, 1, 2, 3, 4, 5, 6


class Unemployed(NamedTuple):
    """One who asks for benefit: ``day`` is that of registering, ``unemployed_day`` the first without work.

    ``premium_months`` are full months of premium in the whole career, ``used_months`` months of
    benefit already received in it. ``dependants_count`` holds the children too.
    """

    day: DayNumber
    unemployed_day: DayNumber
    birth_day: DayNumber
    premium_months: Months
    used_months: Months = 0
    dependants_count: Count = 0
    children_count: Count = 0
    is_married: Flag = 0
    has_spouse_children_addition: Flag = 0
    loss_of_work: LossOfWork = DISMISSED  # type: ignore[valid-type]
    is_permanent_work: Flag = 0
    last_workplace_months: Months = 0
    is_ready_to_work: Flag = 1
    is_excused: Flag = 0
    is_unemployment_insured: Flag = 1
    is_premium_paid: Flag = 1


class LossJudged(NamedTuple):
    """Whether work was lost without the worker's will and fault."""

    is_involuntary: Flag
    outcome: Code = Outcome.LOSS_INVOLUNTARY


class UnemploymentRight(NamedTuple):
    """Whether benefit is due, for how many months still, and the last day to have registered."""

    is_entitled: Flag
    months_left: Months
    register_by: DayNumber
    is_until_old_age: Flag
    outcome: Code = Outcome.UNEMPLOYMENT_ENTITLED


class UnemploymentBenefit(NamedTuple):
    """The benefit of a month and of a day, and what it was measured by."""

    benefit_monthly: RialsMonthly
    benefit_daily: RialsDaily
    single_amount: RialsMonthly
    addition: Rials
    minimum_monthly: RialsMonthly
    cap_monthly: RialsMonthly
    outcome: Code = Outcome.BENEFIT_BY_FORMULA


class UnemploymentDue(NamedTuple):
    """The benefit of one unemployed person: how much, for how long, from which day."""

    benefit_monthly: RialsMonthly
    benefit_daily: RialsDaily
    months_left: Months
    starts_day: DayNumber
    register_by: DayNumber
    is_until_old_age: Flag
    outcome: Code = Outcome.UNEMPLOYMENT_ENTITLED


class BenefitGoesOn(NamedTuple):
    """Whether benefit is paid on after an event."""

    is_paid_on: Flag
    outcome: Code = Outcome.BENEFIT_GOES_ON
