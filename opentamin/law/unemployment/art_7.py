"""Art. 7: how many months benefit lasts by the months of premium, and how much it is."""

from ..kinds import Count, Flag, Months, RialsDaily
from ..machine.articles import article
from ..outcomes import Outcome
from ..rounding import divide, portion
from .rows import UnemploymentBenefit

ON_TOTAL, ON_SINGLE = 0, 1
FLOOR, CAP = 0, 1


@article("7", law="ui", clause="a", in_force=("1369-06-26", None), source="UI; UIL")
def benefit_months(premium_months: Months, has_family: Flag, law) -> Months:
    """Months of benefit in a whole career, benefit received before included."""
    if premium_months <= law.unemployment_record_months_1:
        return law.unemployment_months_family_1 if has_family == 1 else law.unemployment_months_single_1
    if premium_months <= law.unemployment_record_months_2:
        return law.unemployment_months_family_2 if has_family == 1 else law.unemployment_months_single_2
    if premium_months <= law.unemployment_record_months_3:
        return law.unemployment_months_family_3 if has_family == 1 else law.unemployment_months_single_3
    if premium_months <= law.unemployment_record_months_4:
        return law.unemployment_months_family_4 if has_family == 1 else law.unemployment_months_single_4
    return law.unemployment_months_family_5 if has_family == 1 else law.unemployment_months_single_5


@article("7", law="ui", clause="b", in_force=("1369-06-26", None), headline="benefit_monthly", source="C-UI; UIL")
def unemployment_benefit(average_daily: RialsDaily, dependants_count: Count, law) -> UnemploymentBenefit:
    """Benefit of a month: a part of the average wage, and a part of the minimum wage for each dependant.

    The sum lies between the minimum wage and a part of the average. Where that part is under
    the minimum wage, the two bounds part and a choice says which stands.
    """
    if average_daily == 0:
        return UnemploymentBenefit(0, 0, 0, 0, 0, 0, Outcome.UNKNOWN)
    average_monthly = average_daily * law.unemployment_month_days
    minimum_monthly = law.minimum_wage_daily * law.unemployment_month_days
    single_amount = portion(average_monthly, law.rate_unemployment_benefit, law.rounding_unemployment_benefit)
    if law.unemployment_floor_place == ON_SINGLE:
        single_amount = max(single_amount, minimum_monthly)
    dependants_paid = min(dependants_count, law.unemployment_dependants_most)
    minimum_of_dependants = minimum_monthly * dependants_paid
    addition = portion(minimum_of_dependants, law.rate_unemployment_dependant, law.rounding_unemployment_benefit)
    cap_monthly = portion(average_monthly, law.rate_unemployment_cap, law.rounding_unemployment_benefit)
    benefit_monthly = single_amount + addition
    outcome = Outcome.BENEFIT_BY_FORMULA
    if benefit_monthly < minimum_monthly:
        benefit_monthly = minimum_monthly
        outcome = Outcome.BENEFIT_LIFTED_TO_MINIMUM
    if benefit_monthly > cap_monthly:
        benefit_monthly = cap_monthly
        outcome = Outcome.BENEFIT_CUT_TO_CAP
    if cap_monthly < minimum_monthly and law.unemployment_floor_or_cap == FLOOR:
        benefit_monthly = minimum_monthly
        outcome = Outcome.BENEFIT_FLOOR_OVER_CAP
    benefit_daily = divide(benefit_monthly, law.unemployment_month_days, law.rounding_unemployment_benefit)
    return UnemploymentBenefit(benefit_monthly, benefit_daily, single_amount, addition, minimum_monthly, cap_monthly, outcome)
