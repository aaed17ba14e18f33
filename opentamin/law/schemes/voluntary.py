"""Art. 8: insurance continued by choice."""

from ..days import day_number, full_years_between, month_length, month_of_day, next_month
from ..kinds import DayNumber, Month, Months, Rials, RialsDaily, RialsMonthly
from ..machine.articles import article
from ..outcomes import Outcome
from ..rounding import divide, portion
from .rows import Applicant, BaseSet, ChosenBase, ChosenMonth, ContractState, EntryRight, OwnPremium, SchemeContract

OLDER_TEXT = 0
BY_AVERAGE = 0
AS_OTHER_LEVELS = 0


@article("8", law="ssl", in_force=("1354-07-01", None), headline="is_admitted",
         source="older text SSPTW10 and ESK; present text APP")  # fmt: skip
def voluntary_entry(asked: Applicant, law) -> EntryRight:
    """Whether insurance may be continued by choice, by the text taken for that day.

    Older text: at most 55 years old and thirty days of record. Present text: under 50, or ten
    years of record. Ages are full years.
    """
    life_days = asked.day - asked.birth_day
    if asked.record_days > life_days:
        return EntryRight(0, Outcome.UNKNOWN)
    age = full_years_between(asked.birth_day, asked.day)
    if asked.record_days == 0:
        return EntryRight(0, Outcome.VOLUNTARY_NO_RECORD)
    if law.voluntary_entry_text == OLDER_TEXT:
        if age > law.voluntary_age_most:
            return EntryRight(0, Outcome.VOLUNTARY_TOO_OLD)
        if asked.record_days < law.voluntary_record_days:
            return EntryRight(0, Outcome.VOLUNTARY_RECORD_SHORT)
        return EntryRight(1, Outcome.ADMITTED)
    record_needed = law.voluntary_record_years * law.service_year_days
    if age >= law.voluntary_age_below and asked.record_days < record_needed:
        return EntryRight(0, Outcome.VOLUNTARY_OLD_AND_SHORT)
    return EntryRight(1, Outcome.ADMITTED)


@article("8", law="ssl", in_force=("1354-07-01", None), headline="wage_base_daily", source="APP; the tie to the average as remembered")
def voluntary_base(chosen: ChosenBase, law) -> BaseSet:
    """The daily wage of the voluntary scheme: not under the minimum, not above the average of the last records."""
    if chosen.wage_daily < law.minimum_wage_daily:
        return BaseSet(law.minimum_wage_daily, Outcome.LIFTED_TO_FLOOR)
    base_most = max(chosen.average_daily, law.minimum_wage_daily)
    if law.voluntary_base_limit == BY_AVERAGE and chosen.wage_daily > base_most:
        return BaseSet(base_most, Outcome.WAGE_CUT_TO_AVERAGE)
    return BaseSet(chosen.wage_daily, Outcome.COUNTED)


@article("8", law="ssl", in_force=("1354-07-01", None), source="APP: the base rises each year with the decision on wages")
def voluntary_base_raised(wage_daily: RialsDaily, law) -> RialsDaily:
    """Last year's daily wage after the decision of the new year, not under the new minimum."""
    if law.voluntary_base_rise == AS_OTHER_LEVELS:
        raised = portion(wage_daily, law.other_levels_factor, law.rounding_base_rise) + law.other_levels_fixed_daily
        return max(raised, law.minimum_wage_daily)
    return max(wage_daily, law.minimum_wage_daily)


@article("8", law="ssl", in_force=("1354-07-01", None), headline="premium", source="rate SSPTW06, SSPTW10, APP; calendar month HW")
def voluntary_premium(chosen: ChosenMonth, law) -> OwnPremium:
    """Premium of one calendar month of insurance by choice; the state's part is reckoned apart."""
    days = month_length(chosen.month)
    wage_base_daily = max(chosen.wage_daily, law.minimum_wage_daily)
    wage_month = wage_base_daily * days
    premium = portion(wage_month, law.rate_voluntary, law.rounding_scheme_premium)
    if chosen.wage_daily < law.minimum_wage_daily:
        return OwnPremium(premium, wage_month, Outcome.LIFTED_TO_FLOOR)
    return OwnPremium(premium, wage_month, Outcome.PREMIUM_OF_MONTH)


@article("8", law="ssl", in_force=("1354-07-01", None), source="SSPTW06; SSPTW10")
def voluntary_state_part(wage_month: Rials, law) -> Rials:
    """What the state added to the premium of insurance by choice, in the years for which it was read."""
    return portion(wage_month, law.rate_voluntary_state, law.rounding_scheme_premium)


@article("8", law="ssl", in_force=("1354-07-01", None), source="APP: wage = premium x 100 / 27")
def voluntary_wage_of_premium(premium: RialsMonthly, law) -> RialsMonthly:
    """The wage of a month behind a premium the insured wishes to pay."""
    rate = law.rate_voluntary
    return divide(premium * rate.denominator, rate.numerator, law.rounding_wage_of_premium)


@article("8", law="ssl", in_force=("1354-07-01", None), source="APP")
def voluntary_first_last_day(contract_day: DayNumber, law) -> DayNumber:
    """Last day for the first premium, counted from the day after the contract."""
    return contract_day + law.voluntary_first_days


@article("8", law="ssl", in_force=("1354-07-01", None), source="APP: three months and one day after the last paid month")
def voluntary_next_last_day(last_paid_month: Month, law) -> DayNumber:
    """Last day for the next premium: so many months and days after the end of the last paid month."""
    after = next_month(last_paid_month, law.voluntary_later_months + 1)
    return day_number(after // 100, after % 100, 1) - 1 + law.voluntary_later_days


@article("8", law="ssl", in_force=("1354-07-01", None), headline="is_in_force", source="APP")
def voluntary_contract(kept: SchemeContract, law) -> ContractState:
    """Whether a contract of insurance by choice stands on a day, and until when the next premium may be paid."""
    if kept.day < kept.contract_day:
        return ContractState(0, kept.contract_day, Outcome.UNKNOWN)
    if kept.has_paid == 0:
        last_day = voluntary_first_last_day(kept.contract_day, law)
        if kept.day > last_day:
            return ContractState(0, last_day, Outcome.CONTRACT_NEVER_BEGAN)
        return ContractState(0, last_day, Outcome.CONTRACT_AWAITS_FIRST)
    if kept.last_paid_month < month_of_day(kept.contract_day):
        return ContractState(0, kept.contract_day, Outcome.UNKNOWN)
    last_day = voluntary_next_last_day(kept.last_paid_month, law)
    if kept.day > last_day:
        return ContractState(0, last_day, Outcome.CONTRACT_LAPSED)
    return ContractState(1, last_day, Outcome.CONTRACT_IN_FORCE)


@article("8", law="ssl", in_force=("1354-07-01", None), source="APP: premium can be prepaid to the end of the year")
def voluntary_months_prepayable(month: Month, law) -> Months:
    """Months that may be paid in one go from a month on: to the end of its year, that month included."""
    return 12 - month % 100 + 1
