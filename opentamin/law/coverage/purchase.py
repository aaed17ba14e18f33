"""Record that is bought: military service, missing months, the missing days of a month."""

from ..days import month_length
from ..kinds import Months, Rials, RialsMonthly
from ..machine.articles import article
from ..outcomes import Outcome
from ..rounding import portion
from .rows import BrokenMonth, BrokenMonthPriced


@article("", law="practice", in_force=("1354-07-01", None), source="VAZEH on buying military service")
def bought_months_premium(wage_monthly: RialsMonthly, months: Months, law) -> Rials:
    """Premium of military service or other months that are bought: rate x wage x months.

    Who may buy, and from which wages one may choose, was not found.
    """
    return portion(wage_monthly * months, law.rate_bought_record, law.rounding_bought_record)


@article("", law="practice", in_force=("1354-07-01", None), headline="premium",
         source="service 39 of the organisation, completing broken months; the price by the days missing is derived")
def broken_month_premium(broken: BrokenMonth, law) -> BrokenMonthPriced:
    """Premium that fills the missing days of a month which has some days of record."""
    days_in_month = month_length(broken.month)
    if broken.days > days_in_month:
        return BrokenMonthPriced(0, 0, Outcome.UNKNOWN)
    if broken.days == days_in_month:
        return BrokenMonthPriced(0, 0, Outcome.MONTH_ALREADY_WHOLE)
    if broken.days == 0:
        return BrokenMonthPriced(0, 0, Outcome.NO_DAYS)
    days_missing = days_in_month - broken.days
    premium = portion(broken.wage_daily * days_missing, law.rate_bought_record, law.rounding_bought_record)
    return BrokenMonthPriced(premium, days_missing, Outcome.PURCHASE_PRICED)
