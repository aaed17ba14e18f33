"""Facts the articles on short-term benefits take, and answers they give. Amounts are rials."""

from typing import NamedTuple

from ..kinds import (
    CareerDays,
    Code,
    Count,
    DayNumber,
    Days,
    DaysTotal,
    Flag,
    Rials,
    RialsDaily,
    RialsMonthly,
    one_of,
)
from ..outcomes import Outcome

Scheme = one_of("short_term_scheme", "compulsory", "drivers", "construction", "voluntary", "self_employed", "carpet_weavers")
# In this order: from construction workers on there is no marriage grant, from the voluntary on
# no compensation of wages either.
COMPULSORY, DRIVERS, CONSTRUCTION, VOLUNTARY, SELF_EMPLOYED, CARPET_WEAVERS = 0, 1, 2, 3, 4, 5
WorkAtStart = one_of("work_at_start", "at_work", "paid_leave", "unpaid_leave", "work_ended")
AT_WORK, PAID_LEAVE, UNPAID_LEAVE, WORK_ENDED = 0, 1, 2, 3


class LastPay(NamedTuple):
    """Wages that bore premium in the days Art. 63 looks back on, and the days worked in them.

    The sum is bounded like one month's, so that its products with days stay in 64 bits.
    """

    wages_sum: RialsMonthly
    days_worked: Days
    is_piece_worker: Flag = 0


class LastWage(NamedTuple):
    """The daily wage short-term benefits are reckoned on."""

    wage_daily: RialsDaily
    outcome: Code = Outcome.LAST_WAGE_PER_DAY_WORKED


class Sickness(NamedTuple):
    """Days of one medical rest that are asked for, all in one state.

    ``days_rest`` are all of them, ``days_in_hospital`` and ``days_travel`` (days of stay in
    another town as an out-patient) are among them; ``days_before`` are days of the same
    illness already rested. ``is_accident`` also stands for an occupational disease.
    """

    days_rest: DaysTotal
    days_in_hospital: DaysTotal = 0
    days_travel: DaysTotal = 0
    days_before: DaysTotal = 0
    dependants_count: Count = 0
    scheme: Scheme = COMPULSORY  # type: ignore[valid-type]
    work_at_start: WorkAtStart = AT_WORK  # type: ignore[valid-type]
    is_accident: Flag = 0
    is_hospital_paid: Flag = 1
    is_employer_obliged: Flag = 0
    is_working: Flag = 0
    is_wage_paid: Flag = 0
    is_found_fit: Flag = 0
    is_found_disabled: Flag = 0
    is_on_maternity_leave: Flag = 0
    is_premium_paid: Flag = 1
    is_card_valid: Flag = 1


class SicknessRight(NamedTuple):
    """Whether days of rest are paid by the organisation."""

    is_entitled: Flag
    outcome: Code = Outcome.SICKNESS_PAID


class SicknessDue(NamedTuple):
    """What days of rest are paid: at home, in hospital, and what a stay in another town adds."""

    amount: Rials
    wage_daily: RialsDaily
    days_paid: DaysTotal
    amount_home: Rials
    amount_hospital: Rials
    amount_travel: Rials
    outcome: Code = Outcome.SICKNESS_PAID


class Maternity(NamedTuple):
    """A leave around a birth: ``day`` is its first day, ``delivery_day`` the day of the birth.

    ``insured_days`` are days of premium in the year before the birth.
    """

    day: DayNumber
    delivery_day: DayNumber
    days_leave: DaysTotal
    insured_days: DaysTotal
    is_woman: Flag = 1
    children_born: Count = 1
    is_born_dead: Flag = 0
    is_nursing: Flag = 1
    scheme: Scheme = COMPULSORY  # type: ignore[valid-type]
    work_at_start: WorkAtStart = AT_WORK  # type: ignore[valid-type]
    is_state_staff: Flag = 0
    is_working: Flag = 0


class MaternityRight(NamedTuple):
    """Whether a leave is paid by the organisation, and the first day it may have had."""

    is_entitled: Flag
    leave_from: DayNumber
    outcome: Code = Outcome.MATERNITY_PAID


class MaternityPayer(NamedTuple):
    """Whether the organisation pays a leave."""

    is_paid_here: Flag
    outcome: Code = Outcome.MATERNITY_PAID


class MaternityLength(NamedTuple):
    """The most days of a leave."""

    days_most: DaysTotal
    outcome: Code = Outcome.MATERNITY_LENGTH_SET


class MaternityDue(NamedTuple):
    """What a leave is paid. ``wage_missing`` is the part of the wage Art. 67 does not replace."""

    amount: Rials
    wage_daily: RialsDaily
    days_paid: DaysTotal
    days_over: DaysTotal
    wage_missing: Rials
    outcome: Code = Outcome.MATERNITY_PAID


class Marriage(NamedTuple):
    """A marriage on ``day``: days of premium in the years before it, wages of the months averaged."""

    day: DayNumber
    insured_days: DaysTotal
    wages_sum: Rials
    scheme: Scheme = COMPULSORY  # type: ignore[valid-type]
    is_first_marriage: Flag = 1
    is_permanent: Flag = 1
    is_registered: Flag = 1
    is_work_ended: Flag = 0


class MarriageGrant(NamedTuple):
    """The grant, with the average and the minimum it was measured by."""

    amount: Rials
    average_monthly: RialsMonthly
    minimum_monthly: RialsMonthly
    outcome: Code = Outcome.MARRIAGE_GRANTED


class Child(NamedTuple):
    """A child on the day asked about."""

    day: DayNumber
    birth_day: DayNumber
    is_woman: Flag = 0
    has_work: Flag = 0
    is_married: Flag = 0
    is_student: Flag = 0
    is_unable_to_work: Flag = 0


class ChildCounted(NamedTuple):
    """Whether a child counts for the allowance."""

    is_counted: Flag
    outcome: Code = Outcome.CHILD_COUNTED


class Family(NamedTuple):
    """An insured worker's record and the children that each count."""

    record_days: CareerDays
    children_count: Count


class ChildAllowanceDue(NamedTuple):
    """Allowance of one month, and for how many children; the employer pays it."""

    amount: Rials
    children_paid: Count
    outcome: Code = Outcome.CHILD_ALLOWANCE_DUE


class Funeral(NamedTuple):
    """A death: was the deceased insured or a pensioner, and did the claimant bear the cost?"""

    is_insured: Flag = 1
    is_cost_borne: Flag = 1


class FuneralGrant(NamedTuple):
    """The grant towards a funeral."""

    amount: Rials
    outcome: Code = Outcome.FUNERAL_GRANTED


class Appliance(NamedTuple):
    """An orthosis or prosthesis asked for."""

    is_insured: Flag = 1
    is_prescribed: Flag = 1


class ApplianceGrant(NamedTuple):
    """The share the organisation pays; its tariff is not known to us, so it stays zero."""

    amount: Rials
    outcome: Code = Outcome.APPLIANCE_BY_TARIFF
