"""Art. 91: the medical commissions, what they decide, and the time to object."""

from ..days import add_months
from ..kinds import DayNumber
from ..machine.articles import article
from ..outcomes import Outcome
from .calendar import days_after
from .rows import (
    ANYTHING_ELSE,
    APPEAL_COMMISSION,
    BRANCH,
    JUSTICE_COURT,
    NOBODY,
    ONSET_DAY,
    PRIMARY_COMMISSION,
    CommissionCompetence,
    CommissionMatter,
    CommissionObjection,
)

THIRTY_DAYS, CALENDAR_MONTH = 0, 1


@article("91", law="ssl", in_force=("1354-07-01", None), source="C-DIS")
def commission_objection_deadline(service_day: DayNumber, law) -> DayNumber:
    """Last day on which insured or organisation may object to the primary commission; holidays are not counted.

    Neither the day of service nor that of the objection is one of the days of the term.
    """
    if law.commission_month == CALENDAR_MONTH:
        return days_after(add_months(service_day, law.commission_objection_months), 1)
    return days_after(service_day, law.commission_objection_months * law.commission_month_days + 1)


@article("91", law="ssl", in_force=("1354-07-01", None), headline="deadline", source="C-DIS")
def commission_objection(service_day: DayNumber, objection_day: DayNumber, law) -> CommissionObjection:
    """Whether an objection to the primary commission came in time."""
    deadline = commission_objection_deadline(service_day, law)
    if objection_day < service_day:
        return CommissionObjection(deadline, 0, Outcome.UNKNOWN)
    if objection_day > deadline:
        return CommissionObjection(deadline, 0, Outcome.COMMISSION_OBJECTION_LATE)
    return CommissionObjection(deadline, 1, Outcome.COMMISSION_OBJECTION_IN_TIME)


@article("91", law="ssl", in_force=("1354-07-01", None), headline="forum", source="C-DIS")
def commission_stage(matter: CommissionMatter, law) -> CommissionCompetence:
    """Which commission decides next: the primary one, then that of appeal, whose ruling ends the matter."""
    if matter.question == ANYTHING_ELSE:
        return CommissionCompetence(BRANCH, Outcome.COMMISSION_NOT_COMPETENT)
    if matter.is_primary_ruling_given == 0 and matter.is_objection_in_time == 1:
        return CommissionCompetence(NOBODY, Outcome.UNKNOWN)
    if matter.is_primary_ruling_given == 0 and matter.is_appeal_ruling_given == 1:
        return CommissionCompetence(NOBODY, Outcome.UNKNOWN)
    if matter.is_primary_ruling_given == 0:
        return CommissionCompetence(PRIMARY_COMMISSION, Outcome.COMMISSION_PRIMARY)
    if matter.is_appeal_ruling_given == 0 and matter.is_objection_in_time == 1:
        return CommissionCompetence(APPEAL_COMMISSION, Outcome.COMMISSION_APPEAL)
    return CommissionCompetence(NOBODY, Outcome.COMMISSION_RULING_FINAL)


@article("91", law="ssl", in_force=("1354-07-01", "1398-04-25"), headline="forum", source="C-DIS")
def commission_competence(matter: CommissionMatter, law) -> CommissionCompetence:
    """Who decides on a loss of capacity and on the day it began."""
    return commission_stage(matter, law)


@commission_competence.amended(
    "91", law="ssl", in_force=("1398-04-25", None), source="ruling 793 of 1398-04-25 of the Administrative Justice Court"
)
def commission_competence_from_1398(matter: CommissionMatter, law) -> CommissionCompetence:
    """As before; and the day of onset a final ruling has fixed may be reviewed by the Administrative Justice Court."""
    stage = commission_stage(matter, law)
    if matter.question == ONSET_DAY and stage.outcome == Outcome.COMMISSION_RULING_FINAL:
        return CommissionCompetence(JUSTICE_COURT, Outcome.COMMISSION_ONSET_TO_COURT)
    return stage
