"""Chapter on what becomes of a pension in payment: the yearly increase and the equalisation of the Seventh Plan."""

from .art_96 import minimum_raise, other_levels_raise, partial_raise, survivor_raise, yearly_raise
from .equalisation import equalisation_gap, equalisation_step, restored_pension
from .rows import (
    Equalised,
    EqualisedPension,
    PensionInSteps,
    PensionOfYear,
    RaisedPension,
    SurvivorRaised,
    SurvivorsPension,
    YearPension,
)
from .three_steps import equalised_sum_raised, pension_of_year

__all__ = [
    "Equalised", "EqualisedPension", "PensionInSteps", "PensionOfYear", "RaisedPension", "SurvivorRaised",
    "SurvivorsPension", "YearPension", "equalisation_gap", "equalisation_step", "equalised_sum_raised",
    "minimum_raise", "other_levels_raise", "partial_raise", "pension_of_year",
    "restored_pension", "survivor_raise", "yearly_raise",
]  # fmt: skip
