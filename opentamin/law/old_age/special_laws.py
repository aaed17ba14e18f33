"""Paths of other laws: hazardous work (E), renovation of industry (G), mothers (H), veterans (I)."""

from ..hazardous_work import HazardousCareer, hazardous_right
from ..kinds import CareerDays, Flag, Months, Years, YearsThousandths
from ..machine.articles import article
from ..outcomes import Outcome
from ..pensions import years_of_service
from .rows import HAZARDOUS_WORK, MOTHER, RENOVATION, VETERAN, Children, PathAnswer

PATH_OF_RECORD, NORMAL_AGE_ONLY = 0, 1


@article("76", law="ssl", clause="note_2", in_force=("1371-12-16", None), headline="is_entitled",
         absent=PathAnswer(0, HAZARDOUS_WORK, 0, 0, 0, Outcome.OLD_AGE_PATH_NOT_IN_FORCE))  # fmt: skip
def path_hazardous_work(
    hazardous_days: CareerDays, hazardous_days_unbroken: CareerDays, is_civil_servant: Flag, is_sso_staff: Flag,
    is_worn_out: Flag, law,
) -> PathAnswer:  # fmt: skip
    """Path E: years of hazardous work at any age; the reform leaves it as it was."""
    career = HazardousCareer(hazardous_days, hazardous_days_unbroken, is_civil_servant, is_sso_staff, is_worn_out)
    right = hazardous_right(career, law)
    return PathAnswer(right.is_entitled, HAZARDOUS_WORK, 0, 0, right.required_years, right.outcome)


@article("10", law="renovation", in_force=("1382-05-26", None), headline="is_entitled",
         absent=PathAnswer(0, RENOVATION, 0, 0, 0, Outcome.OLD_AGE_PATH_NOT_IN_FORCE),
         source="ruling 920 of 1396-09-21: every condition must be proved; the day of the law is remembered")  # fmt: skip
def path_renovation(
    is_employer_agreed: Flag, is_ministry_agreed: Flag, is_cost_paid: Flag, years: YearsThousandths, law
) -> PathAnswer:
    """Path G: twenty-five years, with the employer's and the ministry's agreement and the cost paid by the employer."""
    required_years = law.renovation_service
    if is_employer_agreed == 0:
        return PathAnswer(0, RENOVATION, 0, 0, required_years, Outcome.OLD_AGE_EMPLOYER_NOT_AGREED)
    if is_ministry_agreed == 0:
        return PathAnswer(0, RENOVATION, 0, 0, required_years, Outcome.OLD_AGE_MINISTRY_NOT_AGREED)
    if years < required_years:
        return PathAnswer(0, RENOVATION, 0, 0, required_years, Outcome.OLD_AGE_SERVICE_SHORT)
    if is_cost_paid == 0:
        return PathAnswer(0, RENOVATION, 0, 0, required_years, Outcome.OLD_AGE_COST_NOT_PAID)
    return PathAnswer(1, RENOVATION, 0, 0, required_years, Outcome.OLD_AGE_BY_RENOVATION)


@article("17", law="youth", clause="te", in_force=("1400-08-01", None))
def mother_base_age(years: YearsThousandths, labour_law_days: CareerDays, law) -> Years:
    """The age of retirement that a mother's children lower: that of the earliest path her record opens."""
    if law.mother_base == NORMAL_AGE_ONLY:
        return law.normal_age_woman
    if years_of_service(labour_law_days, law) >= law.woman_worker_service:
        return law.woman_worker_age
    return law.thirty_years_age_woman if years >= law.thirty_years_service else law.normal_age_woman


@article("17", law="youth", clause="te", in_force=("1400-08-01", None), headline="is_entitled",
         absent=PathAnswer(0, MOTHER, 0, 0, 0, Outcome.OLD_AGE_PATH_NOT_IN_FORCE),
         source="enacted in Aban 1400 as reported; the day was not seen")  # fmt: skip
def path_mother(
    is_woman: Flag, children_under_youth_law: Children, children_count: Children, age_months: Months,
    years: YearsThousandths, labour_law_days: CareerDays, law,
) -> PathAnswer:  # fmt: skip
    """Path H: each child born since the law lowers the age, not under a floor that goes by the number of children."""
    if is_woman == 0:
        return PathAnswer(0, MOTHER, 0, 0, 0, Outcome.OLD_AGE_NOT_WOMAN)
    if children_under_youth_law == 0:
        return PathAnswer(0, MOTHER, 0, 0, 0, Outcome.OLD_AGE_NO_CHILD)
    if children_count < children_under_youth_law:
        return PathAnswer(0, MOTHER, 0, 0, 0, Outcome.UNKNOWN)
    required_years = law.mother_service
    if years < required_years:
        return PathAnswer(0, MOTHER, 0, 0, required_years, Outcome.OLD_AGE_SERVICE_SHORT)
    children_from_third = min(children_under_youth_law, max(children_count - law.mother_third_child + 1, 0))
    children_before_third = children_under_youth_law - children_from_third
    months_off = children_before_third * law.mother_months + children_from_third * law.mother_months_third
    floor_age = law.mother_floor_first if children_count == 1 else law.mother_floor_second
    if children_count >= law.mother_third_child:
        floor_age = law.mother_floor_third
    age_asked = max(mother_base_age(years, labour_law_days, law) * 12 - months_off, floor_age * 12)
    # The quotient of whole months is the age in years; the rest are months beyond it.
    required_age = age_asked // 12
    required_age_months = age_asked % 12
    if age_months < age_asked:
        return PathAnswer(0, MOTHER, required_age, required_age_months, required_years, Outcome.OLD_AGE_TOO_YOUNG)
    return PathAnswer(1, MOTHER, required_age, required_age_months, required_years, Outcome.OLD_AGE_BY_MOTHER)


@article("", law="veterans", in_force=("1367-09-01", None), headline="is_entitled",
         absent=PathAnswer(0, VETERAN, 0, 0, 0, Outcome.OLD_AGE_PATH_NOT_IN_FORCE))  # fmt: skip
def path_veteran(is_veteran: Flag, is_disabled_person: Flag, years: YearsThousandths, law) -> PathAnswer:
    """Path I: veterans and the disabled with twenty years, at any age; up to ten years are given as a favour."""
    if is_veteran == 0 and is_disabled_person == 0:
        return PathAnswer(0, VETERAN, 0, 0, 0, Outcome.OLD_AGE_NOT_VETERAN)
    required_years = law.veteran_service
    if years < required_years:
        return PathAnswer(0, VETERAN, 0, 0, required_years, Outcome.OLD_AGE_SERVICE_SHORT)
    return PathAnswer(1, VETERAN, 0, 0, required_years, Outcome.OLD_AGE_BY_VETERAN)
