"""Claimed employment history: when it may be claimed, who pays, and what was once annulled."""

from ..days import add_months
from ..kinds import Flag, Rials
from ..machine.articles import article
from ..outcomes import Outcome
from .rows import HistoryClaim, HistoryTaken, Refund, RefundClaim


@article("", law="practice", in_force=("1354-07-01", None), headline="is_taken", source="APP")
def history_claim_taken(claim: HistoryClaim, law) -> HistoryTaken:
    """Whether a missing or faulty period may be claimed yet: the list of its last month had time to come."""
    first_day = add_months(claim.period_end_day, law.history_claim_months)
    if claim.day < claim.period_end_day:
        return HistoryTaken(0, first_day, Outcome.UNKNOWN)
    if claim.day < first_day:
        return HistoryTaken(0, first_day, Outcome.HISTORY_CLAIM_TOO_EARLY)
    return HistoryTaken(1, first_day, Outcome.HISTORY_CLAIM_TAKEN)


@article("36", law="ssl", in_force=("1354-07-01", None), source="ruling 564 of 1398-03-21")
def accepted_history_due(worker_share: Rials, employer_share: Rials, penalties: Rials, law) -> Rials:
    """What the employer owes once a claimed period is accepted: both shares and the penalties, nothing from the worker."""
    return worker_share + employer_share + penalties


@article("36", law="ssl", in_force=("1399-10-09", None), headline="refund", source="ruling 1288 of 1399-10-09",
         absent=Refund(0, Outcome.UNKNOWN))  # fmt: skip
def premium_refund(claim: RefundClaim, law) -> Refund:
    """Premium a worker paid in the employer's place: it comes back from the employer, not from the organisation."""
    if claim.is_asked_of_employer == 0:
        return Refund(0, Outcome.REFUND_NOT_BY_ORGANISATION)
    return Refund(claim.premium_paid, Outcome.REFUND_BY_EMPLOYER)


@article("", law="order_5015", clause="8", in_force=("1379-09-07", None), absent=0)
def late_paid_month_voided(is_paid_late: Flag, law) -> Flag:
    """Whether a month was struck from the record because its premium came late, as the order once had it."""
    return is_paid_late


late_paid_month_voided.annulled(since="1395-01-24", source="ruling 29 of 1395-01-24")
