"""Lengths of time the short-term benefits look back or forward on."""

from ..days import add_months
from ..primitives import primitive


@primitive
def days_of_months(day: int, months: int) -> int:
    """Days between a day and the same day ``months`` calendar months later, or earlier where below zero."""
    return abs(add_months(day, months) - day)
