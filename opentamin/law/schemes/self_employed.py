"""The self-employed and free professions, and with their rates the Iranian-family scheme and students."""

from ..days import day_number, full_years_between, month_length, next_month
from ..kinds import DayNumber, Month, RialsMonthly
from ..machine.articles import article
from ..outcomes import Outcome
from ..rounding import divide, portion
from .rows import (
    OLD_AGE,
    OLD_AGE_DEATH,
    Applicant,
    ChosenClassMonth,
    ContractState,
    EntryRight,
    MedicalDuty,
    MonthPayment,
    PaymentState,
    PremiumClass,
    SchemeContract,
    SchemePremium,
    SelfEmployedApplicant,
)


@article("", law="self_employed", in_force=("1366-01-01", None), headline="premium",
         source="rates SSPTW06, SSPTW10, APP; state part C-DIS, HW; calendar month HW")  # fmt: skip
def self_employed_premium(chosen: ChosenClassMonth, law) -> SchemePremium:
    """Premium of one calendar month on the wage chosen between minimum and ceiling, and the state's part of it."""
    days = month_length(chosen.month)
    wage_daily_max = law.minimum_wage_daily * law.ceiling_factor
    wage_base_daily = min(max(chosen.wage_daily, law.minimum_wage_daily), wage_daily_max)
    wage_month = wage_base_daily * days
    premium = portion(wage_month, law.rate_self_disability, law.rounding_scheme_premium)
    if chosen.premium_class == OLD_AGE:
        premium = portion(wage_month, law.rate_self_old_age, law.rounding_scheme_premium)
    if chosen.premium_class == OLD_AGE_DEATH:
        premium = portion(wage_month, law.rate_self_death, law.rounding_scheme_premium)
    state_part = portion(wage_month, law.rate_self_state, law.rounding_scheme_premium)
    if chosen.wage_daily < law.minimum_wage_daily:
        return SchemePremium(premium, state_part, wage_month, Outcome.LIFTED_TO_FLOOR)
    if chosen.wage_daily > wage_daily_max:
        return SchemePremium(premium, state_part, wage_month, Outcome.CUT_TO_CEILING)
    return SchemePremium(premium, state_part, wage_month, Outcome.PREMIUM_OF_MONTH)


@article("", law="self_employed", in_force=("1366-01-01", None), source="APP: wage = premium x 100 / rate")
def self_employed_wage_of_premium(premium: RialsMonthly, premium_class: PremiumClass, law) -> RialsMonthly:
    """The wage of a month behind a premium the insured wishes to pay."""
    rate = law.rate_self_disability
    if premium_class == OLD_AGE:
        rate = law.rate_self_old_age
    if premium_class == OLD_AGE_DEATH:
        rate = law.rate_self_death
    return divide(premium * rate.denominator, rate.numerator, law.rounding_wage_of_premium)


@article("", law="self_employed", in_force=("1366-01-01", None), headline="is_medical_needed", source="APP")
def self_employed_medical(asked: SelfEmployedApplicant, law) -> MedicalDuty:
    """Whether a medical examination comes before the contract: never for old age alone, else by the record."""
    if asked.record_days_ten_years > asked.record_days or asked.record_days_year > asked.record_days_ten_years:
        return MedicalDuty(0, Outcome.UNKNOWN)
    if asked.premium_class == OLD_AGE:
        return MedicalDuty(0, Outcome.MEDICAL_NOT_ASKED)
    year_days = law.medical_record_years * law.service_year_days
    if asked.premium_class == OLD_AGE_DEATH:
        if asked.record_days >= year_days:
            return MedicalDuty(0, Outcome.MEDICAL_SPARED)
        return MedicalDuty(1, Outcome.MEDICAL_NEEDED)
    if asked.record_days_ten_years >= year_days and asked.record_days_year >= law.medical_last_year_days:
        return MedicalDuty(0, Outcome.MEDICAL_SPARED)
    return MedicalDuty(1, Outcome.MEDICAL_NEEDED)


@article("", law="self_employed", in_force=("1366-01-01", None), headline="is_admitted", source="APP")
def self_employed_entry(asked: SelfEmployedApplicant, law) -> EntryRight:
    """Whether a self-employed person may make a contract: at most so many, and healthy where that is asked."""
    if asked.contracts_before >= law.self_contracts_most:
        return EntryRight(0, Outcome.SELF_TOO_MANY_CONTRACTS)
    medical = self_employed_medical(asked, law)
    if medical.outcome == Outcome.UNKNOWN:
        return EntryRight(0, Outcome.UNKNOWN)
    if medical.is_medical_needed == 1 and asked.has_passed_medical == 0:
        return EntryRight(0, Outcome.MEDICAL_NEEDED)
    return EntryRight(1, Outcome.ADMITTED)


@article("", law="self_employed", in_force=("1366-01-01", None), source="APP")
def self_employed_first_last_day(contract_day: DayNumber, law) -> DayNumber:
    """Last day for the first premium, counted from the day after the contract."""
    return contract_day + law.self_first_days


@article("", law="self_employed", in_force=("1366-01-01", None), headline="is_in_force", source="APP")
def self_employed_contract(kept: SchemeContract, law) -> ContractState:
    """Whether a contract of a self-employed person began; when it lapses later was not found."""
    last_day = self_employed_first_last_day(kept.contract_day, law)
    if kept.day < kept.contract_day or kept.has_paid == 1:
        return ContractState(0, last_day, Outcome.UNKNOWN)
    if kept.day > last_day:
        return ContractState(0, last_day, Outcome.CONTRACT_NEVER_BEGAN)
    return ContractState(0, last_day, Outcome.CONTRACT_AWAITS_FIRST)


@article("", law="self_employed", in_force=("1366-01-01", None), headline="is_admitted", source="HOUSE; APP")
def family_entry(asked: Applicant, law) -> EntryRight:
    """Whether a housewife or girl may enter the Iranian-family scheme. Ages are full years.

    Above the age limit the record must make up the years over it; a long record lifts the limit.
    """
    life_days = asked.day - asked.birth_day
    if asked.record_days > life_days:
        return EntryRight(0, Outcome.UNKNOWN)
    if asked.is_woman == 0:
        return EntryRight(0, Outcome.FAMILY_NOT_A_WOMAN)
    age = full_years_between(asked.birth_day, asked.day)
    if age < law.family_age_least:
        return EntryRight(0, Outcome.FAMILY_TOO_YOUNG)
    record_unlimited = law.family_record_years * law.service_year_days
    if asked.record_days >= record_unlimited:
        return EntryRight(1, Outcome.ADMITTED)
    years_over = max(age - law.family_age_most, 0)
    record_needed = years_over * law.service_year_days
    if asked.record_days < record_needed:
        return EntryRight(0, Outcome.FAMILY_RECORD_SHORT)
    return EntryRight(1, Outcome.ADMITTED)


@article("", law="self_employed", in_force=("1366-01-01", None), source="HOUSE; APP")
def family_payment_last_day(month: Month, law) -> DayNumber:
    """Last day for the premium of a month of the family scheme: the end of the second month after it."""
    after = next_month(month, law.family_later_months + 1)
    return day_number(after // 100, after % 100, 1) - 1


@article("", law="self_employed", in_force=("1366-01-01", None), headline="is_in_time", source="HOUSE; APP")
def family_payment(payment: MonthPayment, law) -> PaymentState:
    """Whether a month of the family scheme is paid in time."""
    last_day = family_payment_last_day(payment.month, law)
    if payment.paid_day > last_day:
        return PaymentState(0, last_day, Outcome.PAYMENT_LATE)
    return PaymentState(1, last_day, Outcome.PAYMENT_IN_TIME)


@article("", law="self_employed", in_force=("1366-01-01", None), headline="is_admitted", source="APP")
def student_entry(asked: Applicant, law) -> EntryRight:
    """Whether a student may enter the students' scheme; a minor not over the network, but at a branch."""
    if asked.day < asked.birth_day:
        return EntryRight(0, Outcome.UNKNOWN)
    if asked.is_student == 0:
        return EntryRight(0, Outcome.STUDENT_NOT_ENROLLED)
    age = full_years_between(asked.birth_day, asked.day)
    if age < law.student_remote_age:
        return EntryRight(1, Outcome.STUDENT_AT_THE_BRANCH)
    return EntryRight(1, Outcome.ADMITTED)
