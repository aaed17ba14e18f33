"""The Administrative Justice Court: Arts 16 and 65 of its law, and who must ask the organisation first."""

from ..kinds import DayNumber, Flag
from ..machine.articles import article
from ..outcomes import Outcome
from .counting import last_day_after_days, last_day_after_months
from .rows import OPEN_END, Act, Complaint, CourtOpen, LastDay
from .timeliness import is_in_time


@article("16", law="ajc", clause="note_2", in_force=("1392-03-25", None), headline="last_day", source="AJC-16; CORPUS")
def court_last_day_of_rulings(service_day: DayNumber, is_abroad: Flag, law) -> LastDay:
    """Last day to bring a final ruling of a board, commission or committee before the court."""
    months_allowed = law.court_months_of_rulings
    if is_abroad == 1:
        months_allowed = law.court_months_of_rulings_abroad
    return last_day_after_months(service_day, months_allowed, law)


@article("16", law="ajc", clause="note_3", in_force=("1402-03-22", None), headline="last_day", source="CORPUS",
         absent=LastDay(OPEN_END, OPEN_END, Outcome.NO_TIME_LIMIT_SEEN))  # fmt: skip
def court_last_day_of_decisions(service_day: DayNumber, is_abroad: Flag, law) -> LastDay:
    """Last day to complain to the court of a decision of the organisation itself; before 1402 no time was seen."""
    months_allowed = law.court_months_of_decisions
    if is_abroad == 1:
        months_allowed = law.court_months_of_decisions_abroad
    return last_day_after_months(service_day, months_allowed, law)


@article("65", law="ajc", in_force=("1392-03-25", None), headline="last_day", source="CORPUS")
def court_appeal_last_day(service_day: DayNumber, is_abroad: Flag, law) -> LastDay:
    """Last day to appeal against a ruling of a branch of first instance."""
    if is_abroad == 1:
        return last_day_after_months(service_day, law.court_appeal_months_abroad, law)
    return last_day_after_days(service_day, law.court_appeal_days, law)


@article("16", law="ajc", clause="note_4", in_force=("1402-03-22", None), headline="last_day", source="CORPUS")
def answer_last_day(request_day: DayNumber, law) -> LastDay:
    """Last day for the organisation to answer a request in writing, where no law sets another time."""
    return last_day_after_months(request_day, law.answer_months, law)


@article("10", law="ajc", in_force=("1395-08-25", "1402-03-22"), headline="is_open", source="ruling 563 of 1395-08-25",
         absent=CourtOpen(0, OPEN_END, Outcome.UNKNOWN))  # fmt: skip
def court_hears(complaint: Complaint, law) -> CourtOpen:
    """Whether the court hears a complaint against the organisation: once it has been asked."""
    if complaint.is_asked_first == 0:
        return CourtOpen(0, complaint.day, Outcome.COURT_ASK_FIRST)
    if complaint.day < complaint.request_day:
        return CourtOpen(0, complaint.day, Outcome.UNKNOWN)
    return CourtOpen(1, OPEN_END, Outcome.COURT_OPEN)


@court_hears.amended("16", law="ajc", clause="note_4", in_force=("1402-03-22", None), source="CORPUS")
def court_hears_from_1402(complaint: Complaint, law) -> CourtOpen:
    """Whether the court hears a complaint: the organisation was asked, and has answered or let its time pass."""
    if complaint.is_asked_first == 0:
        return CourtOpen(0, complaint.day, Outcome.COURT_ASK_FIRST)
    if complaint.day < complaint.request_day:
        return CourtOpen(0, complaint.day, Outcome.UNKNOWN)
    if complaint.is_answered == 0:
        answer = answer_last_day(complaint.request_day, law)
        waiting = is_in_time(Act(complaint.request_day, complaint.day, answer.last_day, answer.doubt_until, 0, 0), law)
        if waiting.outcome == Outcome.IN_TIME:
            return CourtOpen(0, answer.last_day, Outcome.COURT_WAIT_FOR_ANSWER)
        if waiting.outcome == Outcome.LATE_BY_ONE_READING:
            return CourtOpen(0, answer.last_day, Outcome.COURT_IN_DOUBT)
        return CourtOpen(1, OPEN_END, Outcome.COURT_OPEN_NO_ANSWER)
    if complaint.service_day < complaint.request_day or complaint.day < complaint.service_day:
        return CourtOpen(0, complaint.day, Outcome.UNKNOWN)
    limit = court_last_day_of_decisions(complaint.service_day, complaint.is_abroad, law)
    timeliness = is_in_time(
        Act(complaint.service_day, complaint.day, limit.last_day, limit.doubt_until, 1, complaint.has_excuse), law
    )
    if timeliness.outcome == Outcome.IN_TIME:
        return CourtOpen(1, limit.last_day, Outcome.COURT_OPEN)
    if timeliness.outcome == Outcome.LATE_BY_ONE_READING:
        return CourtOpen(0, limit.last_day, Outcome.COURT_IN_DOUBT)
    if timeliness.outcome == Outcome.LATE_EXCUSE_TO_WEIGH:
        return CourtOpen(0, limit.last_day, Outcome.COURT_EXCUSE_TO_WEIGH)
    return CourtOpen(0, limit.last_day, Outcome.COURT_LATE)
