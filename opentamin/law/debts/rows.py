"""Facts the articles on debts take, and answers they give. Amounts are rials, days are day numbers."""

from typing import Annotated, NamedTuple

from ..kinds import Code, DayNumber, Flag, Kind, Months, Rials, RialsMonthly, one_of
from ..outcomes import Outcome

ListState = one_of("list_state", "given", "absent", "out_of_form")
GIVEN, ABSENT, OUT_OF_FORM = 0, 1, 2

# A number of instalments; ten years of them keep the interest of the greatest debt inside 64 bits.
Instalments = Annotated[int, Kind("int16", 0, 120, "count")]


class LateMonth(NamedTuple):
    """One month's list and premium against their last day.

    ``premium`` is all but the unemployment premium: worker and employer share, and that of hazardous work. The two
    ``…_unpaid`` are what was open after ``due_day``; ``list_day`` the day of a list that was given; ``day`` the day
    of payment, or the day up to which the debt is reckoned.
    """

    premium: Rials
    unemployment: Rials
    premium_unpaid: Rials
    unemployment_unpaid: Rials
    due_day: DayNumber
    list_state: ListState  # type: ignore[valid-type]
    list_day: DayNumber
    day: DayNumber


class ListPenalty(NamedTuple):
    """Penalty of a list, once, and what it was taken on."""

    penalty_base: Rials
    list_penalty: Rials
    outcome: Code = Outcome.LIST_IN_TIME


class LatePremium(NamedTuple):
    """Penalty of a late premium: so much for each month."""

    months_late: Months
    penalty_monthly: Rials
    late_penalty: Rials
    outcome: Code = Outcome.PREMIUM_IN_TIME


class MonthDebt(NamedTuple):
    """What one month owes: what was unpaid, and both penalties."""

    principal: Rials
    list_penalty: Rials
    late_penalty: Rials
    penalties: Rials
    due_total: Rials
    outcome: Code = Outcome.MONTH_WITHOUT_PENALTY


class RemissionAsked(NamedTuple):
    """A debtor's penalties and how the debt is being paid."""

    penalties: Rials
    is_writ_issued: Flag
    is_paid_in_full: Flag
    is_on_instalments: Flag = 0
    is_instalment_missed: Flag = 0


class Remission(NamedTuple):
    """Penalties forgiven, and those that stay."""

    remitted: Rials
    penalties_left: Rials
    outcome: Code = Outcome.PENALTY_REMITTED


class DifferenceFound(NamedTuple):
    """A difference the organisation found in a list it had received."""

    difference: Rials
    received_day: DayNumber
    found_day: DayNumber
    is_upheld: Flag


class DifferenceDamages(NamedTuple):
    """Damages on a difference that a board upheld."""

    damages: Rials
    due_total: Rials
    outcome: Code = Outcome.DIFFERENCE_DAMAGES


class ShareDeducted(NamedTuple):
    """The worker share of a pay day, and the part the employer took from the pay."""

    worker_share: Rials
    deducted: Rials


class ShareBorne(NamedTuple):
    """What the employer remits of the worker share, and what of it falls on itself."""

    remitted: Rials
    borne_by_employer: Rials
    outcome: Code = Outcome.SHARE_WAS_DEDUCTED


class InstalmentPlan(NamedTuple):
    """A debt to be paid in monthly instalments."""

    debt: Rials
    instalments_count: Instalments
    is_board_leave: Flag = 0


class PlanGranted(NamedTuple):
    """A plan with the sum of its interest."""

    interest_total: Rials
    due_total: Rials
    outcome: Code = Outcome.INSTALMENTS_GRANTED


class InstalmentAsked(NamedTuple):
    """One instalment of a plan, the first being 1."""

    debt: Rials
    instalments_count: Instalments
    instalment: Instalments


class Instalment(NamedTuple):
    """One instalment: part of the debt, interest on what was open before it, and what is open after it."""

    principal: Rials
    interest: Rials
    payment: Rials
    balance: Rials
    outcome: Code = Outcome.INSTALMENT_RECKONED


class PlanState(NamedTuple):
    """Where a plan stands: how many instalments were paid, and whether one was missed."""

    debt: Rials
    instalments_count: Instalments
    instalments_paid: Instalments
    is_instalment_missed: Flag


class PlanBalance(NamedTuple):
    """What is open of the debt, and what of it is due at once."""

    balance: Rials
    due_at_once: Rials
    outcome: Code = Outcome.INSTALMENTS_STAND


class OnlinePlan(NamedTuple):
    """A plan asked for on the portal: the debt and what is paid down at once."""

    debt: Rials
    down_payment: Rials


class OnlinePlanAnswer(NamedTuple):
    """Whether the portal takes the plan, and the debt that is then paid by instalments."""

    debt_by_instalments: Rials
    outcome: Code = Outcome.ONLINE_PLAN_OPEN


class DebtState(NamedTuple):
    """Where a debt stands on its way to enforcement; ``service_day`` is that of the writ."""

    is_final: Flag
    is_on_instalments: Flag
    is_instalment_missed: Flag
    is_writ_served: Flag
    service_day: DayNumber
    day: DayNumber


class Enforceable(NamedTuple):
    """Whether property may be seized for the debt."""

    is_enforceable: Flag
    outcome: Code = Outcome.DEBT_ENFORCEABLE


class SeizedIncome(NamedTuple):
    """The wage or the pension of a debtor."""

    income_monthly: RialsMonthly
    is_pension: Flag
    is_married: Flag
