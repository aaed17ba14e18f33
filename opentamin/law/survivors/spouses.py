"""Arts 81 and 82, and Art. 48 of the Family Protection Law: wife and husband."""

from ..days import full_years_between
from ..machine.articles import article
from ..outcomes import Outcome
from .rows import SurvivorRight, WidowClaim, WidowerClaim

ON_DEATH, ON_DAY_ASKED = 0, 1


@article("81", law="ssl", in_force=("1354-07-01", "1392-02-07"), headline="is_entitled",
         source="derived: the later law ended the loss by remarriage")  # fmt: skip
def widow_right(claim: WidowClaim, law) -> SurvivorRight:
    """A wife of a permanent marriage, until she marries again; what her own pension did then is for a person to judge."""
    if claim.is_permanent_marriage == 0:
        return SurvivorRight(0, Outcome.SURVIVOR_MARRIAGE_TEMPORARY)
    if claim.is_remarried == 1:
        return SurvivorRight(0, Outcome.SURVIVOR_REMARRIED)
    if claim.has_own_pension == 1:
        return SurvivorRight(0, Outcome.UNKNOWN)
    return SurvivorRight(1, Outcome.SURVIVOR_WIDOW)


@widow_right.amended("48", law="family_protection", in_force=("1392-02-07", None), source="CORPUS; C-SURV")
def widow_right_since_1392(claim: WidowClaim, law) -> SurvivorRight:
    """A wife of a permanent marriage; neither a new marriage nor a pension of her own work is a bar."""
    if claim.is_permanent_marriage == 0:
        return SurvivorRight(0, Outcome.SURVIVOR_MARRIAGE_TEMPORARY)
    return SurvivorRight(1, Outcome.SURVIVOR_WIDOW)


@article("82", law="ssl", in_force=("1354-07-01", None), headline="is_entitled")
def widower_right(claim: WidowerClaim, law) -> SurvivorRight:
    """The husband of an insured woman who was her dependant and is old or unable to work.

    What a pension of his own does was not found: such a claim is for a person.
    """
    if claim.birth_day > claim.death_day:
        return SurvivorRight(0, Outcome.UNKNOWN)
    if claim.day < claim.death_day:
        return SurvivorRight(0, Outcome.UNKNOWN)
    if claim.is_dependant == 0:
        return SurvivorRight(0, Outcome.SURVIVOR_NOT_DEPENDANT)
    if claim.has_own_pension == 1:
        return SurvivorRight(0, Outcome.UNKNOWN)
    if claim.is_disabled == 1:
        return SurvivorRight(1, Outcome.SURVIVOR_DISABLED)
    age_years = full_years_between(claim.birth_day, claim.death_day)
    if law.survivor_age_read == ON_DAY_ASKED:
        age_years = full_years_between(claim.birth_day, claim.day)
    if age_years < law.husband_age_years:
        return SurvivorRight(0, Outcome.SURVIVOR_TOO_YOUNG)
    return SurvivorRight(1, Outcome.SURVIVOR_WIDOWER)
