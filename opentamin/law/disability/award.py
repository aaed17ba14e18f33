"""What a loss of capacity gives, from its facts to its amount."""

from ..kinds import CareerDays, Count, RialsMonthly
from ..machine.articles import article
from ..outcomes import Outcome
from .art_72 import average_of_720_days, pension_of_average, total_disability_pension
from .art_73 import disability_lump_sum, partial_disability_pension
from .art_75 import disability_right
from .rows import LUMP_SUM, TOTAL, DisabilityAward, DisabilityClaim, WindowWages

BEFORE_MINIMUM, AFTER_MINIMUM = 0, 1


@article("73", law="ssl", in_force=("1354-07-01", None))
def base_of_partial_loss(average_monthly: RialsMonthly, record_days: CareerDays, dependants_count: Count, law) -> RialsMonthly:
    """The pension of total disability of which a smaller loss takes its percent."""
    if law.partial_loss_base == AFTER_MINIMUM:
        with_minimum = total_disability_pension(average_monthly, record_days, dependants_count, law)
        return with_minimum.pension_monthly
    counted = pension_of_average(average_monthly, record_days, dependants_count, law)
    return counted.pension_monthly


@article("70", law="ssl", in_force=("1354-07-01", None), headline="pension_monthly", source="C-DIS")
def disability_award(claim: DisabilityClaim, wages: WindowWages, law) -> DisabilityAward:
    """Pension, or sum paid once, of a loss of capacity; nothing with the first condition that fails."""
    right = disability_right(claim, law)
    if right.is_entitled == 0:
        return DisabilityAward(0, 0, 0, 0, right.outcome)
    average = average_of_720_days(wages.wages_sum, wages.days_worked, law)
    if average.average_monthly == 0:
        return DisabilityAward(0, 0, 0, 0, Outcome.UNKNOWN)
    average_monthly = average.average_monthly
    if right.band == TOTAL:
        total = total_disability_pension(average_monthly, wages.record_days, wages.dependants_count, law)
        return DisabilityAward(total.pension_monthly, 0, average_monthly, 1, right.outcome)
    pension_total_monthly = base_of_partial_loss(average_monthly, wages.record_days, wages.dependants_count, law)
    if right.band == LUMP_SUM:
        lump_sum = disability_lump_sum(claim.loss_percent, pension_total_monthly, law)
        return DisabilityAward(0, lump_sum, average_monthly, 0, right.outcome)
    pension_monthly = partial_disability_pension(claim.loss_percent, pension_total_monthly, law)
    return DisabilityAward(pension_monthly, 0, average_monthly, 0, right.outcome)
