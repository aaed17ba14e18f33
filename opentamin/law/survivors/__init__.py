"""Chapter on survivors: who has a right, what the family shares, each one's share, and from when."""

from .basis import basis_of_years, basis_under_ten_years, death_basis, death_record
from .children import daughter_right, daughter_without_husband_and_job, granddaughter_right, son_right
from .low_service import low_service_share
from .parents import parent_right
from .pension import (
    average_of_basis,
    death_in_service_pension,
    deceased_wage_window,
    family_pension,
    low_record_pension,
    minimum_wages_of_years,
    twenty_years_pension,
)
from .right import survivor_right
from .rows import (
    DaughterClaim,
    DeathClaim,
    DeceasedPay,
    ParentClaim,
    SurvivorClaim,
    WidowClaim,
    WidowerClaim,
)
from .sharing import (
    family_shares_sum,
    rials_left_over,
    share_among,
    share_percent,
    share_weight,
    survivor_share,
    weights_sum,
)
from .spouses import widow_right, widower_right
from .times import heirs_certificate, survivor_check, survivor_start, survivors_request_forum
from .two_pensions import two_pensions, two_pensions_but_choice

__all__ = [
    "DaughterClaim",
    "DeathClaim",
    "DeceasedPay",
    "ParentClaim",
    "SurvivorClaim",
    "WidowClaim",
    "WidowerClaim",
    "average_of_basis",
    "basis_of_years",
    "basis_under_ten_years",
    "daughter_right",
    "daughter_without_husband_and_job",
    "death_basis",
    "death_in_service_pension",
    "death_record",
    "deceased_wage_window",
    "family_pension",
    "family_shares_sum",
    "granddaughter_right",
    "heirs_certificate",
    "low_record_pension",
    "low_service_share",
    "minimum_wages_of_years",
    "parent_right",
    "rials_left_over",
    "share_among",
    "share_percent",
    "share_weight",
    "son_right",
    "survivor_check",
    "survivor_right",
    "survivor_share",
    "survivor_start",
    "survivors_request_forum",
    "twenty_years_pension",
    "two_pensions",
    "two_pensions_but_choice",
    "weights_sum",
    "widow_right",
    "widower_right",
]
