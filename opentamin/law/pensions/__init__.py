"""What all pensions share: the average wage, years of service, the pension of Art. 77, the minimum of Art. 111."""

from .art_77 import pension_of_years, years_with_favour
from .art_111 import not_under_minimum, old_age_not_under_minimum
from .averaging import average_wage, last_months_paid
from .rows import AveragedWages, AverageWage, LastPaid
from .service import years_of_service

__all__ = [
    "AverageWage",
    "AveragedWages",
    "LastPaid",
    "average_wage",
    "last_months_paid",
    "not_under_minimum",
    "old_age_not_under_minimum",
    "pension_of_years",
    "years_of_service",
    "years_with_favour",
]
