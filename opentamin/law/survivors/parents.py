"""Art. 81: father and mother."""

from ..days import full_years_between
from ..machine.articles import article
from ..outcomes import Outcome
from .rows import ParentClaim, SurvivorRight

ON_DEATH, ON_DAY_ASKED = 0, 1


@article("81", law="ssl", in_force=("1354-07-01", None), headline="is_entitled", source="C-SURV for the mother who enters later")
def parent_right(claim: ParentClaim, law) -> SurvivorRight:
    """A parent who was a dependant, has no other pension, and is old or unable to work.

    A mother too young at the death whose husband was a dependant too may enter when she is old enough.
    """
    if claim.birth_day > claim.death_day:
        return SurvivorRight(0, Outcome.UNKNOWN)
    if claim.day < claim.death_day:
        return SurvivorRight(0, Outcome.UNKNOWN)
    if claim.is_dependant == 0:
        return SurvivorRight(0, Outcome.SURVIVOR_NOT_DEPENDANT)
    if claim.has_own_pension == 1:
        return SurvivorRight(0, Outcome.SURVIVOR_HAS_OWN_PENSION)
    if claim.is_disabled == 1:
        return SurvivorRight(1, Outcome.SURVIVOR_DISABLED)
    age_needed = law.mother_age_years if claim.is_woman == 1 else law.father_age_years
    age_years = full_years_between(claim.birth_day, claim.death_day)
    age_today_years = full_years_between(claim.birth_day, claim.day)
    if age_years >= age_needed:
        return SurvivorRight(1, Outcome.SURVIVOR_PARENT)
    if age_today_years >= age_needed and law.survivor_age_read == ON_DAY_ASKED:
        return SurvivorRight(1, Outcome.SURVIVOR_PARENT)
    if claim.is_woman == 0 or claim.is_spouse_dependant == 0:
        return SurvivorRight(0, Outcome.SURVIVOR_TOO_YOUNG)
    if age_today_years < age_needed:
        return SurvivorRight(0, Outcome.SURVIVOR_MOTHER_WAITS)
    return SurvivorRight(1, Outcome.SURVIVOR_MOTHER_ENTERS)
