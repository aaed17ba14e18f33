"""Carpet weavers: the law of 1376-09-11 on half the minimum wage, the law of 1388-05-18 on the whole."""

from ..days import month_length
from ..kinds import CareerDays, Flag, Month, RialsMonthly
from ..machine.articles import article
from ..outcomes import Outcome
from ..rounding import portion
from .rows import WeaverPension, WeaverPremium


@article("", law="weavers_1376", in_force=("1376-09-11", None), headline="share_weaver", source="C-SURV; C-DIS; the weaver's part as remembered")
def weaver_premium_1376(month: Month, law) -> WeaverPremium:
    """Premium of a calendar month under the law of 1376, and the weaver's part of it."""
    days = month_length(month)
    wage_month = portion(law.minimum_wage_daily * days, law.weaver_base_part, law.rounding_scheme_wage)
    premium = portion(wage_month, law.rate_weaver_1376, law.rounding_scheme_premium)
    share_weaver = portion(wage_month, law.rate_weaver_own, law.rounding_scheme_premium)
    share_state = premium - share_weaver
    return WeaverPremium(share_weaver, share_state, premium, wage_month, Outcome.PREMIUM_OF_MONTH)


@article("", law="weavers_1388", in_force=("1388-05-18", None), headline="share_weaver", source="both parts as remembered")
def weaver_premium_1388(month: Month, law) -> WeaverPremium:
    """Premium of a calendar month under the law of 1388 on weavers and handicraft with a code, and who pays it."""
    days = month_length(month)
    wage_month = law.minimum_wage_daily * days
    share_weaver = portion(wage_month, law.rate_weaver_own, law.rounding_scheme_premium)
    share_state = portion(wage_month, law.rate_weaver_state_1388, law.rounding_scheme_premium)
    return WeaverPremium(share_weaver, share_state, share_weaver + share_state, wage_month, Outcome.PREMIUM_OF_MONTH)


@article("", law="weavers_1376", in_force=("1376-09-11", None), headline="pension_monthly", source="C-SURV; C-DIS")
def weaver_pension_1376(pension: RialsMonthly, law) -> WeaverPension:
    """A pension of the law of 1376 between two thirds of its base and the base."""
    minimum_monthly = law.minimum_wage_daily * law.pension_month_days
    base_monthly = portion(minimum_monthly, law.weaver_base_part, law.rounding_scheme_wage)
    pension_least = portion(base_monthly, law.weaver_pension_part, law.rounding_scheme_wage)
    if pension < pension_least:
        return WeaverPension(pension_least, Outcome.PENSION_LIFTED_TO_PART)
    if pension > base_monthly:
        return WeaverPension(base_monthly, Outcome.PENSION_CUT_TO_BASE)
    return WeaverPension(pension, Outcome.PENSION_WITHIN_LIMITS)


@article("", law="weavers_1376", in_force=("1376-09-11", None), source="C-SURV: half-rate record counts by half unless made up")
def weaver_record_counted(record_days: CareerDays, is_made_up: Flag, law) -> CareerDays:
    """Days of the record of the law of 1376 that count under the general rules."""
    if is_made_up == 1:
        return record_days
    return portion(record_days, law.weaver_record_part, law.rounding_weaver_record)
