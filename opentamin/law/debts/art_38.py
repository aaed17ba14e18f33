"""Art. 38: what a contract still owes, what the assigner keeps back, and who answers without a clearance certificate."""

from ..days import add_months
from ..kinds import Flag, Rials
from ..machine.articles import article
from ..outcomes import Outcome
from ..rounding import portion
from .contract_rate import contract_premium
from .contract_rows import (
    AssignerPaid,
    ClearanceAnswer,
    ClearanceAsked,
    ContractDue,
    ContractEnded,
    ContractsApart,
    ContractWork,
    Liability,
    ReportDuty,
    Retention,
)

RATE_RULES, LISTS_RULE = 0, 1


@article("38", law="ssl", in_force=("1370-01-24", None), headline="due",
         source="C-CON; rulings 84/9 of 1384-01-14 and 10724 of 1398-10-22")  # fmt: skip
def contract_due(work: ContractWork, law) -> ContractDue:
    """What a contract still owes after the premium its own lists and its subcontractors have paid.

    Where they paid more than the rate asks, the lists rule and nothing goes back.
    """
    by_rate = contract_premium(work, law)
    if by_rate.premium_total == 0:
        return ContractDue(0, 0, 0, 0, by_rate.outcome)
    paid_counted = work.paid_by_lists + work.paid_by_subcontractors
    if paid_counted >= by_rate.premium_total:
        surplus = 0
        if law.lists_above_rate == RATE_RULES:
            surplus = paid_counted - by_rate.premium_total
        return ContractDue(by_rate.premium_total, paid_counted, 0, surplus, Outcome.CONTRACT_COVERED_BY_LISTS)
    due = by_rate.premium_total - paid_counted
    if by_rate.outcome == Outcome.CONTRACT_RATE_TO_REVIEW:
        return ContractDue(by_rate.premium_total, paid_counted, due, 0, Outcome.CONTRACT_RATE_TO_REVIEW)
    return ContractDue(by_rate.premium_total, paid_counted, due, 0, Outcome.CONTRACT_DUE)


@article("38", law="ssl", in_force=("1393-11-13", None), headline="premium", source="ruling 1847 of 1393-11-13")
def contracts_apart(premium_first: Rials, premium_second: Rials, premium_joined: Rials, law) -> ContractsApart:
    """Premium of two separate contracts, such as one for food and one for cooking it; they may not be joined."""
    premium = premium_first + premium_second
    barred = max(premium_joined - premium, 0)
    return ContractsApart(premium, barred, Outcome.CONTRACTS_KEPT_APART)


@article("38", law="ssl", in_force=("1354-07-01", None), headline="kept_back", source="C-CON")
def contract_retention(bill: Rials, is_last_instalment: Flag, law) -> Retention:
    """What the assigner keeps back until the certificate is shown: a share of each bill, and the last instalment wholly."""
    if is_last_instalment == 1:
        return Retention(bill, 0)
    kept_back = portion(bill, law.retention_rate, law.rounding_contract)
    return Retention(kept_back, bill - kept_back)


@article("38", law="ssl", in_force=("1399-12-20", None), headline="is_clearance_due", source="C-CON 66-4")
def contract_clearance(asked: ClearanceAsked, law) -> ClearanceAnswer:
    """Whether the clearance certificate is due: the debt is paid, or deposited while the contractor objects to it."""
    if asked.debt_open == 0:
        return ClearanceAnswer(1, 0, Outcome.CLEARANCE_DUE)
    if asked.is_objecting == 0:
        return ClearanceAnswer(0, asked.debt_open, Outcome.CLEARANCE_REFUSED_DEBT)
    if asked.deposited < asked.debt_open:
        missing = asked.debt_open - asked.deposited
        return ClearanceAnswer(0, missing, Outcome.CLEARANCE_REFUSED_DEPOSIT)
    return ClearanceAnswer(1, 0, Outcome.CLEARANCE_ON_DEPOSIT)


@article("38", law="ssl", in_force=("1399-12-20", None), source="C-CON 66-4")
def deposit_repaid(deposited: Rials, debt_final: Rials, law) -> Rials:
    """What of a deposit goes back to the contractor once the debt is final."""
    return max(deposited - debt_final, 0)


@article("38", law="ssl", in_force=("1354-07-01", None), headline="liable_for")
def assigner_liability(paid: AssignerPaid, law) -> Liability:
    """What the assigner answers for: the debt of the contractor, if it paid out without the certificate."""
    if paid.is_clearance_shown == 1:
        return Liability(0, Outcome.ASSIGNER_FREE_CLEARED)
    if paid.is_last_paid == 0:
        return Liability(0, Outcome.ASSIGNER_FREE_KEEPS_BACK)
    return Liability(paid.debt_open, Outcome.ASSIGNER_LIABLE)


@article("38", law="ssl", in_force=("1399-12-20", None), headline="report_last_day", source="C-CON")
def uncleared_contract(contract: ContractEnded, law) -> ReportDuty:
    """When the assigner reports a contract that stayed without certificate.

    A contract that ended after the day asked is for a person to judge.
    """
    report_from_day = add_months(contract.ended_day, law.clearance_wait_months)
    report_last_day = add_months(report_from_day, law.clearance_report_months)
    if contract.ended_day > contract.day:
        return ReportDuty(report_from_day, report_last_day, Outcome.UNKNOWN)
    if contract.is_clearance_shown == 1:
        return ReportDuty(report_from_day, report_last_day, Outcome.CONTRACT_CLEARED)
    if contract.day < report_from_day:
        return ReportDuty(report_from_day, report_last_day, Outcome.CONTRACT_YEAR_RUNS)
    if contract.day <= report_last_day:
        return ReportDuty(report_from_day, report_last_day, Outcome.CONTRACT_REPORT_DUE)
    return ReportDuty(report_from_day, report_last_day, Outcome.CONTRACT_REPORT_OVERDUE)
