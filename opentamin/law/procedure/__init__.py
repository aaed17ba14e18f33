"""Chapter on procedure: who hears a dispute, where one may go against a decision, and until which day.

Ask with the law of the day the paper was served: a time is that of the law under which it began to run.
"""

from .art_42 import (
    board_referral_last_day,
    branch_review_last_day,
    file_to_board_last_day,
    objection_last_day,
    objection_referred,
)
from .art_43 import (
    appeal_to_board_last_day,
    board_member_replaced,
    board_order_last_day,
    board_ruling_appealable,
    board_ruling_service_last_day,
    board_vote,
)
from .claimed_history import accepted_history_due, history_claim_taken, late_paid_month_voided, premium_refund
from .competence import competent_forum, hazardous_committee_hears, labour_board_hears
from .counting import last_day_after_days, last_day_after_months, last_day_after_working_days, on_working_day
from .court import (
    answer_last_day,
    court_appeal_last_day,
    court_hears,
    court_last_day_of_decisions,
    court_last_day_of_rulings,
)
from .employer_times import (
    accident_report_last_day,
    assigner_payment_last_day,
    clearance_last_day,
    contractor_payment_last_day,
    list_last_day,
    transfer_answer_last_day,
)
from .other_bodies import (
    commission_objection_last_day,
    enforcement_review_last_day,
    enforcement_review_open,
    hazardous_objection_last_day,
    hazardous_service_last_day,
    labour_objection_last_day,
)
from .remedy import (
    forum_after_primary_board,
    next_forum,
    next_forum_for_organisation,
    next_forum_of_ruling,
    next_remedy,
    remedy_last_day,
)
from .rows import (
    Act,
    BoardClaim,
    BoardRuling,
    Competence,
    Complaint,
    CourtOpen,
    Decision,
    Dispute,
    HistoryClaim,
    HistoryTaken,
    InTime,
    LastDay,
    MemberState,
    Objection,
    Referred,
    Refund,
    RefundClaim,
    Remedy,
    Review,
    ReviewOpen,
    Vote,
    VoteResult,
)
from .timeliness import is_in_time

__all__ = [
    "Act", "BoardClaim", "BoardRuling", "Competence", "Complaint", "CourtOpen", "Decision", "Dispute", "HistoryClaim",
    "HistoryTaken", "InTime", "LastDay", "MemberState", "Objection", "Referred", "Refund", "RefundClaim", "Remedy",
    "Review", "ReviewOpen", "Vote", "VoteResult", "accepted_history_due", "accident_report_last_day",
    "answer_last_day", "appeal_to_board_last_day", "assigner_payment_last_day", "board_member_replaced",
    "board_order_last_day", "board_referral_last_day", "board_ruling_appealable", "board_ruling_service_last_day",
    "board_vote", "branch_review_last_day", "clearance_last_day", "commission_objection_last_day", "competent_forum",
    "contractor_payment_last_day", "court_appeal_last_day", "court_hears", "court_last_day_of_decisions",
    "court_last_day_of_rulings", "enforcement_review_last_day", "enforcement_review_open", "file_to_board_last_day",
    "forum_after_primary_board", "hazardous_committee_hears", "hazardous_objection_last_day",
    "hazardous_service_last_day", "history_claim_taken", "is_in_time", "labour_board_hears",
    "labour_objection_last_day", "last_day_after_days", "last_day_after_months", "last_day_after_working_days",
    "late_paid_month_voided", "list_last_day", "next_forum", "next_forum_for_organisation", "next_forum_of_ruling",
    "next_remedy", "objection_last_day", "objection_referred", "on_working_day", "premium_refund", "remedy_last_day",
    "transfer_answer_last_day",
]  # fmt: skip
