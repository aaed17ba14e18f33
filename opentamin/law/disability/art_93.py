"""Art. 93: a disability may be examined again."""

from ..kinds import DayNumber
from ..machine.articles import article
from ..outcomes import Outcome
from .calendar import days_before, years_after
from .rows import PARTIAL, TOTAL, Band, DisabilityReview


@article("93", law="ssl", in_force=("1354-07-01", None), headline="is_reviewable", source="C-DIS")
def disability_review(band: Band, award_day: DayNumber, day: DayNumber, law) -> DisabilityReview:
    """Whether a partial disability may still be examined again; no time for a total one was found."""
    if day < award_day:
        return DisabilityReview(0, award_day, Outcome.UNKNOWN)
    if band == TOTAL:
        return DisabilityReview(0, award_day, Outcome.UNKNOWN)
    if band != PARTIAL:
        return DisabilityReview(0, award_day, Outcome.DISABILITY_REVIEW_NOT_FORESEEN)
    last_review_day = days_before(years_after(award_day, law.partial_review_years), 1)
    if day > last_review_day:
        return DisabilityReview(0, last_review_day, Outcome.DISABILITY_REVIEW_CLOSED)
    return DisabilityReview(1, last_review_day, Outcome.DISABILITY_REVIEW_OPEN)
