"""Art. 72: the average of 720 days, and the pension it makes."""

from ..kinds import CareerDays, Count, DayNumber, DaysTotal, Rials, RialsMonthly
from ..machine.articles import article
from ..outcomes import Outcome
from ..pensions import not_under_minimum, years_of_service
from ..rounding import divide, portion
from .calendar import days_before
from .rows import MONTHLY_MAX, AveragePension, DisabilityPension, MonthlyAverage, WageWindow


@article("72", law="ssl", in_force=("1354-07-01", None), headline="first_day", source="C-DIS")
def wage_window(day: DayNumber, law) -> WageWindow:
    """The days before a day whose wages make the average; the day itself is not one of them."""
    return WageWindow(days_before(day, law.average_window_days), days_before(day, 1))


@article("72", law="ssl", in_force=("1354-07-01", None), headline="average_monthly", source="C-DIS")
def average_of_720_days(wages_sum: Rials, days_worked: DaysTotal, law) -> MonthlyAverage:
    """Average wage of a month: the wages of the window divided by its days of work, for a month of thirty days."""
    if days_worked == 0:
        return MonthlyAverage(0, Outcome.UNKNOWN)
    if days_worked > law.average_window_days:
        return MonthlyAverage(0, Outcome.UNKNOWN)
    average_monthly = divide(wages_sum * law.average_month_days, days_worked, law.rounding_average)
    if average_monthly > MONTHLY_MAX:
        return MonthlyAverage(0, Outcome.UNKNOWN)
    return MonthlyAverage(average_monthly, Outcome.AVERAGED_BY_DAYS)


@article("72", law="ssl", in_force=("1354-07-01", None), headline="pension_monthly", source="C-DIS")
def pension_of_average(average_monthly: RialsMonthly, record_days: CareerDays, dependants_count: Count, law) -> AveragePension:
    """A thirtieth of the average for each year, between half of it and the whole, before the minimum of Art. 111.

    With dependants, and while it is under three fifths of the average, a tenth of it is added up to there.
    """
    years = years_of_service(record_days, law)
    by_years = divide(average_monthly * years, law.disability_full_years, law.rounding_pension)
    half_of_average = portion(average_monthly, law.disability_floor_rate, law.rounding_pension)
    addition_limit = portion(average_monthly, law.family_addition_limit_rate, law.rounding_pension)
    at_least_half = max(by_years, half_of_average)
    entitlement_monthly = min(at_least_half, average_monthly)
    outcome = Outcome.DISABILITY_BY_YEARS
    if by_years < half_of_average:
        outcome = Outcome.DISABILITY_AT_HALF
    if by_years > average_monthly:
        outcome = Outcome.DISABILITY_AT_AVERAGE
    if dependants_count == 0:
        return AveragePension(entitlement_monthly, entitlement_monthly, 0, outcome)
    if entitlement_monthly >= addition_limit:
        return AveragePension(entitlement_monthly, entitlement_monthly, 0, outcome)
    tenth = portion(entitlement_monthly, law.family_addition_rate, law.rounding_pension)
    addition_monthly = min(tenth, addition_limit - entitlement_monthly)
    pension_monthly = entitlement_monthly + addition_monthly
    return AveragePension(pension_monthly, entitlement_monthly, addition_monthly, Outcome.DISABILITY_WITH_FAMILY)


@article("72", law="ssl", in_force=("1354-07-01", None), headline="pension_monthly", source="C-DIS")
def total_disability_pension(
    average_monthly: RialsMonthly, record_days: CareerDays, dependants_count: Count, law
) -> DisabilityPension:
    """Pension of total disability, by work or not: that of Art. 72, not under the minimum of Art. 111."""
    counted = pension_of_average(average_monthly, record_days, dependants_count, law)
    pension_monthly = not_under_minimum(counted.pension_monthly, law)
    minimum_added_monthly = pension_monthly - counted.pension_monthly
    outcome = counted.outcome
    if minimum_added_monthly > 0:
        outcome = Outcome.DISABILITY_AT_MINIMUM
    return DisabilityPension(pension_monthly, counted.entitlement_monthly, counted.addition_monthly, minimum_added_monthly, outcome)
