"""What a family shares: the pension of the one who died."""

from ..disability import total_disability_pension, wage_window
from ..kinds import CareerDays, DayNumber, Flag, Rials, RialsMonthly
from ..machine.articles import article
from ..outcomes import Outcome
from ..pensions import not_under_minimum, pension_of_years, years_of_service
from ..rounding import divide
from .basis import death_basis
from .rows import (
    LUMP_SUM,
    NO_BASIS,
    PENSIONER,
    TWENTY_YEARS,
    Basis,
    DeathClaim,
    DeceasedPay,
    DeceasedWindow,
    FamilyPension,
    is_as_insured,
)

TWO_YEARS, WINDOW = 0, 1


@article("80", law="ssl", in_force=("1354-07-01", None), headline="first_day", source="C-SURV")
def deceased_wage_window(day: DayNumber, is_on_benefit_throughout: Flag, benefit_start_day: DayNumber, law) -> DeceasedWindow:
    """The days before death or the fatal illness whose wages make the average.

    Where unemployment benefit filled them all, the days before the benefit; a benefit that began inside them
    cannot have filled them.
    """
    before_event = wage_window(day, law)
    if is_on_benefit_throughout == 0:
        return DeceasedWindow(before_event.first_day, before_event.last_day, Outcome.DEATH_WINDOW_BEFORE_EVENT)
    first_day = before_event.first_day
    if benefit_start_day > first_day:
        return DeceasedWindow(first_day, before_event.last_day, Outcome.UNKNOWN)
    before_benefit = wage_window(benefit_start_day, law)
    return DeceasedWindow(before_benefit.first_day, before_benefit.last_day, Outcome.DEATH_WINDOW_BEFORE_BENEFIT)


@article("80", law="ssl", clause="3", in_force=("1354-07-01", None), source="C-SURV")
def death_in_service_pension(average_monthly: RialsMonthly, record_days: CareerDays, law) -> RialsMonthly:
    """The pension of total disability with dependants: there are survivors, so there are dependants."""
    pension = total_disability_pension(average_monthly, record_days, 1, law)
    return pension.pension_monthly


@article("80", law="ssl", clause="3", in_force=("1354-07-01", None), source="C-SURV")
def twenty_years_pension(average_monthly: RialsMonthly, record_days: CareerDays, law) -> RialsMonthly:
    """Twenty years of record: that of Art. 77, not under the minimum of Art. 111."""
    years = years_of_service(record_days, law)
    pension = pension_of_years(average_monthly, years, law)
    return not_under_minimum(pension, law)


@article("80", law="ssl", clause="3", in_force=("1354-07-01", None), source="C-SURV; laws of 1386-11-20 and 1392-07-17")
def low_record_pension(average_monthly: RialsMonthly, record_days: CareerDays, law) -> RialsMonthly:
    """Fewer than twenty years: that of Art. 77, not under the same part of the minimum wage of the year of death."""
    years = years_of_service(record_days, law)
    pension_of_average = pension_of_years(average_monthly, years, law)
    minimum_monthly = law.minimum_wage_daily * law.pension_month_days
    minimum_of_years = pension_of_years(minimum_monthly, years, law)
    return max(pension_of_average, minimum_of_years)


@article("", law="low_service", in_force=("1376-07-27", None), source="C-SURV")
def minimum_wages_of_years(record_days: CareerDays, law) -> Rials:
    """A month of the minimum wage of the year of death for each year of record."""
    years = years_of_service(record_days, law)
    minimum_monthly = law.minimum_wage_daily * law.pension_month_days
    return divide(minimum_monthly * years, law.service_year_parts, law.rounding_pension)


@article("80", law="ssl", in_force=("1354-07-01", None), source="C-SURV")
def average_of_basis(
    basis: Basis, average_of_window_monthly: RialsMonthly, average_of_years_monthly: RialsMonthly, law
) -> RialsMonthly:
    """The average a pension is reckoned from: that of 720 days, or that of the last two years of premium."""
    if is_as_insured(basis):
        return average_of_window_monthly
    if basis != TWENTY_YEARS and law.low_record_average == WINDOW:
        return average_of_window_monthly
    return average_of_years_monthly


@article("80", law="ssl", in_force=("1376-07-27", None), headline="pension_monthly", source="C-SURV")
def family_pension(claim: DeathClaim, pay: DeceasedPay, law) -> FamilyPension:
    """What the family of one who died shares, by the law of the day of death."""
    found = death_basis(claim, law)
    if found.basis == NO_BASIS:
        return FamilyPension(0, 0, NO_BASIS, found.outcome)
    if found.basis == PENSIONER:
        if pay.pension_at_death_monthly == 0:
            return FamilyPension(0, 0, NO_BASIS, Outcome.UNKNOWN)
        return FamilyPension(pay.pension_at_death_monthly, 0, PENSIONER, found.outcome)
    if found.basis == LUMP_SUM:
        lump_sum = minimum_wages_of_years(claim.record_days, law)
        return FamilyPension(0, lump_sum, LUMP_SUM, found.outcome)
    average_monthly = average_of_basis(found.basis, pay.average_of_window_monthly, pay.average_of_years_monthly, law)
    if average_monthly == 0:
        return FamilyPension(0, 0, NO_BASIS, Outcome.UNKNOWN)
    if is_as_insured(found.basis):
        pension_monthly = death_in_service_pension(average_monthly, claim.record_days, law)
        return FamilyPension(pension_monthly, 0, found.basis, found.outcome)
    if found.basis == TWENTY_YEARS:
        pension_monthly = twenty_years_pension(average_monthly, claim.record_days, law)
        return FamilyPension(pension_monthly, 0, TWENTY_YEARS, found.outcome)
    pension_monthly = low_record_pension(average_monthly, claim.record_days, law)
    return FamilyPension(pension_monthly, 0, found.basis, found.outcome)
