"""Age and service on the day of a claim, when a service is reached, and the day a pension starts."""

from ..days import add_months, full_months_between
from ..hazardous_work import service_with_hazardous
from ..kinds import CareerDays, DayNumber, Months, Years, YearsThousandths
from ..machine.articles import article
from ..pensions import years_of_service, years_with_favour
from ..primitives import primitive
from ..rounding import TRUNCATE, divide
from .rows import RENOVATION, VETERAN, ClaimedService, OldAgePath

# No older person lives; the kind of an age holds no more.
AGE_MAX = 120
CLAIM_DAY, RIGHT_DAY = 0, 1


@primitive
def days_between(start: int, end: int) -> int:
    """Days from one day to another."""
    return end - start


@primitive
def day_after(day: int) -> int:
    """The following day."""
    return day + 1


@article("76", law="ssl", in_force=("1354-07-01", None), headline="years")
def claimed_service(
    day: DayNumber, birth_day: DayNumber, last_work_day: DayNumber, record_days: CareerDays, hazardous_days: CareerDays, law
) -> ClaimedService:
    """Age and service on the day of the claim; hazardous years with their weight.

    A record longer than life, or longer hazardous work than record, is not consistent.
    """
    life_days = days_between(birth_day, max(day, last_work_day))
    if birth_day >= day or birth_day >= last_work_day or record_days > life_days or hazardous_days > record_days:
        return ClaimedService(0, 0, 0, 0, 0)
    age_months = full_months_between(birth_day, day)
    age = age_months // 12
    if age > AGE_MAX:
        return ClaimedService(0, 0, 0, 0, 0)
    counted_days = record_days
    if hazardous_days > 0:
        counted_days = service_with_hazardous(record_days, hazardous_days, law)
    years = years_of_service(counted_days, law)
    return ClaimedService(1, age, age_months, counted_days, years)


@article("77", law="ssl", in_force=("1354-07-01", None))
def years_pensioned(
    path: OldAgePath, counted_days: CareerDays, favour_days: CareerDays, years: YearsThousandths, law
) -> YearsThousandths:
    """Years a pension is worked out by: on the paths that give favour years, with these."""
    if path == RENOVATION:
        return years_with_favour(counted_days, favour_days, law)
    if path == VETERAN:
        return years_with_favour(counted_days, min(favour_days, law.veteran_favour_days_max), law)
    return years


@article("2", law="ssl", clause="15", in_force=("1354-07-01", None), source="rulings 92-95 of 1392-02-16")
def pension_start(
    day: DayNumber, birth_day: DayNumber, last_work_day: DayNumber, required_age: Years, required_age_months: Months, law
) -> DayNumber:
    """The first day of the pension: the day after the last day of work or leave.

    Where work had ended before the age was reached, the choice named says from when.
    """
    first_day = day_after(last_work_day)
    age_day = add_months(birth_day, required_age * 12 + required_age_months)
    if age_day <= first_day:
        return first_day
    if law.pension_start_after_gap == RIGHT_DAY:
        return age_day
    return max(day, first_day)


@article("76", law="ssl", in_force=("1354-07-01", None))
def service_reached_day(day: DayNumber, years: YearsThousandths, required_years: YearsThousandths, law) -> DayNumber:
    """The day an unbroken career reaches a required service, counted in months of the calendar from ``day``."""
    missing_parts = max(required_years - years, 0) * 12
    months = divide(missing_parts, law.service_year_parts, TRUNCATE)
    rest_parts = missing_parts - months * law.service_year_parts
    days = divide(rest_parts * law.pension_month_days, law.service_year_parts, law.rounding_service_days)
    return add_months(day, months) + days
