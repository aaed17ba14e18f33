"""The law of those with few years (1392-07-17): ten to twenty years at the normal age (path F)."""

from ..kinds import CareerDays, Flag, RialsMonthly, Years, YearsThousandths
from ..machine.articles import article
from ..outcomes import Outcome
from ..pensions import pension_of_years, years_of_service
from ..rounding import divide
from .rows import LOW_SERVICE, PathAnswer


@article("", law="low_service", in_force=("1392-09-11", None), absent=0)
def low_service_years(years: YearsThousandths, bought_days: CareerDays, law) -> YearsThousandths:
    """Service under this law: who has less than ten years may buy what is missing, and no more."""
    return max(years, min(years + years_of_service(bought_days, law), law.low_service_years_min))


@article("", law="low_service", in_force=("1392-09-11", None))
def low_service_days_to_buy(record_days: CareerDays, law) -> CareerDays:
    """Days missing to ten years, which may be bought on the minimum wage."""
    days_min = divide(law.low_service_years_min * law.service_year_days, law.service_year_parts, law.rounding_service_years)
    return max(days_min - record_days, 0)


@article("", law="low_service", in_force=("1392-09-11", None), headline="is_entitled",
         absent=PathAnswer(0, LOW_SERVICE, 0, 0, 0, Outcome.OLD_AGE_PATH_NOT_IN_FORCE))  # fmt: skip
def path_low_service(
    is_woman: Flag, is_disabled_totally: Flag, age: Years, years: YearsThousandths, bought_days: CareerDays, law
) -> PathAnswer:
    """Path F: ten years and less than twenty, at sixty or fifty-five, or totally disabled and outside Art. 75."""
    required_age = law.low_service_age_woman if is_woman == 1 else law.low_service_age_man
    required_years = law.low_service_years_min
    if is_disabled_totally == 1:
        required_age = 0
    if age < required_age:
        return PathAnswer(0, LOW_SERVICE, required_age, 0, required_years, Outcome.OLD_AGE_TOO_YOUNG)
    if years >= law.low_service_years_max:
        return PathAnswer(0, LOW_SERVICE, required_age, 0, required_years, Outcome.OLD_AGE_NOT_LOW_SERVICE)
    if low_service_years(years, bought_days, law) < required_years:
        return PathAnswer(0, LOW_SERVICE, required_age, 0, required_years, Outcome.OLD_AGE_UNDER_TEN_YEARS)
    return PathAnswer(1, LOW_SERVICE, required_age, 0, required_years, Outcome.OLD_AGE_BY_LOW_SERVICE)


@article("", law="low_service", in_force=("1392-09-11", None), absent=0)
def low_service_pension(years: YearsThousandths, bought_days: CareerDays, law) -> RialsMonthly:
    """A thirtieth of the minimum wage of the year of application for each year; Art. 111 does not lift it."""
    minimum_monthly = law.minimum_wage_daily * law.pension_month_days
    return pension_of_years(minimum_monthly, low_service_years(years, bought_days, law), law)
