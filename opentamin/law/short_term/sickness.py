"""Arts 59 to 64: the wage of days on which illness or accident keeps from work."""

from ..kinds import Count, DaysTotal, Flag, Rials
from ..machine.articles import article
from ..outcomes import Outcome
from ..rounding import portion
from .art_63 import last_wage_daily
from .rows import (
    DRIVERS,
    UNPAID_LEAVE,
    VOLUNTARY,
    WORK_ENDED,
    LastPay,
    Sickness,
    SicknessDue,
    SicknessRight,
)

HAND_ON = 0


@article("59", law="ssl", in_force=("1354-07-01", None), headline="is_entitled",
         source="Art. 59 as printed by dadteam.ir and dadfaran.com; Art. 64 as remembered; drivers: C-DRV; "
                "who is outside: SSPTW10, iran-eng.ir")  # fmt: skip
def sickness_right(case: Sickness, law) -> SicknessRight:
    """Whether days of rest are paid; the first bar that is met is named.

    That work went on, or leave was paid, when it began is asked for illness only: Art. 59 does
    not ask it of an accident. An accident after the work had ended goes to a person.
    """
    days_apart = case.days_in_hospital + case.days_travel
    if case.days_rest == 0 or days_apart > case.days_rest:
        return SicknessRight(0, Outcome.UNKNOWN)
    if case.scheme >= VOLUNTARY:
        return SicknessRight(0, Outcome.SHORT_TERM_NOT_IN_SCHEME)
    if case.is_employer_obliged == 1:
        return SicknessRight(0, Outcome.SICKNESS_EMPLOYER_PAYS)
    if case.is_accident == 1 and case.work_at_start == WORK_ENDED:
        return SicknessRight(0, Outcome.UNKNOWN)
    if case.work_at_start == WORK_ENDED:
        return SicknessRight(0, Outcome.SICKNESS_WORK_HAD_ENDED)
    if case.is_accident == 0 and case.work_at_start == UNPAID_LEAVE:
        return SicknessRight(0, Outcome.SICKNESS_ON_UNPAID_LEAVE)
    if case.is_working == 1:
        return SicknessRight(0, Outcome.SICKNESS_WORKING)
    if case.is_wage_paid == 1:
        return SicknessRight(0, Outcome.SICKNESS_WAGE_PAID)
    if case.scheme == DRIVERS and case.is_premium_paid == 0:
        return SicknessRight(0, Outcome.SICKNESS_DRIVER_PREMIUM_UNPAID)
    if case.scheme == DRIVERS and case.is_card_valid == 0:
        return SicknessRight(0, Outcome.SICKNESS_DRIVER_CARD_INVALID)
    return sickness_lasts(case, law)


@article("62", law="ssl", clause="2", in_force=("1354-07-01", None), headline="is_entitled",
         source="Art. 62 as printed by neginhesabetus.ir")  # fmt: skip
def sickness_lasts(case: Sickness, law) -> SicknessRight:
    """Days after fitness or total disability was found are not paid; there is no longest time.

    Days of a maternity leave have their own compensation: one wage is not replaced twice.
    """
    if case.is_found_fit == 1:
        return SicknessRight(0, Outcome.SICKNESS_FOUND_FIT)
    if case.is_found_disabled == 1:
        return SicknessRight(0, Outcome.SICKNESS_FOUND_DISABLED)
    if case.is_on_maternity_leave == 1 and law.sickness_on_maternity_leave == HAND_ON:
        return SicknessRight(0, Outcome.UNKNOWN)
    if case.is_on_maternity_leave == 1:
        return SicknessRight(0, Outcome.SICKNESS_ON_MATERNITY_LEAVE)
    return SicknessRight(1, Outcome.SICKNESS_PAID)


@article("62", law="ssl", clause="1", in_force=("1354-07-01", None),
         source="Art. 62 as printed by neginhesabetus.ir")  # fmt: skip
def sickness_days_waited(case: Sickness, law) -> DaysTotal:
    """Days of rest at home that pass before payment begins; none after an accident or in hospital."""
    if case.is_accident == 1 or case.days_in_hospital > 0:
        return 0
    days_left = max(law.sickness_waiting_days - case.days_before, 0)
    return min(days_left, case.days_rest)


@article("62", law="ssl", clause="3_4", in_force=("1354-07-01", None),
         source="Art. 62 as printed by neginhesabetus.ir")  # fmt: skip
def sickness_compensation(wage: Rials, dependants_count: Count, is_hospital_paid: Flag, law) -> Rials:
    """The part of a wage that sickness compensation replaces."""
    if dependants_count > 0:
        return portion(wage, law.rate_sickness_with_dependants, law.rounding_short_term)
    if is_hospital_paid == 1:
        return portion(wage, law.rate_sickness_in_hospital, law.rounding_short_term)
    return portion(wage, law.rate_sickness_alone, law.rounding_short_term)


@article("62", law="ssl", in_force=("1354-07-01", None), headline="amount",
         source="Art. 62 as printed by neginhesabetus.ir")  # fmt: skip
def sickness_due(pay: LastPay, case: Sickness, law) -> SicknessDue:
    """What days of rest are paid; each kind of day is rounded once, on its sum."""
    right = sickness_right(case, law)
    if right.outcome != Outcome.SICKNESS_PAID:
        return SicknessDue(0, 0, 0, 0, 0, 0, right.outcome)
    wage = last_wage_daily(pay, law)
    if wage.outcome == Outcome.UNKNOWN:
        return SicknessDue(0, 0, 0, 0, 0, 0, Outcome.UNKNOWN)
    days_waited = sickness_days_waited(case, law)
    days_paid = case.days_rest - days_waited
    if days_paid == 0 and case.days_travel == 0:
        return SicknessDue(0, wage.wage_daily, 0, 0, 0, 0, Outcome.SICKNESS_WAITING_DAYS)
    days_home = days_paid - case.days_in_hospital
    amount_home = sickness_compensation(wage.wage_daily * days_home, case.dependants_count, 0, law)
    amount_hospital = 0
    if case.days_in_hospital > 0:
        amount_hospital = sickness_compensation(
            wage.wage_daily * case.days_in_hospital, case.dependants_count, case.is_hospital_paid, law
        )
    amount_travel = 0
    if case.days_travel > 0:
        amount_stay = sickness_compensation(wage.wage_daily * case.days_travel, case.dependants_count, 0, law)
        amount_travel = portion(amount_stay, law.rate_sickness_travel, law.rounding_short_term)
    amount = amount_home + amount_hospital + amount_travel
    return SicknessDue(amount, wage.wage_daily, days_paid, amount_home, amount_hospital, amount_travel, Outcome.SICKNESS_PAID)
