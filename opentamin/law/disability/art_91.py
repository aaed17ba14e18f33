"""Art. 91: the medical commissions, what they decide, and the time to object."""

from ..kinds import DayNumber
from ..machine.articles import article
from ..outcomes import Outcome
from ..procedure import Act, commission_objection_last_day, is_in_time
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


@article("91", law="ssl", in_force=("1354-07-01", None), headline="deadline", source="C-DIS")
def commission_objection(service_day: DayNumber, objection_day: DayNumber, law) -> CommissionObjection:
    """Whether an objection of insured or organisation to the primary commission came in time.

    The days are counted as for every other time; an objection between two readings of a month is for a person.
    """
    limit = commission_objection_last_day(service_day, law)
    met = is_in_time(Act(service_day, objection_day, limit.last_day, limit.doubt_until, 0, 0), law)
    if met.outcome == Outcome.UNKNOWN:
        return CommissionObjection(limit.last_day, 0, Outcome.UNKNOWN)
    if met.outcome == Outcome.LATE_BY_ONE_READING:
        return CommissionObjection(limit.last_day, 0, Outcome.COMMISSION_OBJECTION_IN_DOUBT)
    if met.is_in_time == 0:
        return CommissionObjection(limit.last_day, 0, Outcome.COMMISSION_OBJECTION_LATE)
    return CommissionObjection(limit.last_day, 1, Outcome.COMMISSION_OBJECTION_IN_TIME)


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
