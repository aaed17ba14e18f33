"""Arts 43 and 44: the boards, which rulings may be appealed, and until when."""

from ..kinds import Count, DayNumber, Flag
from ..machine.articles import article
from ..outcomes import Outcome
from .counting import last_day_after_days, last_day_after_months
from .rows import (
    APPEAL_BOARD,
    CENTRAL_APPEAL_BOARD,
    NONE,
    PARALLEL_BOARD,
    PRIMARY_BOARD,
    BoardClaim,
    BoardRuling,
    LastDay,
    MemberState,
    Vote,
    VoteResult,
)


@article("43", law="ssl", in_force=("1354-07-01", None), headline="is_appealable", source="C-BOARD")
def board_ruling_appealable(claim: BoardClaim, law) -> BoardRuling:
    """Whether a ruling of the primary board may be appealed: by the principal premium first claimed, and that alone."""
    amount_counted = claim.principal_premium
    if amount_counted > law.board_threshold:
        return BoardRuling(amount_counted, 1, Outcome.BOARD_RULING_APPEALABLE)
    return BoardRuling(amount_counted, 0, Outcome.BOARD_RULING_FINAL_BY_AMOUNT)


@article("43", law="ssl", in_force=("1354-07-01", None), headline="last_day", source="C-BOARD")
def appeal_to_board_last_day(service_day: DayNumber, law) -> LastDay:
    """Last day to appeal against the primary board; for the organisation from the day its service form was issued."""
    return last_day_after_days(service_day, law.board_appeal_days, law)


@article("", law="boards_instruction", in_force=("1396-09-05", None), headline="last_day", source="C-BOARD")
def board_ruling_service_last_day(ruling_day: DayNumber, law) -> LastDay:
    """Last day for the branch to work out a ruling and serve it."""
    return last_day_after_days(ruling_day, law.board_ruling_service_days, law)


@article("", law="boards_instruction", in_force=("1396-09-05", None), headline="last_day", source="C-BOARD")
def board_order_last_day(order_day: DayNumber, is_appeal_board: Flag, law) -> LastDay:
    """Last day for what an interim order of a board asks."""
    months_allowed = law.board_order_months
    if is_appeal_board == 1:
        months_allowed = law.board_order_months_appeal
    return last_day_after_months(order_day, months_allowed, law)


@article("43", law="ssl", in_force=("1354-07-01", None), headline="forum", source="C-BOARD")
def board_vote(vote: Vote, law) -> VoteResult:
    """What the votes of a board make of a claim: all members sit, the majority decides, a tie goes to the parallel board."""
    seats = 0
    if vote.forum == PRIMARY_BOARD or vote.forum == PARALLEL_BOARD:
        seats = law.primary_board_members
    if vote.forum == APPEAL_BOARD or vote.forum == CENTRAL_APPEAL_BOARD:
        seats = law.appeal_board_members
    if vote.members_count < seats:
        return VoteResult(vote.forum, Outcome.BOARD_INCOMPLETE)
    if seats == 0 or vote.members_count > seats or vote.votes_upheld + vote.votes_changed != seats:
        return VoteResult(NONE, Outcome.UNKNOWN)
    if vote.votes_upheld > vote.votes_changed:
        return VoteResult(NONE, Outcome.CLAIM_UPHELD)
    if vote.votes_changed > vote.votes_upheld:
        return VoteResult(NONE, Outcome.CLAIM_CHANGED)
    return VoteResult(PARALLEL_BOARD, Outcome.TO_PARALLEL_BOARD)


@article("", law="boards_instruction", in_force=("1396-09-05", None), headline="is_replaced", source="C-BOARD")
def board_member_replaced(absences_in_row: Count, absences_in_year: Count, law) -> MemberState:
    """Whether a member who stayed away is replaced."""
    if absences_in_row > absences_in_year:
        return MemberState(0, Outcome.UNKNOWN)
    if absences_in_row >= law.board_absences_in_row:
        return MemberState(1, Outcome.MEMBER_REPLACED)
    if absences_in_year >= law.board_absences_in_year:
        return MemberState(1, Outcome.MEMBER_REPLACED)
    return MemberState(0, Outcome.MEMBER_STAYS)
