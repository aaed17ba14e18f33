"""The average wage a pension is worked out of: the last two years of premium payment (Art. 77)."""

from ..kinds import Flag, Month, RialsMonthly
from ..machine.articles import article
from ..outcomes import Outcome
from ..rounding import divide
from .rows import AveragedWages, AverageWage, LastPaid

TWO_YEARS, FIVE_YEARS_ON_GROWTH = 0, 1


@article("77", law="ssl", in_force=("1354-07-01", None), headline="wages_sum",
         source="rulings 674 of 1391-10-04, 3052 of 1398-11-01, 76-77 of 1400-01-17")  # fmt: skip
def last_months_paid(months: list[Month], wages: list[RialsMonthly], is_favour: list[Flag], law) -> LastPaid:
    """The last months of premium payment out of a whole record, and the sum of their wages.

    ``months`` rise from the first to the last. A month without premium and a month given as
    a favour are passed over. Months out of order or named twice are for a person to judge.
    """
    wages_sum = 0
    wages_sum_long = 0
    months_averaged = 0
    months_long = 0
    first_month = 0
    count = len(months)
    for step in range(len(months)):
        place = count - 1 - step
        if place > 0 and months[place - 1] >= months[place]:
            return LastPaid(0, 0, 0, 0, 0, Outcome.UNKNOWN)
        is_paid = wages[place] > 0 and is_favour[place] == 0
        if is_paid and months_averaged < law.average_months:
            wages_sum += wages[place]
            months_averaged += 1
            first_month = months[place]
        if is_paid and months_long < law.average_months_long:
            wages_sum_long += wages[place]
            months_long += 1
    if months_averaged < law.average_months:
        return LastPaid(wages_sum, months_averaged, wages_sum_long, months_long, first_month, Outcome.AVERAGE_MONTHS_SHORT)
    return LastPaid(wages_sum, months_averaged, wages_sum_long, months_long, first_month, Outcome.AVERAGED_TWO_YEARS)


@article("77", law="ssl", in_force=("1354-07-01", None), headline="average_monthly",
         source="Art. 31 of the Fifth Plan for the longer average")  # fmt: skip
def average_wage(averaged: AveragedWages, law) -> AverageWage:
    """Average monthly wage of the last two years of payment.

    While the Fifth Plan's rule holds, a growth found unnatural that no promotion explains
    leads to the average of the last five years. Fewer months than two years, or a longer sum
    smaller than the shorter, are for a person to judge.
    """
    if averaged.months_averaged != law.average_months:
        return AverageWage(0, 0, Outcome.UNKNOWN)
    if averaged.is_growth_unnatural == 0 or averaged.is_promoted == 1 or law.average_rule == TWO_YEARS:
        average_monthly = divide(averaged.wages_sum, averaged.months_averaged, law.rounding_average)
        return AverageWage(average_monthly, averaged.months_averaged, Outcome.AVERAGED_TWO_YEARS)
    if averaged.wages_sum_long < averaged.wages_sum:
        return AverageWage(0, 0, Outcome.UNKNOWN)
    average_monthly = divide(averaged.wages_sum_long, law.average_months_long, law.rounding_average)
    return AverageWage(average_monthly, law.average_months_long, Outcome.AVERAGED_FIVE_YEARS)
