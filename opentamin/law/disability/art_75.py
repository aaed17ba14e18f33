"""Arts 70, 71, 73, 74 and 75: who is compensated for a loss of capacity."""

from ..machine.articles import article
from ..outcomes import Outcome
from .art_70 import disability_band
from .calendar import record_window
from .rows import NO_DISABILITY, TOTAL, DisabilityClaim, DisabilityRight


@article("75", law="ssl", in_force=("1354-07-01", None), headline="is_entitled", source="C-DIS")
def disability_right(claim: DisabilityClaim, law) -> DisabilityRight:
    """Whether a loss of capacity is compensated; the first condition that fails is the answer.

    An accident or illness of work asks for no record (Art. 71) and is the only one whose partial loss is
    compensated (Arts 73, 74). Any other total disability asks for a record in the ten years and in the last
    year before it (Art. 75). The self-employed are insured against total disability alone.
    """
    degree = disability_band(claim.loss_percent, law)
    if degree.band == NO_DISABILITY:
        return DisabilityRight(0, NO_DISABILITY, Outcome.DISABILITY_TOO_SMALL)
    if degree.band != TOTAL and claim.is_self_employed == 1:
        return DisabilityRight(0, degree.band, Outcome.DISABILITY_SELF_EMPLOYED_NOT_TOTAL)
    if degree.band != TOTAL and claim.is_work_accident == 0:
        return DisabilityRight(0, degree.band, Outcome.DISABILITY_NOT_BY_WORK)
    if degree.band != TOTAL:
        return DisabilityRight(1, degree.band, degree.outcome)
    if claim.is_work_accident == 1:
        return DisabilityRight(1, TOTAL, Outcome.DISABILITY_TOTAL_BY_WORK)
    window = record_window(claim.day, law)
    if claim.record_days_last_year > window.year_days:
        return DisabilityRight(0, TOTAL, Outcome.UNKNOWN)
    if claim.record_days_10_years > window.ten_years_days:
        return DisabilityRight(0, TOTAL, Outcome.UNKNOWN)
    if claim.record_days_last_year > claim.record_days_10_years:
        return DisabilityRight(0, TOTAL, Outcome.UNKNOWN)
    if claim.record_days_10_years < law.disability_record_days:
        return DisabilityRight(0, TOTAL, Outcome.DISABILITY_RECORD_SHORT)
    if claim.record_days_last_year < law.disability_record_last_year_days:
        return DisabilityRight(0, TOTAL, Outcome.DISABILITY_LAST_YEAR_SHORT)
    return DisabilityRight(1, TOTAL, Outcome.DISABILITY_TOTAL)
