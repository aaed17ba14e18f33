"""The law of five workers (1361-12-16): the state pays the employer share of up to five.

Producing, industrial and technical workshops that use state services, of at most fifty
workers, since the start of 1362. The worker share, the unemployment premium and the
premium of hazardous work stay with the employer.
"""

from ..kinds import Days, Rials
from ..machine.articles import article
from ..outcomes import Outcome
from ..primitives import primitive
from .art_28 import employer_premium
from .limits import floor_of_days
from .rows import ListMonth, ReliefDue

LOWEST_PAY, HIGHEST_PAY, LIST_ORDER = 0, 1, 2
UNCAPPED, MINIMUM_WAGE = 0, 1
KEEPS_RELIEF, LOSES_MONTH = 0, 1
EACH_LIST, ONCE_A_MONTH = 0, 1


@primitive
def workers_at_work(days) -> int:
    """How many workers of a list have a day of work."""
    count = 0
    for worker in range(len(days)):
        if days[worker] > 0:
            count += 1
    return count


@primitive
def place_in_order(worker, days, wage_base, order) -> int:
    """Place (from 0) of a worker among those at work, by the order chosen.

    Workers of equal pay keep the order of the list.
    """
    place = 0
    for other in range(len(days)):
        if days[other] > 0:
            is_before = other < worker
            if order == LOWEST_PAY and wage_base[other] != wage_base[worker]:
                is_before = wage_base[other] < wage_base[worker]
            if order == HIGHEST_PAY and wage_base[other] != wage_base[worker]:
                is_before = wage_base[other] > wage_base[worker]
            if is_before:
                place += 1
    return place


@article("1", law="five", in_force=("1362-01-01", None))
def helped_wage(days: Days, wage_base: Rials, law) -> Rials:
    """Wage of one of the five on which the state pays the employer share."""
    if law.five_workers_pay_cap == MINIMUM_WAGE:
        return min(wage_base, floor_of_days(days, law))
    return wage_base


@article("1", law="five", in_force=("1362-01-01", None), absent=0)
def relief_of_five(days: list[Days], wage_base: list[Rials], law) -> Rials:
    """Total wage of a list on which the state pays the employer share.

    Nothing when more than the greatest number of workers are at work.
    """
    workers_count = workers_at_work(days)
    if workers_count > law.five_workers_workshop_max:
        return 0
    wage_relief = 0
    for worker in range(len(wage_base)):
        place = place_in_order(worker, days, wage_base, law.five_workers_order)
        if days[worker] > 0 and place < law.five_workers_covered:
            wage_relief += helped_wage(days[worker], wage_base[worker], law)
    return wage_relief


@article("1", law="five", in_force=("1362-01-01", None), headline="relief_state",
         absent=ReliefDue(0, 0, Outcome.RELIEF_NOT_IN_FORCE))  # fmt: skip
def relief_of_list(month: ListMonth, law) -> ReliefDue:
    """What the state pays of the employer share of one list.

    Help lost by a late list is kept in sight as ``relief_at_stake``: that rule is only
    recollected, so the amount may be prepared and may not be enforced on it alone.
    """
    if month.is_relief_activity == 0:
        return ReliefDue(0, 0, Outcome.RELIEF_NOT_LISTED)
    if month.workers_count > law.five_workers_workshop_max:
        return ReliefDue(0, 0, Outcome.RELIEF_TOO_MANY_WORKERS)
    if month.is_further_list == 1 and law.five_workers_further_list == ONCE_A_MONTH:
        return ReliefDue(0, 0, Outcome.RELIEF_GIVEN_BEFORE)
    wage_relief = min(month.wage_relief_total, month.wage_base_total)
    relief = employer_premium(wage_relief, law)
    if month.is_list_in_time == 0 and law.five_workers_late_list == LOSES_MONTH:
        return ReliefDue(0, relief, Outcome.RELIEF_WITHHELD_LATE)
    return ReliefDue(relief, 0, Outcome.RELIEF_GRANTED)
