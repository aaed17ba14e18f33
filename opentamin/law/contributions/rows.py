"""Facts the articles on contributions take, and answers they give. Amounts are rials."""

from typing import NamedTuple

from ..kinds import Code, Count, Days, DaysTotal, Flag, Rials
from ..outcomes import Outcome


class WorkerMonth(NamedTuple):
    """One worker's row in one monthly list."""

    days: Days
    days_in_month: Days
    wage_insurable: Rials
    is_unemployment_insured: Flag = 1
    is_hazardous: Flag = 0
    is_apprentice: Flag = 0


class WorkerDue(NamedTuple):
    """What the law makes of one worker's row."""

    wage_base: Rials
    worker_share: Rials
    wage_lifted: Rials
    wage_cut: Rials
    outcome: Code = Outcome.COUNTED


class AssessedWage(NamedTuple):
    """The wage that bears premium, and what was added to or cut from the one declared."""

    wage_base: Rials
    wage_lifted: Rials
    wage_cut: Rials
    outcome: Code = Outcome.COUNTED


class ListMonth(NamedTuple):
    """Totals of one monthly list."""

    wage_base_total: Rials
    wage_base_unemployment_total: Rials
    wage_base_hazardous_total: Rials
    worker_share_total: Rials
    wage_relief_total: Rials = 0
    workers_count: Count = 0
    is_relief_activity: Flag = 0
    is_list_in_time: Flag = 1
    is_further_list: Flag = 0


class ListDue(NamedTuple):
    """What one monthly list owes, and to whom each part falls.

    ``employer_share`` is the whole share of Art. 28. ``relief_state`` is the part of it
    the state pays and ``employer_share_own`` the rest. ``due_total`` is what the employer
    remits: worker share, own share, unemployment and hazardous premium.
    ``relief_at_stake`` is help withheld because the list was late.
    """

    employer_share: Rials
    relief_state: Rials
    unemployment: Rials
    hazardous: Rials
    state_share: Rials
    due_total: Rials
    employer_share_own: Rials = 0
    relief_at_stake: Rials = 0
    outcome: Code = Outcome.COUNTED


class ReliefDue(NamedTuple):
    """Help of the law of five workers for one list."""

    relief_state: Rials
    relief_at_stake: Rials
    outcome: Code = Outcome.RELIEF_GRANTED


class PayItems(NamedTuple):
    """A worker's pay of one month by kind."""

    days: Days
    wage_daily: Rials
    seniority_daily: Rials = 0
    housing: Rials = 0
    bon: Rials = 0
    marriage_allowance: Rials = 0
    overtime: Rials = 0
    other_continuing: Rials = 0
    special_allowance: Rials = 0
    child_allowance: Rials = 0
    year_end_bonus: Rials = 0
    severance: Rials = 0
    mission: Rials = 0
    leave_redemption: Rials = 0
    welfare: Rials = 0
    is_civil_service: Flag = 0


class InsurablePay(NamedTuple):
    """Pay split as the list form asks: MAH + MAZ = MASH, and TOTL with the exempt part."""

    wage_monthly: Rials
    benefits_insurable: Rials
    wage_insurable: Rials
    pay_exempt: Rials
    pay_total: Rials


class EmployersMonth(NamedTuple):
    """One person's month summed over all employers, each already assessed alone."""

    wage_base_sum: Rials
    days_sum: DaysTotal
    days_in_month: Days


class CountedWage(NamedTuple):
    """What of that month stands in the record, and what was paid above the ceiling."""

    wage_counted: Rials
    days_counted: Days
    wage_excess: Rials
    worker_share_excess: Rials
    outcome: Code = Outcome.COUNTED


class InsuredStatus(NamedTuple):
    """Why a worker may stand outside unemployment insurance."""

    is_foreign: Flag = 0
    is_retired: Flag = 0
    is_disabled_totally: Flag = 0
    is_insured_by_choice: Flag = 0
    is_board_member_on_request: Flag = 0


class UnemploymentCover(NamedTuple):
    """Whether the unemployment premium is due for a worker."""

    is_unemployment_insured: Flag
    outcome: Code = Outcome.COVERED


class MonthState(NamedTuple):
    """Where the list of a month stands."""

    is_list_accepted: Flag
    is_premium_paid: Flag = 0


class MonthCounted(NamedTuple):
    """Whether a month counts in the record of the insured."""

    is_counted: Flag
    outcome: Code = Outcome.MONTH_COUNTS
