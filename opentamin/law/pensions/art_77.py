"""Art. 77: a part of the average wage for each year of service."""

from ..kinds import CareerDays, RialsMonthly, YearsThousandths
from ..machine.articles import article
from ..rounding import divide
from .service import years_of_service


@article("77", law="ssl", in_force=("1354-07-01", "1371-12-16"))
def pension_of_years(average_monthly: RialsMonthly, years: YearsThousandths, law) -> RialsMonthly:
    """A thirty-fifth of the average for each year, never over the whole average."""
    years_paid_for = min(years, law.pension_year_divisor)
    return divide(average_monthly * years_paid_for, law.pension_year_divisor, law.rounding_pension)


@pension_of_years.amended("77", law="ssl", in_force=("1371-12-16", None), source="cap: ruling 1763 of 1399-11-21")
def pension_of_years_since_1371(average_monthly: RialsMonthly, years: YearsThousandths, law) -> RialsMonthly:
    """A thirtieth of the average for each year, up to thirty-five years."""
    years_paid_for = min(years, law.pension_years_max)
    return divide(average_monthly * years_paid_for, law.pension_year_divisor, law.rounding_pension)


@article("77", law="ssl", in_force=("1354-07-01", None),
         source="rulings 674 of 1391-10-04, 3052 of 1398-11-01, 76-77 of 1400-01-17")  # fmt: skip
def years_with_favour(record_days: CareerDays, favour_days: CareerDays, law) -> YearsThousandths:
    """Years of service completed by days given as a favour; these do not enter the average."""
    return years_of_service(record_days + favour_days, law)
