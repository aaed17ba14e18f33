"""The law of cash penalties of 1373-05-09, as amended on 1387-04-08: late lists and late premiums."""

from ..kinds import Rials
from ..machine.articles import article
from ..outcomes import Outcome
from ..rounding import portion
from .counting import months_of_delay
from .rows import ABSENT, GIVEN, LateMonth, LatePremium, ListPenalty, MonthDebt

PREMIUM_ONLY, WITH_UNEMPLOYMENT = 0, 1


@article("1", law="penalties", clause="note_1", in_force=("1373-05-09", None), source="PEN73")
def list_penalty_base(month: LateMonth, law) -> Rials:
    """The premium of the month a list's penalty is taken on."""
    if law.list_penalty_counts == WITH_UNEMPLOYMENT:
        return month.premium + month.unemployment
    return month.premium


@article("1", law="penalties", in_force=("1373-05-09", "1387-04-08"), source="text before 1387, its first two steps")
def list_penalty_amount(penalty_base: Rials, law) -> Rials:
    """Before 1387: a percentage by steps of the month's premium; the higher steps were not found."""
    if penalty_base <= law.list_penalty_step_first:
        return portion(penalty_base, law.list_penalty_rate_first, law.rounding_penalty)
    if penalty_base <= law.list_penalty_step_second:
        return portion(penalty_base, law.list_penalty_rate_second, law.rounding_penalty)
    return portion(penalty_base, law.list_penalty_rate_above, law.rounding_penalty)


@list_penalty_amount.amended("1", law="penalties", clause="note_1", in_force=("1387-04-08", None), source="PEN73")
def list_penalty_amount_since_1387(penalty_base: Rials, law) -> Rials:
    """One percentage of the month's premium, once."""
    return portion(penalty_base, law.list_penalty_rate, law.rounding_penalty)


@article("1", law="penalties", in_force=("1373-05-09", None), headline="list_penalty", source="PEN73")
def list_penalty(month: LateMonth, law) -> ListPenalty:
    """Penalty of a list that is late, absent or not in the agreed form.

    A list given after the day asked is for a person to judge.
    """
    outcome = Outcome.LIST_LATE
    if month.list_state == GIVEN:
        if month.list_day <= month.due_day:
            return ListPenalty(0, 0, Outcome.LIST_IN_TIME)
        if month.list_day > month.day:
            return ListPenalty(0, 0, Outcome.UNKNOWN)
    else:
        if month.day <= month.due_day:
            return ListPenalty(0, 0, Outcome.LIST_NOT_YET_DUE)
        outcome = Outcome.LIST_OUT_OF_FORM
        if month.list_state == ABSENT:
            outcome = Outcome.LIST_ABSENT
    penalty_base = list_penalty_base(month, law)
    penalty = list_penalty_amount(penalty_base, law)
    return ListPenalty(penalty_base, penalty, outcome)


@article("1", law="penalties", clause="note_2", in_force=("1373-05-09", None), headline="late_penalty", source="PEN73")
def late_premium_penalty(month: LateMonth, law) -> LatePremium:
    """Penalty of premium and unemployment premium not paid in time: a percentage for each month of delay."""
    unpaid = month.premium_unpaid + month.unemployment_unpaid
    if unpaid == 0 or month.day <= month.due_day:
        return LatePremium(0, 0, 0, Outcome.PREMIUM_IN_TIME)
    months_late = months_of_delay(month.due_day, month.day, law.part_of_month)
    penalty_monthly = portion(unpaid, law.late_premium_rate, law.rounding_penalty)
    late_penalty = penalty_monthly * months_late
    return LatePremium(months_late, penalty_monthly, late_penalty, Outcome.PREMIUM_LATE)


@article("1", law="penalties", in_force=("1373-05-09", None), headline="due_total", source="PEN73")
def debt_of_month(month: LateMonth, law) -> MonthDebt:
    """What one month owes on the day asked: what was unpaid, the penalty of the list and that of the delay.

    More unpaid than was due is for a person to judge.
    """
    if month.premium_unpaid > month.premium or month.unemployment_unpaid > month.unemployment:
        return MonthDebt(0, 0, 0, 0, 0, Outcome.UNKNOWN)
    of_list = list_penalty(month, law)
    of_delay = late_premium_penalty(month, law)
    if of_list.outcome == Outcome.UNKNOWN:
        return MonthDebt(0, 0, 0, 0, 0, Outcome.UNKNOWN)
    principal = month.premium_unpaid + month.unemployment_unpaid
    penalties = of_list.list_penalty + of_delay.late_penalty
    due_total = principal + penalties
    outcome = Outcome.MONTH_WITHOUT_PENALTY
    if of_list.list_penalty > 0 and of_delay.late_penalty > 0:
        outcome = Outcome.MONTH_BOTH_LATE
    elif of_list.list_penalty > 0:
        outcome = Outcome.MONTH_LIST_FAULTY
    elif of_delay.late_penalty > 0:
        outcome = Outcome.MONTH_PREMIUM_LATE
    return MonthDebt(principal, of_list.list_penalty, of_delay.late_penalty, penalties, due_total, outcome)
