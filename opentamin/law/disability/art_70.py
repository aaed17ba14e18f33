"""Art. 70: which loss of capacity is which disability."""

from ..kinds import Percent
from ..machine.articles import article
from ..outcomes import Outcome
from .rows import LUMP_SUM, NO_DISABILITY, PARTIAL, TOTAL, DisabilityBand


@article("70", law="ssl", in_force=("1354-07-01", None), headline="band", source="C-DIS")
def disability_band(loss_percent: Percent, law) -> DisabilityBand:
    """The band of a loss of capacity in whole percent; each bound belongs to the higher band."""
    if loss_percent >= law.disability_total_percent:
        return DisabilityBand(TOTAL, Outcome.DISABILITY_TOTAL)
    if loss_percent >= law.disability_partial_percent:
        return DisabilityBand(PARTIAL, Outcome.DISABILITY_PARTIAL)
    if loss_percent >= law.disability_lump_sum_percent:
        return DisabilityBand(LUMP_SUM, Outcome.DISABILITY_LUMP_SUM)
    return DisabilityBand(NO_DISABILITY, Outcome.DISABILITY_TOO_SMALL)
