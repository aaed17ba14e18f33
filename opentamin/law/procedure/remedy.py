"""Against a decision, where one may go next and until which day."""

from ..machine.articles import article
from ..outcomes import Outcome
from .art_42 import objection_last_day
from .art_43 import appeal_to_board_last_day, board_ruling_appealable
from .court import court_appeal_last_day, court_last_day_of_decisions, court_last_day_of_rulings
from .other_bodies import (
    commission_objection_last_day,
    enforcement_review_last_day,
    hazardous_objection_last_day,
    labour_objection_last_day,
)
from .rows import (
    ANSWER_TO_REQUEST,
    APPEAL_BOARD,
    CENTRAL_APPEAL_BOARD,
    COURT_APPEAL_BRANCH,
    COURT_BRANCH,
    DEBT_NOTICE,
    DISPUTE_BOARD,
    ENFORCEMENT_BOARD,
    HAZARDOUS_APPEAL,
    HAZARDOUS_PRIMARY,
    MEDICAL_APPEAL,
    MEDICAL_PRIMARY,
    NONE,
    ORGANISATION,
    PARALLEL_BOARD,
    PRIMARY_BOARD,
    RECOGNITION_BOARD,
    RULING,
    WRIT,
    Act,
    BoardClaim,
    Competence,
    Decision,
    LastDay,
    Remedy,
)
from .timeliness import is_in_time

FIRST_INSTANCE, APPEAL_BRANCH = 0, 1


@article("44", law="ssl", in_force=("1354-07-01", None), headline="forum", source="C-BOARD")
def forum_after_primary_board(decision: Decision, law) -> Competence:
    """Who hears an appeal against the primary board; nobody where the amount makes its ruling final."""
    ruling = board_ruling_appealable(BoardClaim(decision.principal_premium, 0, 0), law)
    if ruling.outcome == Outcome.BOARD_RULING_FINAL_BY_AMOUNT:
        return Competence(NONE, Outcome.BOARD_RULING_FINAL_BY_AMOUNT)
    if decision.is_by_organisation == 1 or decision.is_returned_by_court == 1:
        return Competence(CENTRAL_APPEAL_BOARD, Outcome.FORUM_COMPETENT)
    return Competence(APPEAL_BOARD, Outcome.FORUM_COMPETENT)


@article("10", law="ajc", clause="1", in_force=("1354-07-01", None), headline="forum", source="CORPUS")
def next_forum_for_organisation(decision: Decision, law) -> Competence:
    """Where the organisation itself may go; the court hears complaints of persons only."""
    if decision.kind != RULING:
        return Competence(NONE, Outcome.UNKNOWN)
    if decision.forum == PRIMARY_BOARD or decision.forum == PARALLEL_BOARD:
        appeal = forum_after_primary_board(decision, law)
        if appeal.forum != NONE:
            return appeal
        return Competence(NONE, Outcome.DECISION_FINAL_FOR_ORGANISATION)
    if decision.forum == MEDICAL_PRIMARY:
        return Competence(MEDICAL_APPEAL, Outcome.FORUM_COMPETENT)
    if decision.forum == COURT_BRANCH:
        return Competence(COURT_APPEAL_BRANCH, Outcome.FORUM_COMPETENT)
    if decision.forum == APPEAL_BOARD or decision.forum == CENTRAL_APPEAL_BOARD or decision.forum == MEDICAL_APPEAL:
        return Competence(NONE, Outcome.DECISION_FINAL_FOR_ORGANISATION)
    return Competence(NONE, Outcome.UNKNOWN)


@article("10", law="ajc", clause="2", in_force=("1392-03-25", None), headline="forum", source="CORPUS")
def next_forum_of_ruling(decision: Decision, law) -> Competence:
    """Where a person may go against a ruling of a board, a commission, a committee or a branch of the court."""
    court = COURT_BRANCH
    if law.court_of_final_rulings == APPEAL_BRANCH:
        court = COURT_APPEAL_BRANCH
    if decision.forum == PRIMARY_BOARD or decision.forum == PARALLEL_BOARD:
        appeal = forum_after_primary_board(decision, law)
        if appeal.forum != NONE:
            return appeal
        return Competence(court, Outcome.FORUM_COMPETENT)
    if decision.forum == RECOGNITION_BOARD:
        return Competence(DISPUTE_BOARD, Outcome.FORUM_COMPETENT)
    if decision.forum == MEDICAL_PRIMARY:
        return Competence(MEDICAL_APPEAL, Outcome.FORUM_COMPETENT)
    if decision.forum == HAZARDOUS_PRIMARY:
        return Competence(HAZARDOUS_APPEAL, Outcome.FORUM_COMPETENT)
    if decision.forum == COURT_BRANCH:
        return Competence(COURT_APPEAL_BRANCH, Outcome.FORUM_COMPETENT)
    if decision.forum == APPEAL_BOARD or decision.forum == CENTRAL_APPEAL_BOARD or decision.forum == DISPUTE_BOARD:
        return Competence(court, Outcome.FORUM_COMPETENT)
    if decision.forum == MEDICAL_APPEAL or decision.forum == HAZARDOUS_APPEAL:
        return Competence(court, Outcome.FORUM_COMPETENT)
    return Competence(NONE, Outcome.UNKNOWN)


@article("", law="route", in_force=("1392-03-25", None), headline="forum")
def next_forum(decision: Decision, law) -> Competence:
    """Where one may go next against a decision."""
    if decision.kind != RULING and decision.forum != ORGANISATION:
        return Competence(NONE, Outcome.UNKNOWN)
    if decision.forum == COURT_APPEAL_BRANCH:
        return Competence(NONE, Outcome.DECISION_FINAL)
    if decision.is_by_organisation == 1:
        return next_forum_for_organisation(decision, law)
    if decision.kind == DEBT_NOTICE:
        return Competence(PRIMARY_BOARD, Outcome.FORUM_COMPETENT)
    if decision.kind == WRIT:
        return Competence(ENFORCEMENT_BOARD, Outcome.FORUM_COMPETENT)
    if decision.kind == ANSWER_TO_REQUEST:
        return Competence(COURT_BRANCH, Outcome.FORUM_COMPETENT)
    return next_forum_of_ruling(decision, law)


@article("", law="route", in_force=("1392-03-25", None), headline="last_day")
def remedy_last_day(decision: Decision, law) -> LastDay:
    """Last day of the time that runs from the service of a decision, by what it is and who made it."""
    if decision.kind == DEBT_NOTICE:
        return objection_last_day(decision.service_day, law)
    if decision.kind == WRIT:
        return enforcement_review_last_day(decision.service_day, law)
    if decision.kind == ANSWER_TO_REQUEST:
        return court_last_day_of_decisions(decision.service_day, decision.is_abroad, law)
    if decision.forum == RECOGNITION_BOARD:
        return labour_objection_last_day(decision.service_day, law)
    if decision.forum == MEDICAL_PRIMARY:
        return commission_objection_last_day(decision.service_day, law)
    if decision.forum == HAZARDOUS_PRIMARY:
        return hazardous_objection_last_day(decision.service_day, law)
    if decision.forum == COURT_BRANCH:
        return court_appeal_last_day(decision.service_day, decision.is_abroad, law)
    if decision.forum == PRIMARY_BOARD or decision.forum == PARALLEL_BOARD:
        ruling = board_ruling_appealable(BoardClaim(decision.principal_premium, 0, 0), law)
        if ruling.outcome == Outcome.BOARD_RULING_APPEALABLE:
            return appeal_to_board_last_day(decision.service_day, law)
    return court_last_day_of_rulings(decision.service_day, decision.is_abroad, law)


@article("", law="route", in_force=("1392-03-25", None), headline="forum")
def next_remedy(decision: Decision, law) -> Remedy:
    """Where one may go against a decision, until when, and whether that time still runs on the day asked."""
    service_day = decision.service_day
    if decision.day < service_day:
        return Remedy(NONE, service_day, service_day, Outcome.UNKNOWN)
    way = next_forum(decision, law)
    if way.forum == NONE:
        return Remedy(NONE, service_day, service_day, way.outcome)
    limit = remedy_last_day(decision, law)
    may_be_excused = 1 if decision.kind == ANSWER_TO_REQUEST else 0
    timeliness = is_in_time(
        Act(service_day, decision.day, limit.last_day, limit.doubt_until, may_be_excused, decision.has_excuse), law
    )
    if timeliness.outcome == Outcome.IN_TIME:
        return Remedy(way.forum, limit.last_day, limit.doubt_until, Outcome.REMEDY_OPEN)
    if timeliness.outcome == Outcome.LATE_BY_ONE_READING:
        return Remedy(way.forum, limit.last_day, limit.doubt_until, Outcome.REMEDY_IN_DOUBT)
    if timeliness.outcome == Outcome.LATE_EXCUSE_TO_WEIGH:
        return Remedy(way.forum, limit.last_day, limit.doubt_until, Outcome.REMEDY_EXCUSE_TO_WEIGH)
    return Remedy(way.forum, limit.last_day, limit.doubt_until, Outcome.REMEDY_LATE)
