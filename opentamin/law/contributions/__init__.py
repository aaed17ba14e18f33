"""Chapter on contributions: what a month of work owes, by whom, and why."""

from .art_28 import employer_premium, premium_of_wage, state_premium
from .art_30 import child_allowance, insurable_pay
from .art_33 import worker_share_by_employer
from .art_34 import counted_wage
from .art_36 import month_counts, remitted_by_employer
from .art_39 import ListDuty, list_deadline
from .five_workers import helped_wage, relief_of_five, relief_of_list
from .hazardous import hazardous_premium
from .limits import assessed_wage, ceiling_of_days, floor_of_days
from .monthly import list_due, worker_due
from .rows import (
    AssessedWage,
    CountedWage,
    EmployersMonth,
    InsurablePay,
    InsuredStatus,
    ListDue,
    ListMonth,
    MonthCounted,
    MonthState,
    PayItems,
    ReliefDue,
    UnemploymentCover,
    WorkerDue,
    WorkerMonth,
)
from .unemployment import unemployment_cover, unemployment_premium

__all__ = [
    "AssessedWage", "CountedWage", "EmployersMonth", "InsurablePay", "InsuredStatus", "ListDue", "ListDuty",
    "ListMonth", "MonthCounted", "MonthState", "PayItems", "ReliefDue", "UnemploymentCover",
    "WorkerDue", "WorkerMonth", "assessed_wage", "ceiling_of_days", "child_allowance",
    "counted_wage", "employer_premium", "floor_of_days", "hazardous_premium", "helped_wage",
    "insurable_pay", "list_deadline", "list_due", "month_counts", "premium_of_wage", "relief_of_five",
    "relief_of_list", "remitted_by_employer", "state_premium", "unemployment_cover",
    "unemployment_premium", "worker_due", "worker_share_by_employer",
]  # fmt: skip
