"""Chapter on unemployment benefit: who has it, for how long, how much, and what ends it."""

from .art_2 import loss_of_work_judged
from .art_6 import unemployment_length, unemployment_register_by, unemployment_right
from .art_7 import benefit_months, unemployment_benefit
from .benefit import unemployment_due, unemployment_goes_on
from .rows import (
    BenefitGoesOn,
    LossJudged,
    Unemployed,
    UnemploymentBenefit,
    UnemploymentDue,
    UnemploymentRight,
)

__all__ = [
    "BenefitGoesOn", "LossJudged", "Unemployed", "UnemploymentBenefit", "UnemploymentDue", "UnemploymentRight",
    "benefit_months", "loss_of_work_judged", "unemployment_benefit", "unemployment_due", "unemployment_goes_on",
    "unemployment_length", "unemployment_register_by", "unemployment_right",
]  # fmt: skip
