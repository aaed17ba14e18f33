"""Chapter on short-term benefits: wages of sickness and maternity, grants, and the child allowance."""

from .appliances import appliance_grant
from .art_63 import last_wage_daily
from .art_67 import (
    maternity_days_of_months,
    maternity_due,
    maternity_length,
    maternity_payer,
    maternity_right,
)
from .art_84 import funeral_grant
from .art_85 import marriage_grant
from .art_86 import child_allowance_due, child_counts, children_paid_for
from .rows import (
    Appliance,
    ApplianceGrant,
    Child,
    ChildAllowanceDue,
    ChildCounted,
    Family,
    Funeral,
    FuneralGrant,
    LastPay,
    LastWage,
    Marriage,
    MarriageGrant,
    Maternity,
    MaternityDue,
    MaternityLength,
    MaternityPayer,
    MaternityRight,
    Sickness,
    SicknessDue,
    SicknessRight,
)
from .sickness import sickness_compensation, sickness_days_waited, sickness_due, sickness_lasts, sickness_right

__all__ = [
    "Appliance", "ApplianceGrant", "Child", "ChildAllowanceDue", "ChildCounted", "Family", "Funeral", "FuneralGrant",
    "LastPay", "LastWage", "Marriage", "MarriageGrant", "Maternity", "MaternityDue", "MaternityLength", "MaternityPayer",
    "MaternityRight", "Sickness", "SicknessDue", "SicknessRight", "appliance_grant", "child_allowance_due", "child_counts",
    "children_paid_for", "funeral_grant", "last_wage_daily", "marriage_grant", "maternity_days_of_months", "maternity_due",
    "maternity_length", "maternity_payer", "maternity_right", "sickness_compensation", "sickness_days_waited", "sickness_due",
    "sickness_lasts", "sickness_right",
]  # fmt: skip
