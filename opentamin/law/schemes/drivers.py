"""Drivers of goods and passengers: the law of 1379-02-18 and the circular of 1400."""

from ..contributions.art_39 import ListDuty
from ..days import add_months, month_length, month_of_day
from ..kinds import RialsDaily
from ..machine.articles import article
from ..outcomes import Outcome
from ..procedure.employer_times import list_last_day
from ..rounding import portion
from .rows import (
    CAR,
    LIGHT_LORRY,
    MINIBUS,
    VAN,
    WITHIN_CITY,
    DriverApplicant,
    DriverMonth,
    DriverPremium,
    DriverWork,
    EntryRight,
)


@article("", law="drivers", in_force=("1379-02-18", "1397-01-01"), source="C-DRV: coefficients from 1380 to 1396")
def driver_wage_daily(driven: DriverWork, law) -> RialsDaily:
    """The daily wage of a driver's premium up to 1396: by the vehicle, whatever the route."""
    if driven.vehicle == CAR or driven.vehicle == MINIBUS:
        return portion(law.minimum_wage_daily, law.driver_factor_car, law.rounding_scheme_wage)
    return portion(law.minimum_wage_daily, law.driver_factor_bus, law.rounding_scheme_wage)


@driver_wage_daily.amended("", law="drivers", in_force=("1397-01-01", None), source="C-DRV: coefficients since 1397-01-01")
def driver_wage_daily_since_1397(driven: DriverWork, law) -> RialsDaily:
    """The daily wage of a driver's premium: within a city one coefficient, between cities by the vehicle."""
    if driven.route == WITHIN_CITY:
        return portion(law.minimum_wage_daily, law.driver_factor_within_city, law.rounding_scheme_wage)
    if driven.vehicle == CAR or driven.vehicle == MINIBUS:
        return portion(law.minimum_wage_daily, law.driver_factor_car, law.rounding_scheme_wage)
    if driven.vehicle == VAN or driven.vehicle == LIGHT_LORRY:
        return portion(law.minimum_wage_daily, law.driver_factor_van, law.rounding_scheme_wage)
    return portion(law.minimum_wage_daily, law.driver_factor_bus, law.rounding_scheme_wage)


@article("", law="drivers", in_force=("1379-02-18", None), headline="is_admitted", source="TAMIN-WEB")
def driver_entry(asked: DriverApplicant, law) -> EntryRight:
    """Whether a driver may enter: with a valid book or card, and within a city not on trial."""
    if asked.card_expiry_day < asked.day:
        return EntryRight(0, Outcome.DRIVER_NO_VALID_CARD)
    if asked.route == WITHIN_CITY and asked.is_on_trial == 1:
        return EntryRight(0, Outcome.DRIVER_ON_TRIAL)
    return EntryRight(1, Outcome.ADMITTED)


@article("", law="drivers", in_force=("1379-02-18", None), headline="share_driver", source="C-DRV; SSPTW06; SSPTW10")
def driver_premium(worked: DriverMonth, law) -> DriverPremium:
    """Premium of a driver's calendar month, and who pays which part of it.

    Paid late, or with a card not renewed in time, the driver owes the full rate; penalties are
    reckoned apart. Cover that begins after the month, and payment between two readings of the last
    day, are for a person to judge.
    """
    covered_month = month_of_day(worked.covered_day)
    if covered_month > worked.month:
        return DriverPremium(0, 0, 0, 0, 0, Outcome.UNKNOWN)
    days = month_length(worked.month)
    wage_month = driver_wage_daily(DriverWork(worked.route, worked.vehicle), law) * days
    premium = portion(wage_month, law.rate_drivers, law.rounding_scheme_premium)
    limit = list_last_day(ListDuty(worked.month, 0), law)
    if worked.paid_day > limit.doubt_until:
        return DriverPremium(premium, 0, 0, premium, wage_month, Outcome.DRIVER_PAID_LATE)
    if worked.paid_day > limit.last_day:
        return DriverPremium(0, 0, 0, 0, 0, Outcome.UNKNOWN)
    if worked.paid_day > add_months(worked.card_expiry_day, law.driver_card_months):
        return DriverPremium(premium, 0, 0, premium, wage_month, Outcome.DRIVER_CARD_LAPSED)
    if covered_month < law.driver_later_month:
        share_state = portion(premium, law.driver_state_part, law.rounding_scheme_premium)
        share_subsidy = portion(premium, law.driver_subsidy_part, law.rounding_scheme_premium)
        share_driver = premium - share_state - share_subsidy
        return DriverPremium(share_driver, share_state, share_subsidy, premium, wage_month, Outcome.DRIVER_PREMIUM_SHARED)
    share_subsidy = portion(premium, law.driver_subsidy_part_later, law.rounding_scheme_premium)
    share_driver = premium - share_subsidy
    return DriverPremium(share_driver, 0, share_subsidy, premium, wage_month, Outcome.DRIVER_PREMIUM_SHARED)
