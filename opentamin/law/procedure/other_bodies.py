"""Times before the labour boards, the medical commissions, the committees of hazardous work and the Art. 16 board."""

from ..kinds import DayNumber
from ..machine.articles import article
from ..outcomes import Outcome
from .counting import last_day_after_days, last_day_after_months
from .rows import Act, LastDay, Review, ReviewOpen
from .timeliness import is_in_time


@article("159", law="labour", in_force=("1369-08-29", None), headline="last_day")
def labour_objection_last_day(service_day: DayNumber, law) -> LastDay:
    """Last day to object to the recognition board of the labour office before its dispute board."""
    return last_day_after_days(service_day, law.labour_objection_days, law)


@article("91", law="ssl", in_force=("1354-07-01", None), headline="last_day", source="C-DIS")
def commission_objection_last_day(service_day: DayNumber, law) -> LastDay:
    """Last working day for insured or organisation to object to the primary medical commission."""
    return last_day_after_months(service_day, law.commission_objection_months, law)


@article("", law="hazardous_bylaw", in_force=("1385-12-26", None), headline="last_day")
def hazardous_objection_last_day(service_day: DayNumber, law) -> LastDay:
    """Last day to object to the primary provincial committee of hazardous work."""
    return last_day_after_days(service_day, law.hazardous_appeal_days, law)


@article("", law="hazardous_bylaw", in_force=("1393-06-24", None), headline="last_day",
         source="ruling 1043 of 1393-06-24")  # fmt: skip
def hazardous_service_last_day(decision_day: DayNumber, law) -> LastDay:
    """Last day to serve a decision of the primary committee, so that the right of appeal stays."""
    return last_day_after_days(decision_day, law.hazardous_service_days, law)


@article("16", law="enforcement_bylaw", in_force=("1355-01-01", None), headline="last_day", source="APP")
def enforcement_review_last_day(service_day: DayNumber, law) -> LastDay:
    """Last day to ask the Art. 16 board to look at a final debt again, from the service of the writ."""
    return last_day_after_months(service_day, law.enforcement_review_months, law)


@article("16", law="enforcement_bylaw", in_force=("1355-01-01", None), headline="is_open", source="APP")
def enforcement_review_open(review: Review, law) -> ReviewOpen:
    """Whether the Art. 16 board takes a request: in its time, and once more after a first request."""
    limit = enforcement_review_last_day(review.service_day, law)
    if review.times_asked > law.enforcement_review_repeats:
        return ReviewOpen(0, limit.last_day, Outcome.REVIEW_USED_UP)
    timeliness = is_in_time(Act(review.service_day, review.act_day, limit.last_day, limit.doubt_until, 0, 0), law)
    if timeliness.outcome == Outcome.UNKNOWN:
        return ReviewOpen(0, limit.last_day, Outcome.UNKNOWN)
    if timeliness.outcome == Outcome.LATE_BY_ONE_READING:
        return ReviewOpen(0, limit.last_day, Outcome.REVIEW_IN_DOUBT)
    if timeliness.outcome == Outcome.LATE:
        return ReviewOpen(0, limit.last_day, Outcome.REVIEW_LATE)
    if review.times_asked > 0:
        return ReviewOpen(1, limit.last_day, Outcome.REVIEW_ONCE_MORE)
    return ReviewOpen(1, limit.last_day, Outcome.REVIEW_OPEN)
