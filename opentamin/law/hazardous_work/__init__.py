"""Chapter on hard and hazardous work: whose work counts as such, what its years count, and when they give retirement."""

from .continuity import continuity_broken, hazardous_run
from .finding import finding_counted, hazardous_appeal
from .note_2 import front_days_counted, hazardous_right, service_with_hazardous
from .rows import (
    Absence,
    Finding,
    FindingBody,
    FindingCounted,
    HazardousAppeal,
    HazardousCareer,
    HazardousRight,
    HazardousRun,
    InterpretationReach,
    PremiumReclaimed,
)
from .rulings import hazardous_premium_reclaimed, interpretation_reach

__all__ = [
    "Absence", "Finding", "FindingBody", "FindingCounted", "HazardousAppeal", "HazardousCareer", "HazardousRight",
    "HazardousRun", "InterpretationReach", "PremiumReclaimed", "continuity_broken", "finding_counted",
    "front_days_counted", "hazardous_appeal", "hazardous_premium_reclaimed", "hazardous_right", "hazardous_run", "interpretation_reach", "service_with_hazardous",
]  # fmt: skip
