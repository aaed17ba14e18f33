"""Chapter on old age: every path to a pension before and since the reform of 1403, and the pension of the best."""

from .art_76 import normal_retirement_age, path_normal_age
from .art_76_notes import path_thirty_five_years, path_thirty_years, path_woman_worker, woman_worker_pension
from .decision import old_age_decision, old_age_paths
from .low_service import low_service_days_to_buy, low_service_pension, low_service_years, path_low_service
from .path_pension import path_pension
from .reform import (
    is_at_age_ceiling,
    is_outside_reform,
    moved_age_months,
    reform_months,
    reformed_years,
    service_on_reform_day,
)
from .rows import ClaimedService, OldAgeClaim, OldAgeDecision, OldAgePath, OldAgePaths, PathAnswer, PathPension, ReformMonths
from .service import claimed_service, pension_start, service_reached_day, years_pensioned
from .special_laws import mother_base_age, path_hazardous_work, path_mother, path_renovation, path_veteran

__all__ = [
    "ClaimedService", "OldAgeClaim", "OldAgeDecision", "OldAgePath", "OldAgePaths", "PathAnswer", "PathPension", "ReformMonths",
    "claimed_service", "is_at_age_ceiling", "is_outside_reform", "low_service_days_to_buy", "low_service_pension",
    "low_service_years", "mother_base_age", "moved_age_months", "normal_retirement_age", "old_age_decision",
    "old_age_paths", "path_hazardous_work", "path_low_service", "path_mother", "path_normal_age", "path_pension",
    "path_renovation", "path_thirty_five_years", "path_thirty_years", "path_veteran", "path_woman_worker",
    "pension_start", "reform_months", "reformed_years", "service_on_reform_day", "service_reached_day",
    "woman_worker_pension", "years_pensioned",
]  # fmt: skip
