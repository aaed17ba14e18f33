"""Facts the articles on time limits and forums take, and answers they give.

A day is a day number. ``day`` is the day asked about, ``service_day`` the day a paper was served.
"""

from typing import Annotated, NamedTuple

from ..kinds import Code, Count, DayNumber, Flag, Kind, Rials
from ..outcomes import Outcome

FORUMS = (
    "none", "organisation", "primary_board", "parallel_board", "appeal_board", "central_appeal_board", "court_branch",
    "court_appeal_branch", "recognition_board", "dispute_board", "medical_primary", "medical_appeal",
    "hazardous_primary", "hazardous_appeal", "enforcement_board",
)  # fmt: skip
Forum = Annotated[int, Kind("int8", 0, len(FORUMS) - 1, "forum", FORUMS)]
NONE, ORGANISATION, PRIMARY_BOARD, PARALLEL_BOARD, APPEAL_BOARD, CENTRAL_APPEAL_BOARD = 0, 1, 2, 3, 4, 5
COURT_BRANCH, COURT_APPEAL_BRANCH, RECOGNITION_BOARD, DISPUTE_BOARD, MEDICAL_PRIMARY = 6, 7, 8, 9, 10
MEDICAL_APPEAL, HAZARDOUS_PRIMARY, HAZARDOUS_APPEAL, ENFORCEMENT_BOARD = 11, 12, 13, 14

DECISION_KINDS = ("debt_notice", "writ", "answer_to_request", "ruling")
DecisionKind = Annotated[int, Kind("int8", 0, len(DECISION_KINDS) - 1, "decision_kind", DECISION_KINDS)]
DEBT_NOTICE, WRIT, ANSWER_TO_REQUEST, RULING = 0, 1, 2, 3

SUBJECTS = (
    "debt", "premium_between_worker_and_employer", "job_title", "missing_record", "hazardous_job", "lost_capacity",
    "pension_decree",
)  # fmt: skip
Subject = Annotated[int, Kind("int8", 0, len(SUBJECTS) - 1, "dispute_subject", SUBJECTS)]
DEBT, PREMIUM_OF_EMPLOYER, JOB_TITLE, MISSING_RECORD, HAZARDOUS_JOB, LOST_CAPACITY, PENSION_DECREE = 0, 1, 2, 3, 4, 5, 6

# The last day where nothing ends the time: the greatest day a fact may name.
OPEN_END = 60_000


class LastDay(NamedTuple):
    """The last day that is sure, and the last day by any reading: between them a person judges."""

    last_day: DayNumber
    doubt_until: DayNumber
    outcome: Code = Outcome.LAST_DAY_COUNTED


class Act(NamedTuple):
    """An act that had to be done in a time.

    ``act_day`` is the day of sending or of entry on the site; ``may_be_excused`` says whether the law of that
    time admits a lawful excuse.
    """

    service_day: DayNumber
    act_day: DayNumber
    last_day: DayNumber
    doubt_until: DayNumber
    may_be_excused: Flag = 0
    has_excuse: Flag = 0


class InTime(NamedTuple):
    """Whether an act came in time."""

    is_in_time: Flag
    outcome: Code = Outcome.IN_TIME


class BoardClaim(NamedTuple):
    """A claim of the organisation against an employer, as first made."""

    principal_premium: Rials
    unemployment: Rials = 0
    penalties: Rials = 0


class BoardRuling(NamedTuple):
    """Whether a ruling of the primary board may be appealed, and what of the claim was counted."""

    amount_counted: Rials
    is_appealable: Flag
    outcome: Code = Outcome.BOARD_RULING_APPEALABLE


class Vote(NamedTuple):
    """Members of a board in session and their votes."""

    forum: Forum
    members_count: Count
    votes_upheld: Count
    votes_changed: Count


class VoteResult(NamedTuple):
    """What the votes make of the claim, and which forum goes on where they decide nothing."""

    forum: Forum
    outcome: Code = Outcome.CLAIM_UPHELD


class MemberState(NamedTuple):
    """Whether a member of a board is replaced."""

    is_replaced: Flag
    outcome: Code = Outcome.MEMBER_STAYS


class Objection(NamedTuple):
    """An objection to a debt notice as it came in."""

    service_day: DayNumber
    act_day: DayNumber
    is_signed: Flag = 1
    is_authorised: Flag = 1


class Referred(NamedTuple):
    """Whether an objection goes to the board."""

    is_referred: Flag
    last_day: DayNumber
    outcome: Code = Outcome.OBJECTION_REFERRED


class Complaint(NamedTuple):
    """A complaint to the court against a decision or an omission of the organisation.

    ``service_day`` is the day the answer was served; it is read only where there is an answer.
    """

    day: DayNumber
    is_asked_first: Flag
    request_day: DayNumber = 0
    is_answered: Flag = 0
    service_day: DayNumber = 0
    is_abroad: Flag = 0
    has_excuse: Flag = 0


class CourtOpen(NamedTuple):
    """Whether the court hears a complaint, and until which day; for one who must wait, the day the waiting ends."""

    is_open: Flag
    last_day: DayNumber
    outcome: Code = Outcome.COURT_OPEN


class Decision(NamedTuple):
    """A decision somebody wants to contest on a day: what it is, who made it, when it was served.

    For the organisation's own appeal ``service_day`` is the day its service form was issued.
    """

    kind: DecisionKind
    forum: Forum
    service_day: DayNumber
    day: DayNumber
    is_abroad: Flag = 0
    is_by_organisation: Flag = 0
    is_returned_by_court: Flag = 0
    has_excuse: Flag = 0
    principal_premium: Rials = 0


class Remedy(NamedTuple):
    """Where one may go next and until when; ``outcome`` says whether the time still runs."""

    forum: Forum
    last_day: DayNumber
    doubt_until: DayNumber
    outcome: Code = Outcome.REMEDY_OPEN


class Dispute(NamedTuple):
    """What a dispute is about."""

    subject: Subject
    is_civil_servant: Flag = 0


class Competence(NamedTuple):
    """Who hears a dispute first."""

    forum: Forum
    outcome: Code = Outcome.FORUM_COMPETENT


class Review(NamedTuple):
    """A request to the board of Art. 16 of the by-law on enforcement."""

    service_day: DayNumber
    act_day: DayNumber
    times_asked: Count = 0


class ReviewOpen(NamedTuple):
    """Whether that board takes the request."""

    is_open: Flag
    last_day: DayNumber
    outcome: Code = Outcome.REVIEW_OPEN


class HistoryClaim(NamedTuple):
    """A claim that a period of work is missing or wrong in the record."""

    day: DayNumber
    period_end_day: DayNumber


class HistoryTaken(NamedTuple):
    """Whether the claim is taken up, and from which day it may be made."""

    is_taken: Flag
    first_day: DayNumber
    outcome: Code = Outcome.HISTORY_CLAIM_TAKEN


class RefundClaim(NamedTuple):
    """A worker asks for premium paid in the employer's place."""

    premium_paid: Rials
    is_asked_of_employer: Flag = 0


class Refund(NamedTuple):
    """What comes back, and from whom."""

    refund: Rials
    outcome: Code = Outcome.REFUND_BY_EMPLOYER
