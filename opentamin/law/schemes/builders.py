"""Construction workers: the law of 1386-08-09, and the levy on building permits before and after it."""

from ..days import full_years_between, month_length
from ..kinds import Month, RialsDaily
from ..machine.articles import article
from ..outcomes import Outcome
from ..rounding import portion
from .rows import (
    GRADE_ONE,
    GRADE_TWO,
    BuilderApplicant,
    BuilderRetirement,
    BuildingPermit,
    EntryRight,
    OwnPremium,
    PermitLevy,
    RetirementRight,
    SkillGrade,
)


@article("", law="builders", in_force=("1386-08-09", None), source="SKILL")
def builder_wage_daily(grade: SkillGrade, law) -> RialsDaily:
    """The daily wage of a construction worker's premium, by the grade of the skill card."""
    if grade == GRADE_ONE:
        return portion(law.minimum_wage_daily, law.builder_factor_one, law.rounding_scheme_wage)
    if grade == GRADE_TWO:
        return portion(law.minimum_wage_daily, law.builder_factor_two, law.rounding_scheme_wage)
    return portion(law.minimum_wage_daily, law.builder_factor_three, law.rounding_scheme_wage)


@article("5", law="builders", in_force=("1386-08-09", None), headline="premium", source="PARTO; CONSTR; CONS")
def builder_premium(month: Month, grade: SkillGrade, law) -> OwnPremium:
    """What a construction worker pays for one calendar month; the rest comes from the levy on permits."""
    days = month_length(month)
    wage_month = builder_wage_daily(grade, law) * days
    premium = portion(wage_month, law.rate_builder, law.rounding_scheme_premium)
    return OwnPremium(premium, wage_month, Outcome.PREMIUM_OF_MONTH)


@article("", law="builders", in_force=("1386-08-09", None), headline="is_admitted", source="the quota as remembered")
def builder_entry(asked: BuilderApplicant, law) -> EntryRight:
    """Whether a construction worker may enter: with a skill card, while the quota of the province has room."""
    if asked.has_skill_card == 0:
        return EntryRight(0, Outcome.BUILDER_NO_SKILL_CARD)
    if asked.is_quota_open == 0:
        return EntryRight(0, Outcome.BUILDER_QUOTA_FULL)
    return EntryRight(1, Outcome.ADMITTED)


@article("10", law="builders", in_force=("1386-08-09", None), headline="is_entitled", source="CONS")
def builder_retirement(asked: BuilderRetirement, law) -> RetirementRight:
    """Whether a construction worker may retire: after 35 full years at any age, or at 60 with the general record."""
    life_days = asked.day - asked.birth_day
    if asked.record_days > life_days:
        return RetirementRight(0, Outcome.UNKNOWN)
    record_full = law.builder_record_years * law.service_year_days
    if asked.record_days >= record_full:
        return RetirementRight(1, Outcome.BUILDER_RETIRES_BY_RECORD)
    age = full_years_between(asked.birth_day, asked.day)
    if age < law.builder_age:
        return RetirementRight(0, Outcome.BUILDER_TOO_YOUNG)
    if asked.has_general_record == 0:
        return RetirementRight(0, Outcome.BUILDER_RECORD_SHORT)
    return RetirementRight(1, Outcome.BUILDER_RETIRES_BY_AGE)


@article("", law="permits", in_force=("1379-08-17", "1393-09-16"), headline="levy", source="CONSTR; base of 1393 mtkr.ir")
def permit_levy(permit: BuildingPermit, law) -> PermitLevy:
    """Levy by the area of the building: small ones at the lower rate, others at the higher on the whole area."""
    levy_base = permit.area_m2 * law.levy_wage_days * law.minimum_wage_daily
    if permit.area_m2 <= law.levy_area_small:
        levy = portion(levy_base, law.rate_levy_small, law.rounding_permit_levy)
        return PermitLevy(levy, Outcome.LEVY_BY_AREA)
    levy = portion(levy_base, law.rate_levy_large, law.rounding_permit_levy)
    return PermitLevy(levy, Outcome.LEVY_BY_AREA)


@permit_levy.amended("5", law="builders", in_force=("1393-09-16", None),
                     source="PARTO; CONSTR; CONS: amendments of 1393-09-16, 1401-11-05, 1402-06-22")  # fmt: skip
def permit_levy_since_1393(permit: BuildingPermit, law) -> PermitLevy:
    """Levy as a part of the whole permit fee, paid on top of it; the reliefs of note 4 were not found."""
    if permit.is_note_4_asked == 1:
        return PermitLevy(0, Outcome.UNKNOWN)
    levy = portion(permit.permit_fee, law.rate_levy_fee, law.rounding_permit_levy)
    return PermitLevy(levy, Outcome.LEVY_BY_FEE)
