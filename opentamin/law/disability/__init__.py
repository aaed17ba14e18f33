"""Chapter on disability: which loss of capacity gives what, from when, and who decides on it."""

from .art_70 import disability_band
from .art_72 import average_of_720_days, pension_of_average, total_disability_pension, wage_window
from .art_73 import disability_lump_sum, partial_disability_pension, wage_with_partial_pension
from .art_75 import disability_right
from .art_91 import commission_competence, commission_objection, commission_stage
from .art_93 import disability_review
from .award import base_of_partial_loss, disability_award
from .calendar import record_window
from .rows import (
    CommissionMatter,
    DisabilityAward,
    DisabilityClaim,
    DisabilityPension,
    DisabilityRight,
    DisabilityStartFacts,
    WindowWages,
)
from .start import disability_start

__all__ = [
    "CommissionMatter",
    "DisabilityAward",
    "DisabilityClaim",
    "DisabilityPension",
    "DisabilityRight",
    "DisabilityStartFacts",
    "WindowWages",
    "average_of_720_days",
    "base_of_partial_loss",
    "commission_competence",
    "commission_objection",
    "commission_stage",
    "disability_award",
    "disability_band",
    "disability_lump_sum",
    "disability_review",
    "disability_right",
    "disability_start",
    "partial_disability_pension",
    "pension_of_average",
    "record_window",
    "total_disability_pension",
    "wage_window",
    "wage_with_partial_pension",
]  # fmt: skip
