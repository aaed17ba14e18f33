"""Art. 81 and Art. 48 of the Family Protection Law: daughters, sons, granddaughters. An adopted child is a child."""

from ..days import full_years_between
from ..kinds import DayNumber, Flag
from ..machine.articles import article
from ..outcomes import Outcome
from .rows import DaughterClaim, SurvivorRight

THROUGH_LAST_YEAR, UNTIL_COMPLETE = 0, 1


@article("48", law="family_protection", clause="3", in_force=("1392-02-07", None), headline="is_entitled",
         source="CORPUS; C-SURV", absent=SurvivorRight(0, Outcome.UNKNOWN))  # fmt: skip
def daughter_without_husband_and_job(claim: DaughterClaim, law) -> SurvivorRight:
    """A daughter without husband, job and pension of her own work."""
    if claim.is_married == 1:
        return SurvivorRight(0, Outcome.SURVIVOR_HAS_HUSBAND)
    if claim.is_employed == 1:
        return SurvivorRight(0, Outcome.SURVIVOR_HAS_JOB)
    if claim.has_own_pension == 1:
        return SurvivorRight(0, Outcome.SURVIVOR_HAS_OWN_PENSION)
    return SurvivorRight(1, Outcome.SURVIVOR_DAUGHTER)


@article("48", law="family_protection", clause="3", in_force=("1392-02-07", "1400-05-05"), headline="is_entitled",
         source="C-SURV", absent=SurvivorRight(0, Outcome.UNKNOWN))  # fmt: skip
def daughter_right(claim: DaughterClaim, law) -> SurvivorRight:
    """A daughter of a parent who died; a widow on her husband's pension has none from a parent."""
    alone = daughter_without_husband_and_job(claim, law)
    if alone.is_entitled == 0:
        return alone
    if claim.has_husband_pension == 1:
        return SurvivorRight(0, Outcome.SURVIVOR_ON_HUSBAND_PENSION)
    return alone


@daughter_right.amended(
    "48", law="family_protection", clause="3", in_force=("1400-05-05", None), source="ruling 1295 of 1400-05-05; C-SURV"
)
def daughter_right_since_1400(claim: DaughterClaim, law) -> SurvivorRight:
    """As before; and a widow may give up her husband's pension and take her father's."""
    alone = daughter_without_husband_and_job(claim, law)
    if alone.is_entitled == 0:
        return alone
    if claim.has_husband_pension == 1 and claim.is_husband_pension_given_up == 0:
        return SurvivorRight(0, Outcome.SURVIVOR_MAY_CHOOSE_FATHER)
    return alone


@article("48", law="family_protection", clause="3", in_force=("1392-02-07", None), headline="is_entitled",
         source="CORPUS; C-SURV", absent=SurvivorRight(0, Outcome.UNKNOWN))  # fmt: skip
def son_right(birth_day: DayNumber, day: DayNumber, is_disabled: Flag, is_student: Flag, law) -> SurvivorRight:
    """A son by his age; after it only one unable to work or studying at a university."""
    if birth_day > day:
        return SurvivorRight(0, Outcome.UNKNOWN)
    age_years = full_years_between(birth_day, day)
    last_age_years = law.son_full_years if law.son_age_reading == THROUGH_LAST_YEAR else law.son_full_years - 1
    if age_years <= last_age_years:
        return SurvivorRight(1, Outcome.SURVIVOR_SON)
    if is_disabled == 1:
        return SurvivorRight(1, Outcome.SURVIVOR_DISABLED)
    if is_student == 1:
        return SurvivorRight(1, Outcome.SURVIVOR_STUDENT)
    return SurvivorRight(0, Outcome.SURVIVOR_SON_OF_AGE)


@article("81", law="ssl", in_force=("1354-07-01", "1400-01-24"), headline="is_entitled",
         source="derived: ruling 157 of 1400-01-24 was needed")  # fmt: skip
def granddaughter_right(is_married: Flag, is_employed: Flag, law) -> SurvivorRight:
    """A granddaughter was no survivor."""
    return SurvivorRight(0, Outcome.GRANDDAUGHTER_NOT_COUNTED)


@granddaughter_right.amended("81", law="ssl", in_force=("1400-01-24", None), source="ruling 157 of 1400-01-24")
def granddaughter_right_since_1400(is_married: Flag, is_employed: Flag, law) -> SurvivorRight:
    """A granddaughter may be a survivor; the conditions the ruling means were not read, so an officer decides."""
    if is_married == 1:
        return SurvivorRight(0, Outcome.SURVIVOR_HAS_HUSBAND)
    if is_employed == 1:
        return SurvivorRight(0, Outcome.SURVIVOR_HAS_JOB)
    return SurvivorRight(0, Outcome.GRANDDAUGHTER_TO_OFFICER)
