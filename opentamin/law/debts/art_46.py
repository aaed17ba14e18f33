"""Art. 46: a debt by monthly instalments, with interest on the balance."""

from ..machine.articles import article
from ..outcomes import Outcome
from ..rounding import portion
from .counting import interest_on_balances, month_of_yearly, part_up_to
from .rows import (
    Instalment,
    InstalmentAsked,
    InstalmentPlan,
    OnlinePlan,
    OnlinePlanAnswer,
    PlanBalance,
    PlanGranted,
    PlanState,
)

EQUAL_PRINCIPAL, EQUAL_PAYMENT = 0, 1


@article("46", law="ssl", in_force=("1354-07-01", None), headline="payment", source="ART")
def instalment_payment(asked: InstalmentAsked, law) -> Instalment:
    """One instalment: its part of the debt and its interest.

    Parts and interest add up exactly. With equal parts of the debt each bears the interest of a month on what was open
    before it; with equal payments the same interest is spread evenly. An instalment outside the plan is for a person.
    """
    if asked.instalment == 0 or asked.instalment > asked.instalments_count:
        return Instalment(0, 0, 0, 0, Outcome.UNKNOWN)
    before = part_up_to(asked.debt, asked.instalments_count, asked.instalment - 1, law.rounding_instalment)
    after = part_up_to(asked.debt, asked.instalments_count, asked.instalment, law.rounding_instalment)
    principal = after - before
    balance_before = asked.debt - before
    if law.instalment_method == EQUAL_PRINCIPAL:
        interest = month_of_yearly(balance_before, law.instalment_interest, law.rounding_instalment)
    else:
        interest_total = interest_on_balances(asked.debt, asked.instalments_count, law.instalment_interest, law.rounding_instalment)
        interest_before = part_up_to(interest_total, asked.instalments_count, asked.instalment - 1, law.rounding_instalment)
        interest_after = part_up_to(interest_total, asked.instalments_count, asked.instalment, law.rounding_instalment)
        interest = interest_after - interest_before
    payment = principal + interest
    balance = asked.debt - after
    return Instalment(principal, interest, payment, balance, Outcome.INSTALMENT_RECKONED)


@article("46", law="ssl", in_force=("1354-07-01", None), headline="due_total", source="ART")
def instalment_plan(plan: InstalmentPlan, law) -> PlanGranted:
    """All a plan comes to; more instalments than the article allows only the board of directors grants.

    A plan of no debt or no instalment is for a person to judge.
    """
    if plan.debt == 0 or plan.instalments_count == 0:
        return PlanGranted(0, 0, Outcome.UNKNOWN)
    outcome = Outcome.INSTALMENTS_GRANTED
    if plan.instalments_count > law.instalments_most:
        if plan.is_board_leave == 0:
            return PlanGranted(0, 0, Outcome.INSTALMENTS_TOO_MANY)
        outcome = Outcome.INSTALMENTS_BY_BOARD
    interest_total = 0
    for place in range(plan.instalments_count):
        one = instalment_payment(InstalmentAsked(plan.debt, plan.instalments_count, place + 1), law)
        interest_total += one.interest
    due_total = plan.debt + interest_total
    return PlanGranted(interest_total, due_total, outcome)


@article("46", law="ssl", in_force=("1354-07-01", None), headline="due_at_once", source="ART")
def instalment_missed(state: PlanState, law) -> PlanBalance:
    """What is open of the debt; one missed instalment makes all of it due at once."""
    if state.instalments_count == 0 or state.instalments_paid > state.instalments_count:
        return PlanBalance(0, 0, Outcome.UNKNOWN)
    paid = part_up_to(state.debt, state.instalments_count, state.instalments_paid, law.rounding_instalment)
    balance = state.debt - paid
    if state.is_instalment_missed == 1:
        if balance == 0:
            return PlanBalance(0, 0, Outcome.UNKNOWN)
        return PlanBalance(balance, balance, Outcome.INSTALMENTS_ALL_DUE)
    return PlanBalance(balance, 0, Outcome.INSTALMENTS_STAND)


@article("", law="practice", in_force=("1401-01-01", None), headline="debt_by_instalments",
         source="APP; circular 6791/1401/1000, its day not read")  # fmt: skip
def online_plan(plan: OnlinePlan, law) -> OnlinePlanAnswer:
    """Whether the portal takes a plan: a debt of some size, and a down payment between two shares of it."""
    if plan.debt < law.online_plan_debt_least:
        return OnlinePlanAnswer(0, Outcome.ONLINE_PLAN_DEBT_TOO_SMALL)
    down_least = portion(plan.debt, law.online_plan_down_least, law.rounding_instalment)
    if plan.down_payment < down_least:
        return OnlinePlanAnswer(0, Outcome.ONLINE_PLAN_DOWN_TOO_LOW)
    down_most = portion(plan.debt, law.online_plan_down_most, law.rounding_instalment)
    if plan.down_payment > down_most:
        return OnlinePlanAnswer(0, Outcome.ONLINE_PLAN_DOWN_TOO_HIGH)
    debt_by_instalments = plan.debt - plan.down_payment
    return OnlinePlanAnswer(debt_by_instalments, Outcome.ONLINE_PLAN_OPEN)
