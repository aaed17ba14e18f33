"""Art. 29 of the Seventh Plan: from 1403-05-03 service missing on that day is answered by more of it."""

from ..kinds import Flag, Months, Years, YearsThousandths
from ..machine.articles import article
from ..outcomes import Outcome
from ..pensions import years_of_service
from ..rounding import divide
from .rows import OldAgeClaim, ReformMonths

FREE = 1
LONGER_SERVICE, SHORTER_SERVICE = 0, 1
NOT_COUNTED, COUNTED = 0, 1
CEILINGS_FIRST, ADDITION_FIRST = 0, 1


@article("29", law="plan7", clause="4", in_force=("1403-05-03", None), absent=0)
def service_on_reform_day(claim: OldAgeClaim, law) -> YearsThousandths:
    """Service on the day of the reform, which fixes the class for life."""
    record_days = claim.record_days_on_reform_day
    if claim.record_days_found_later > 0 and law.reform_record_found_later == COUNTED:
        record_days = record_days + claim.record_days_found_later
    return years_of_service(record_days, law)


@article("29", law="plan7", clause="4", in_force=("1403-05-03", None), absent=0)
def is_outside_reform(is_veteran: Flag, is_disabled_person: Flag, law) -> Flag:
    """Whether a person keeps the old conditions: veterans and persons with disability."""
    return max(is_veteran, is_disabled_person)


@article("29", law="plan7", clause="4", in_force=("1403-05-03", None), headline="months_yearly")
def reform_months(years_on_reform_day: YearsThousandths, law) -> ReformMonths:
    """Months added for each missing year, by the service on the day of the reform.

    A service of exactly 28, 25, 20 or 15 years stands in two clauses; the choices named say which holds.
    """
    years = years_on_reform_day
    if years > law.reform_years_1 or (years == law.reform_years_1 and law.reform_at_28 == FREE):
        return ReformMonths(0, Outcome.REFORM_CLASS_1)
    if years > law.reform_years_2 or (years == law.reform_years_2 and law.reform_at_25 == LONGER_SERVICE):
        return ReformMonths(law.reform_months_2, Outcome.REFORM_CLASS_2)
    if years > law.reform_years_3 or (years == law.reform_years_3 and law.reform_at_20 == LONGER_SERVICE):
        return ReformMonths(law.reform_months_3, Outcome.REFORM_CLASS_3)
    if years > law.reform_years_4 or (years == law.reform_years_4 and law.reform_at_15 == LONGER_SERVICE):
        return ReformMonths(law.reform_months_4, Outcome.REFORM_CLASS_4)
    return ReformMonths(law.reform_months_5, Outcome.REFORM_CLASS_5)


@article("29", law="plan7", clause="4", in_force=("1403-05-03", None))
def reformed_years(
    is_woman: Flag, is_reform_exempt: Flag, years_on_reform_day: YearsThousandths, old_years: YearsThousandths, law
) -> YearsThousandths:
    """Service required since the reform: the old one, and the months of the class for each year missing then.

    Part years count pro rata. It does not pass 35 years of a man and 30 of a woman.
    """
    if is_reform_exempt == 1 or years_on_reform_day >= old_years:
        return old_years
    missing_years = old_years - years_on_reform_day
    added = reform_months(years_on_reform_day, law)
    # Months over the twelve of a year; the years stay in thousandths.
    added_years = divide(missing_years * added.months_yearly, 12, law.rounding_added_years)
    if is_woman == 1 and law.reform_women == ADDITION_FIRST:
        return old_years + added_years
    years_max = law.reform_years_max_woman if is_woman == 1 else law.reform_years_max_man
    return max(min(old_years + added_years, years_max), old_years)


@article("29", law="plan7", clause="4", in_force=("1403-05-03", None))
def is_at_age_ceiling(is_woman: Flag, age: Years, law) -> Flag:
    """Whether the age is reached beyond which no addition may hold anyone: 62 of a man, 55 of a woman."""
    if is_woman == 1:
        if law.reform_women == ADDITION_FIRST:
            return 0
        return 1 if age >= law.reform_age_max_woman else 0
    return 1 if age >= law.reform_age_max_man else 0


@article("29", law="plan7", clause="4", in_force=("1403-05-03", None))
def moved_age_months(
    is_woman: Flag, age_asked: Years, old_years: YearsThousandths, required_years: YearsThousandths, law
) -> Months:
    """An age asked, in months, moved by the service the reform added and not beyond the ceiling of age."""
    added_months = divide((required_years - old_years) * 12, law.service_year_parts, law.rounding_added_years)
    age_max = law.reform_age_max_woman if is_woman == 1 else law.reform_age_max_man
    return max(min(age_asked * 12 + added_months, age_max * 12), age_asked * 12)
