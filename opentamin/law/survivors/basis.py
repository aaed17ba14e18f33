"""Art. 80 and the laws of 1386 and 1392: on what the right of a family stands."""

from ..disability import record_window
from ..kinds import CareerDays, YearsThousandths
from ..machine.articles import article
from ..outcomes import Outcome
from ..pensions import years_of_service
from ..rounding import portion
from .rows import (
    LUMP_SUM,
    NO_BASIS,
    PENSIONER,
    RECENT_RECORD,
    TEN_TO_TWENTY_YEARS,
    TWENTY_YEARS,
    UNDER_TEN_YEARS,
    WORK_ACCIDENT,
    DeathBasis,
    DeathClaim,
    DeathRecord,
)


@article("80", law="ssl", in_force=("1354-07-01", None), headline="record_days", source="C-SURV")
def death_record(
    record_days: CareerDays, record_days_old_age_only: CareerDays, record_days_half_rate: CareerDays, law
) -> DeathRecord:
    """Days that count for a death before retirement: none paid for old age alone, half of those of the half rate."""
    record_days_left_out = record_days_old_age_only + record_days_half_rate
    if record_days_left_out > record_days:
        return DeathRecord(0, Outcome.UNKNOWN)
    record_days_halved = portion(record_days_half_rate, law.half_rate_record_rate, law.rounding_service_years)
    return DeathRecord(record_days - record_days_left_out + record_days_halved, Outcome.DEATH_RECORD_COUNTED)


@article("80", law="ssl", clause="3", in_force=("1386-11-20", None), headline="basis", source="law of 1386-11-20; C-SURV",
         absent=DeathBasis(NO_BASIS, Outcome.DEATH_NO_LAW_YET))  # fmt: skip
def basis_under_ten_years(years: YearsThousandths, law) -> DeathBasis:
    """As the law of 1386 was known until 1392: a sum once."""
    return DeathBasis(LUMP_SUM, Outcome.DEATH_LUMP_SUM)


@basis_under_ten_years.amended(
    "", law="low_service", in_force=("1376-07-27", None), known_from="1392-09-11", source="law of 1392-07-17; C-SURV"
)
def basis_under_ten_years_since_1392(years: YearsThousandths, law) -> DeathBasis:
    """A pension from one year of record, for deaths as far back as 1376-07-27."""
    if years < law.death_years_least:
        return DeathBasis(NO_BASIS, Outcome.DEATH_RECORD_SHORT)
    return DeathBasis(UNDER_TEN_YEARS, Outcome.DEATH_UNDER_TEN_YEARS)


@article("80", law="ssl", clause="3", in_force=("1354-07-01", "1386-11-20"), headline="basis", source="C-SURV")
def basis_of_years(years: YearsThousandths, law) -> DeathBasis:
    """Without a recent record: twenty years; what fewer gave before the law of 1386 was not found."""
    if years >= law.death_years_full:
        return DeathBasis(TWENTY_YEARS, Outcome.DEATH_TWENTY_YEARS)
    if years >= law.death_years_middle:
        return DeathBasis(NO_BASIS, Outcome.UNKNOWN)
    return basis_under_ten_years(years, law)


@basis_of_years.amended("80", law="ssl", clause="3", in_force=("1386-11-20", None), source="law of 1386-11-20; C-SURV")
def basis_of_years_since_1386(years: YearsThousandths, law) -> DeathBasis:
    """Without a recent record: twenty years, ten to twenty, or fewer; ten full years belong to the middle."""
    if years >= law.death_years_full:
        return DeathBasis(TWENTY_YEARS, Outcome.DEATH_TWENTY_YEARS)
    if years >= law.death_years_middle:
        return DeathBasis(TEN_TO_TWENTY_YEARS, Outcome.DEATH_TEN_YEARS)
    return basis_under_ten_years(years, law)


@article("80", law="ssl", in_force=("1354-07-01", None), headline="basis", source="C-SURV")
def death_basis(claim: DeathClaim, law) -> DeathBasis:
    """On what the right of a family stands, by the law of the day of death; the first basis that holds."""
    if claim.is_pensioner == 1:
        return DeathBasis(PENSIONER, Outcome.DEATH_OF_PENSIONER)
    if claim.is_work_accident == 1:
        return DeathBasis(WORK_ACCIDENT, Outcome.DEATH_BY_WORK)
    window = record_window(claim.death_day, law)
    if claim.record_days_last_year > window.year_days:
        return DeathBasis(NO_BASIS, Outcome.UNKNOWN)
    if claim.record_days_10_years > window.ten_years_days:
        return DeathBasis(NO_BASIS, Outcome.UNKNOWN)
    if claim.record_days_last_year > claim.record_days_10_years or claim.record_days_10_years > claim.record_days:
        return DeathBasis(NO_BASIS, Outcome.UNKNOWN)
    years = years_of_service(claim.record_days, law)
    if claim.record_days_10_years < law.death_record_days:
        return basis_of_years(years, law)
    if claim.record_days_last_year < law.death_record_last_year_days:
        return basis_of_years(years, law)
    return DeathBasis(RECENT_RECORD, Outcome.DEATH_RECENT_RECORD)
