"""Days of record as years of service."""

from ..kinds import CareerDays, YearsThousandths
from ..machine.articles import article
from ..rounding import divide


@article("77", law="ssl", in_force=("1354-07-01", None), source="C-SURV 17-2: 365 days, three decimals")
def years_of_service(record_days: CareerDays, law) -> YearsThousandths:
    """Years of service in thousandths of a year; 10,950 days are 30,000."""
    return divide(record_days * law.service_year_parts, law.service_year_days, law.rounding_service_years)
