"""The calculators, in the order they are offered."""

from ..calculator import Calculator
from . import increase, marriage, maternity, missing_year, retirement, scheme, sickness, survivors, unemployment, wage

IN_ORDER = (retirement, survivors, unemployment, sickness, maternity, marriage, increase, wage, scheme, missing_year)
CALCULATORS: dict[str, Calculator] = {one.CALCULATOR.code: one.CALCULATOR for one in IN_ORDER}

__all__ = ["CALCULATORS"]
