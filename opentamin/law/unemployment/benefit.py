"""The benefit of one unemployed person, and what ends it."""

from ..contributions.rows import InsuredStatus
from ..machine.articles import article
from ..outcomes import Outcome
from ..short_term.art_63 import last_wage_daily
from ..short_term.rows import LastPay
from .art_6 import unemployment_right
from .art_7 import unemployment_benefit
from .rows import (
    FOUND_WORK,
    MILITARY_SERVICE,
    PARTIAL_PENSION,
    PENSION,
    REFUSED_COURSE,
    REFUSED_JOB,
    BenefitEvent,
    BenefitGoesOn,
    Unemployed,
    UnemploymentDue,
)


@article("7", law="ui", in_force=("1369-06-26", None), headline="benefit_monthly", source="C-UI; UIL",
         absent=UnemploymentDue(0, 0, 0, 0, 0, 0, Outcome.UNEMPLOYMENT_NOT_IN_FORCE))  # fmt: skip
def unemployment_due(status: InsuredStatus, case: Unemployed, pay: LastPay, law) -> UnemploymentDue:
    """Benefit of a month, the months left and the day it starts: the first without work.

    Of a couple both without work one takes the addition for the children.
    """
    right = unemployment_right(status, case, law)
    if not right.is_entitled:
        return UnemploymentDue(0, 0, 0, case.unemployed_day, right.register_by, 0, right.outcome)
    wage = last_wage_daily(pay, law)
    if wage.outcome == Outcome.UNKNOWN:
        return UnemploymentDue(0, 0, 0, case.unemployed_day, right.register_by, 0, Outcome.UNKNOWN)
    dependants_count = case.dependants_count
    if case.has_spouse_children_addition == 1:
        dependants_count = case.dependants_count - case.children_count
    benefit = unemployment_benefit(wage.wage_daily, dependants_count, law)
    return UnemploymentDue(
        benefit.benefit_monthly, benefit.benefit_daily, right.months_left, case.unemployed_day,
        right.register_by, right.is_until_old_age, right.outcome,
    )  # fmt: skip


@article("8", law="ui", in_force=("1369-06-26", None), headline="is_paid_on",
         source="as remembered; a partial pension: C-UI")  # fmt: skip
def unemployment_goes_on(event: BenefitEvent, law) -> BenefitGoesOn:
    """Whether benefit is paid on after an event."""
    if event == FOUND_WORK:
        return BenefitGoesOn(0, Outcome.BENEFIT_ENDS_BY_WORK)
    if event == REFUSED_JOB:
        return BenefitGoesOn(0, Outcome.BENEFIT_ENDS_BY_REFUSED_JOB)
    if event == REFUSED_COURSE:
        return BenefitGoesOn(0, Outcome.BENEFIT_ENDS_BY_REFUSED_COURSE)
    if event == PENSION:
        return BenefitGoesOn(0, Outcome.BENEFIT_ENDS_BY_PENSION)
    if event == MILITARY_SERVICE:
        return BenefitGoesOn(0, Outcome.BENEFIT_ENDS_BY_SERVICE)
    if event == PARTIAL_PENSION:
        return BenefitGoesOn(1, Outcome.BENEFIT_BESIDE_PARTIAL_PENSION)
    return BenefitGoesOn(1, Outcome.BENEFIT_GOES_ON)
