"""Whoever it is: whether a member of the family is a survivor."""

from ..machine.articles import article
from ..outcomes import Outcome
from .children import daughter_right, granddaughter_right, son_right
from .parents import parent_right
from .rows import (
    DAUGHTER,
    GRANDDAUGHTER,
    HUSBAND,
    MOTHER,
    SON,
    WIFE,
    DaughterClaim,
    ParentClaim,
    SurvivorClaim,
    SurvivorRight,
    WidowClaim,
    WidowerClaim,
)
from .spouses import widow_right, widower_right


@article("81", law="ssl", in_force=("1354-07-01", None), headline="is_entitled")
def survivor_right(claim: SurvivorClaim, law) -> SurvivorRight:
    """Whether one member of the family has a right to a share on the day asked."""
    if claim.day < claim.death_day:
        return SurvivorRight(0, Outcome.UNKNOWN)
    if claim.relation == WIFE:
        return widow_right(WidowClaim(claim.is_remarried, claim.has_own_pension, claim.is_permanent_marriage), law)
    if claim.relation == DAUGHTER:
        return daughter_right(
            DaughterClaim(
                claim.is_married,
                claim.is_employed,
                claim.has_own_pension,
                claim.has_husband_pension,
                claim.is_husband_pension_given_up,
            ),
            law,
        )
    if claim.relation == SON:
        return son_right(claim.birth_day, claim.day, claim.is_disabled, claim.is_student, law)
    if claim.relation == GRANDDAUGHTER:
        return granddaughter_right(claim.is_married, claim.is_employed, law)
    if claim.relation == HUSBAND:
        return widower_right(
            WidowerClaim(claim.birth_day, claim.death_day, claim.day, claim.is_dependant, claim.is_disabled, claim.has_own_pension),
            law,
        )
    is_woman = 1 if claim.relation == MOTHER else 0
    return parent_right(
        ParentClaim(
            is_woman, claim.birth_day, claim.death_day, claim.day, claim.is_dependant, claim.is_disabled,
            claim.has_own_pension, claim.is_spouse_dependant,
        ),
        law,
    )  # fmt: skip
