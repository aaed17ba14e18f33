"""Art. 63: the last wage, which sickness, maternity and unemployment are reckoned on."""

from ..machine.articles import article
from ..outcomes import Outcome
from ..rounding import divide
from .rows import LastPay, LastWage


@article("63", law="ssl", in_force=("1354-07-01", None), headline="wage_daily", source="ART")
def last_wage_daily(pay: LastPay, law) -> LastWage:
    """The wage of one day: wages of the last days over the days worked in them.

    Piece workers divide by all the days looked back on and do not fall under the minimum wage.
    No day of work, more days than were looked back on, or no wage are for a person to judge.
    """
    if pay.days_worked == 0 or pay.days_worked > law.wage_lookback_days or pay.wages_sum == 0:
        return LastWage(0, Outcome.UNKNOWN)
    if pay.is_piece_worker == 1:
        wage_daily = divide(pay.wages_sum, law.wage_lookback_days, law.rounding_last_wage)
        if wage_daily < law.minimum_wage_daily:
            return LastWage(law.minimum_wage_daily, Outcome.LAST_WAGE_LIFTED)
        return LastWage(wage_daily, Outcome.LAST_WAGE_OF_PIECE_WORK)
    wage_daily = divide(pay.wages_sum, pay.days_worked, law.rounding_last_wage)
    return LastWage(wage_daily, Outcome.LAST_WAGE_PER_DAY_WORKED)
