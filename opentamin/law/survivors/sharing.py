"""Art. 83: what each survivor has of the pension; together they always have the whole of it.

A family is a series: one relation for each member, whether it has a right to a share (``are_entitled``), and
whether both parents of a child are dead (``are_orphans``). Members without a right may stand in it: when one
comes or goes, the others' shares change and their sum does not.
"""

from ..kinds import Count, Flag, Percent, RialsMonthly
from ..machine.articles import article
from ..outcomes import Outcome
from ..primitives import primitive
from ..rounding import TRUNCATE, divide
from .rows import (
    FATHER,
    GRANDDAUGHTER,
    HUSBAND,
    MOTHER,
    WIFE,
    FamilyShares,
    Relation,
    SurvivorShare,
    is_parent,
    is_spouse,
)

ART_83, EQUAL = 0, 1
LARGEST_REMAINDER, FIRST_SURVIVOR = 0, 1


@primitive
def is_in_family(place, relations) -> bool:
    """Whether a family has a member at a place; in a column a missing place is below zero."""
    return place >= 0 and place < len(relations)


@primitive
def entitled_count(relations, are_entitled, relation) -> int:
    """How many members of one relation have a right to a share."""
    count = 0
    for member in range(len(relations)):
        if relations[member] == relation and are_entitled[member] == 1:
            count += 1
    return count


@primitive
def are_even(relations, are_orphans, are_entitled) -> bool:
    """Whether all lists of a family tell of the same number of members."""
    return len(are_orphans) == len(relations) and len(are_entitled) == len(relations)


@primitive
def is_family_possible(relations, are_orphans, are_entitled) -> bool:
    """Whether a family can share: not with two husbands, fathers or mothers, nor with a wife and a husband.

    A granddaughter's share is written nowhere we could read, so she is for a person too.
    """
    if not are_even(relations, are_orphans, are_entitled):
        return False
    wives = entitled_count(relations, are_entitled, WIFE)
    husbands = entitled_count(relations, are_entitled, HUSBAND)
    if husbands > 1 or (husbands == 1 and wives >= 1):
        return False
    if entitled_count(relations, are_entitled, FATHER) > 1 or entitled_count(relations, are_entitled, MOTHER) > 1:
        return False
    return entitled_count(relations, are_entitled, GRANDDAUGHTER) < 1


@primitive
def comes_before(remainder, member, other_remainder, other) -> int:
    """Whether another member is served first with a rial left over: by its remainder, then by its place."""
    is_before = 1 if other < member else 0
    return 1 if other_remainder + is_before > remainder else 0


@article("83", law="ssl", in_force=("1354-07-01", None), source="ART; C-SURV")
def share_percent(relation: Relation, is_orphan: Flag, law) -> Percent:
    """Share of a survivor before all are fitted to the whole; wives have theirs together."""
    if is_spouse(relation):
        return law.share_spouse_percent
    if is_parent(relation):
        return law.share_parent_percent
    if is_orphan == 1:
        return law.share_orphan_percent
    return law.share_child_percent


@article("83", law="ssl", in_force=("1354-07-01", None), source="ART; C-SURV 18; ruling 139 of 1390-03-30")
def share_weight(relation: Relation, is_orphan: Flag, wives_count: Count, are_parents_out: Flag, law) -> Count:
    """Share in parts so small that each of several wives has a whole number of them; equal where shares are equal."""
    if are_parents_out == 1 and is_parent(relation):
        return 0
    if law.sharing_rule == EQUAL:
        return 1
    share = share_percent(relation, is_orphan, law)
    if relation == WIFE or wives_count == 0:
        return share
    return share * wives_count


@article("83", law="ssl", in_force=("1354-07-01", None), source="ART; C-SURV")
def weights_sum(relations: list[Relation], are_orphans: list[Flag], are_entitled: list[Flag], are_parents_out: Flag, law) -> Count:
    """All shares of a family, in the parts of ``share_weight``; lists of uneven length tell of none."""
    if not are_even(relations, are_orphans, are_entitled):
        return 0
    wives_count = entitled_count(relations, are_entitled, WIFE)
    weights = 0
    for member in range(len(relations)):
        if are_entitled[member] == 1:
            weights += share_weight(relations[member], are_orphans[member], wives_count, are_parents_out, law)
    return weights


@article("83", law="ssl", in_force=("1354-07-01", None))
def rials_left_over(
    place: Count, relations: list[Relation], are_orphans: list[Flag], are_entitled: list[Flag], are_parents_out: Flag,
    pension_monthly: RialsMonthly, law,
) -> RialsMonthly:  # fmt: skip
    """Rials beside the whole rials of a share, so that all shares make the pension exactly.

    Each share is cut to whole rials; what is left over goes one rial each to the largest remainders, or whole to
    the first survivor, by the choice named.
    """
    weights = weights_sum(relations, are_orphans, are_entitled, are_parents_out, law)
    if not is_in_family(place, relations) or weights == 0:
        return 0
    wives_count = entitled_count(relations, are_entitled, WIFE)
    weight = share_weight(relations[place], are_orphans[place], wives_count, are_parents_out, law)
    remainder = pension_monthly * weight % weights
    remainders_sum = 0
    members_before = 0
    is_first = 1
    for other in range(len(relations)):
        if are_entitled[other] == 1:
            other_weight = share_weight(relations[other], are_orphans[other], wives_count, are_parents_out, law)
            other_remainder = pension_monthly * other_weight % weights
            remainders_sum += other_remainder
            members_before += comes_before(remainder, place, other_remainder, other)
            if other < place and other_weight > 0:
                is_first = 0
    left_over = divide(remainders_sum, weights, TRUNCATE)
    if law.shares_remainder == LARGEST_REMAINDER:
        return 1 if members_before < left_over else 0
    return left_over * is_first


@article("83", law="ssl", in_force=("1354-07-01", None), headline="pension_share", source="ART; C-SURV 18")
def share_among(
    place: Count, relations: list[Relation], are_orphans: list[Flag], are_entitled: list[Flag], are_parents_out: Flag,
    pension_monthly: RialsMonthly, law,
) -> SurvivorShare:  # fmt: skip
    """Share of the member at a place (the first is 0): its weight times the pension over all weights."""
    if not is_in_family(place, relations):
        return SurvivorShare(0, Outcome.UNKNOWN)
    if not is_family_possible(relations, are_orphans, are_entitled):
        return SurvivorShare(0, Outcome.UNKNOWN)
    if are_entitled[place] == 0:
        return SurvivorShare(0, Outcome.SHARE_NONE)
    wives_count = entitled_count(relations, are_entitled, WIFE)
    weight = share_weight(relations[place], are_orphans[place], wives_count, are_parents_out, law)
    if weight == 0:
        return SurvivorShare(0, Outcome.SHARE_NONE)
    weights = weights_sum(relations, are_orphans, are_entitled, are_parents_out, law)
    whole_rials = divide(pension_monthly * weight, weights, TRUNCATE)
    remainder = pension_monthly * weight % weights
    if remainder == 0 and law.shares_remainder == LARGEST_REMAINDER:
        return SurvivorShare(whole_rials, Outcome.SHARE_PAID)
    left_over = rials_left_over(place, relations, are_orphans, are_entitled, are_parents_out, pension_monthly, law)
    return SurvivorShare(whole_rials + left_over, Outcome.SHARE_PAID)


@article("83", law="ssl", in_force=("1354-07-01", None), headline="pension_share", source="ART; C-SURV 18")
def survivor_share(
    place: Count, relations: list[Relation], are_orphans: list[Flag], are_entitled: list[Flag],
    pension_monthly: RialsMonthly, law,
) -> SurvivorShare:  # fmt: skip
    """Share of one survivor in the pension of a family."""
    return share_among(place, relations, are_orphans, are_entitled, 0, pension_monthly, law)


@article("83", law="ssl", in_force=("1354-07-01", None), headline="shares_sum", source="ART; ruling 139 of 1390-03-30")
def family_shares_sum(
    relations: list[Relation], are_orphans: list[Flag], are_entitled: list[Flag], pension_monthly: RialsMonthly, law
) -> FamilyShares:
    """All shares of a family together: the pension, as long as one member has a right."""
    if not is_family_possible(relations, are_orphans, are_entitled):
        return FamilyShares(0, Outcome.UNKNOWN)
    shares_sum = 0
    for member in range(len(relations)):
        one = survivor_share(member, relations, are_orphans, are_entitled, pension_monthly, law)
        shares_sum += one.pension_share
    if shares_sum == 0:
        return FamilyShares(0, Outcome.SHARE_NONE)
    return FamilyShares(shares_sum, Outcome.SHARE_PAID)
