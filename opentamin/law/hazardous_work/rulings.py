"""Two rulings that stand alone: who gives the added premium back, and whom the interpretive law does not reach."""

from ..kinds import DayNumber, Rials
from ..machine.articles import article
from ..outcomes import Outcome
from .rows import InterpretationReach, PremiumReclaimed


@article("76", law="ssl", clause="note_2_b_4", in_force=("1380-07-14", None), headline="from_employer",
         source="ruling 1822 of 1397-09-06; the organisation gives nothing back: 1288 of 1399-10-09")  # fmt: skip
def hazardous_premium_reclaimed(premium_paid_by_worker: Rials, law) -> PremiumReclaimed:
    """What a worker who paid the added premium of hazardous work gets back, and from whom."""
    if premium_paid_by_worker == 0:
        return PremiumReclaimed(0, 0, Outcome.HAZARDOUS_PREMIUM_NOT_BY_WORKER)
    return PremiumReclaimed(premium_paid_by_worker, 0, Outcome.HAZARDOUS_PREMIUM_FROM_EMPLOYER)


@article("76", law="ssl", clause="note_2", in_force=("1380-07-14", None), headline="is_reached",
         source="rulings 773-782 of 1399-05-28")  # fmt: skip
def interpretation_reach(retired_day: DayNumber, interpretation_day: DayNumber, law) -> InterpretationReach:
    """Whether the interpretive law reaches a retirement: not one that came before it."""
    if retired_day < interpretation_day:
        return InterpretationReach(0, Outcome.INTERPRETATION_NOT_RETROACTIVE)
    return InterpretationReach(1, Outcome.INTERPRETATION_REACHES)
