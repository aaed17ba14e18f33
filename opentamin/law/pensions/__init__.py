"""What all pensions share: years of service out of days, and the minimum of Art. 111."""

from .art_111 import not_under_minimum
from .service import years_of_service

__all__ = ["not_under_minimum", "years_of_service"]
