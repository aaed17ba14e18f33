"""Lengths of service as people say them, in years and months, and as the law counts them, in days."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from opentamin.office.kit import numbers

MONTHS_IN_YEAR = 12


def in_days(years: int, months: int, law) -> int:
    """Days of a service said in years and months: each month the twelfth part of a year of service, a begun day counted."""
    return years * law.service_year_days - (-months * law.service_year_days // MONTHS_IN_YEAR)


def in_years_and_months(days: int, law) -> tuple[int, int]:
    """Full years of service, and full months beyond them."""
    years, rest = divmod(days, law.service_year_days)
    return years, rest * MONTHS_IN_YEAR // law.service_year_days


def span_words(years: int, months: int) -> str:
    """«۲۱ سال و ۹ ماه»."""
    parts = []
    if years or not months:
        parts.append(ngettext("%(n)s سال", "%(n)s سال", years) % {"n": numbers.digits(years)})
    if months:
        parts.append(ngettext("%(n)s ماه", "%(n)s ماه", months) % {"n": numbers.digits(months)})
    return _(" و ").join(parts)


def days_words(count: int) -> str:
    """«۲۷۰ روز»."""
    return ngettext("%(n)s روز", "%(n)s روز", count) % {"n": numbers.digits(count)}
