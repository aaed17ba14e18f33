"""Insured months of each person: every entry ever written, and what they come to now."""

from opentamin.office.history.models.month_current import MonthCurrent
from opentamin.office.history.models.month_entry import MonthEntry

__all__ = ["MonthCurrent", "MonthEntry"]
