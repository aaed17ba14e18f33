"""From which day a disability pension runs."""

from ..machine.articles import article
from ..outcomes import Outcome
from .rows import DisabilityStart, DisabilityStartFacts


@article("72", law="ssl", in_force=("1354-07-01", None), headline="start_day", source="C-DIS")
def disability_start(facts: DisabilityStartFacts, law) -> DisabilityStart:
    """By work: the end of the medical rest. Otherwise the ruling of the primary commission or the end of work.

    Of these two the later counts. A ruling on appeal works from the day of the primary one.
    """
    if facts.is_work_accident == 1:
        return DisabilityStart(facts.medical_rest_end_day, Outcome.DISABILITY_FROM_END_OF_REST)
    if facts.work_end_day > facts.primary_ruling_day:
        return DisabilityStart(facts.work_end_day, Outcome.DISABILITY_FROM_END_OF_WORK)
    return DisabilityStart(facts.primary_ruling_day, Outcome.DISABILITY_FROM_RULING)
