"""Law of 1392-07-17: shares of a record under ten years."""

from ..kinds import CareerDays, Count, Flag, RialsMonthly
from ..machine.articles import article
from ..outcomes import Outcome
from ..rounding import divide
from .pension import minimum_wages_of_years
from .rows import WIFE, LowServiceShare, Relation, is_parent
from .sharing import entitled_count, is_in_family, share_among, share_weight, weights_sum

ALL_SURVIVORS, PENSION_TAKERS = 0, 1


@article("", law="low_service", in_force=("1376-07-27", None), headline="pension_share", source="C-SURV")
def low_service_share(
    place: Count, relations: list[Relation], are_orphans: list[Flag], are_entitled: list[Flag],
    pension_monthly: RialsMonthly, record_days: CareerDays, law,
) -> LowServiceShare:  # fmt: skip
    """A pension for spouse and children by their shares; for each parent, once, its share of the minimum wages."""
    if not is_in_family(place, relations):
        return LowServiceShare(0, 0, Outcome.UNKNOWN)
    are_parents_out = 1 if not is_parent(relations[place]) and law.low_service_shares == PENSION_TAKERS else 0
    share = share_among(place, relations, are_orphans, are_entitled, are_parents_out, pension_monthly, law)
    if share.outcome != Outcome.SHARE_PAID or not is_parent(relations[place]):
        return LowServiceShare(share.pension_share, 0, share.outcome)
    minimum_wages = minimum_wages_of_years(record_days, law)
    wives_count = entitled_count(relations, are_entitled, WIFE)
    weight = share_weight(relations[place], are_orphans[place], wives_count, 0, law)
    weights = weights_sum(relations, are_orphans, are_entitled, 0, law)
    lump_sum = divide(minimum_wages * weight, weights, law.rounding_pension)
    return LowServiceShare(0, lump_sum, Outcome.SHARE_PAID_ONCE)
