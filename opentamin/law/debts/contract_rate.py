"""Contract rates: the decision of 1370-01-24 under Art. 41, and the organisation's circular on contractors."""

from ..kinds import Rials
from ..machine.articles import article
from ..outcomes import Outcome
from ..rounding import portion
from .contract_rows import (
    FIXED_WORKSHOP,
    GEOTECHNICS,
    HOUSING_CONSULTANT,
    HOUSING_CONTRACTOR,
    LABOUR_ONLY,
    MANAGEMENT,
    PART_MANUAL,
    PART_OF_MATERIALS,
    RATE_FREE_TRADE,
    STATE_CONSULTANT,
    STATE_CONTRACTOR,
    SUPERVISION,
    SURVEY,
    ContractBills,
    ContractPremium,
    ContractWork,
    GrossWork,
)

BY_RATE, BY_LISTS = 0, 1
INSIDE, OUTSIDE = 0, 1
NOT_ADDED, AS_STATE = 0, 1


@article("38", law="ssl", in_force=("1370-01-24", None), headline="gross", source="C-CON")
def gross_work_done(bills: ContractBills, law) -> GrossWork:
    """Gross work done: fines stay in it, value-added tax and equipment bought abroad are out.

    Parts beyond what was paid are for a person to judge.
    """
    left_out = bills.value_added_tax + bills.equipment_abroad
    if left_out > bills.paid:
        return GrossWork(0, Outcome.UNKNOWN)
    gross = bills.paid + bills.fines - left_out
    return GrossWork(gross, Outcome.GROSS_COUNTED)


@article("3", law="contract_decision", in_force=("1370-01-24", None), source="C-CON")
def contract_base(work: ContractWork, law) -> Rials:
    """What the rate is taken on: the gross, and the value of materials where the assigner gave a part of them."""
    if work.contract_kind == PART_OF_MATERIALS:
        return work.gross + work.materials_by_assigner
    return work.gross


@article("4", law="contract_decision", in_force=("1370-01-24", None), source="C-CON")
def manual_work(work: ContractWork, law) -> Rials:
    """The part of the gross that bears the rate of manual work."""
    if work.contract_kind == LABOUR_ONLY or work.contract_kind == MANAGEMENT:
        return work.gross
    if work.contract_kind == PART_MANUAL:
        return work.manual_part
    if work.contract_kind == SURVEY:
        return portion(work.gross, law.manual_share_survey, law.rounding_contract)
    if work.contract_kind == GEOTECHNICS:
        return portion(work.gross, law.manual_share_geotechnics, law.rounding_contract)
    if work.contract_kind == SUPERVISION:
        return portion(work.gross, law.manual_share_supervision, law.rounding_contract)
    return 0


@article("2", law="contract_decision", in_force=("1370-01-24", None), headline="premium_total", source="C-CON")
def ordinary_contract_premium(work: ContractWork, law) -> ContractPremium:
    """Ordinary contracts: one rate on manual work, another on the rest, and a ninth of both for unemployment."""
    base = contract_base(work, law)
    manual = manual_work(work, law)
    rest = base - manual
    premium_manual = portion(manual, law.contract_rate_manual, law.rounding_contract)
    premium_rest = portion(rest, law.contract_rate_mechanical, law.rounding_contract)
    premium = premium_manual + premium_rest
    unemployment = portion(premium, law.contract_unemployment_part, law.rounding_contract)
    premium_total = premium + unemployment
    return ContractPremium(premium, unemployment, premium_total, 0, premium_total, Outcome.CONTRACT_RATE)


@article("38", law="ssl", in_force=("1370-01-24", None), headline="premium_total", source="C-CON")
def state_contract_premium(work: ContractWork, law) -> ContractPremium:
    """State development contracts: by the price list of the Plan Organisation, and out of a public development budget."""
    if work.is_price_list == 0:
        return ContractPremium(0, 0, 0, 0, 0, Outcome.CONTRACT_NOT_BY_PRICE_LIST)
    if work.is_development_budget == 0:
        return ContractPremium(0, 0, 0, 0, 0, Outcome.CONTRACT_WITHOUT_DEVELOPMENT_BUDGET)
    if work.is_subcontract == 1:
        return ContractPremium(0, 0, 0, 0, 0, Outcome.CONTRACT_UNDER_STATE_CONTRACT)
    if work.contract_kind == STATE_CONTRACTOR:
        premium = portion(work.gross, law.state_rate_contractor, law.rounding_contract)
        unemployment = portion(work.gross, law.state_unemployment_contractor, law.rounding_contract)
        from_budget = portion(work.gross, law.state_budget_contractor, law.rounding_contract)
    else:
        premium = portion(work.gross, law.state_rate_consultant, law.rounding_contract)
        unemployment = portion(work.gross, law.state_unemployment_consultant, law.rounding_contract)
        from_budget = portion(work.gross, law.state_budget_consultant, law.rounding_contract)
    premium_total = premium + unemployment
    from_contractor = premium_total - from_budget
    return ContractPremium(premium, unemployment, premium_total, from_budget, from_contractor, Outcome.CONTRACT_STATE_RATE)


@article("38", law="ssl", in_force=("1370-01-24", None), headline="premium_total", source="C-CON")
def housing_contract_premium(work: ContractWork, law) -> ContractPremium:
    """Contracts of the Housing Foundation: the rates of state contracts without a part of the budget."""
    unemployment = 0
    if work.contract_kind == HOUSING_CONTRACTOR:
        premium = portion(work.gross, law.housing_rate_contractor, law.rounding_contract)
        if law.housing_unemployment == AS_STATE:
            unemployment = portion(work.gross, law.state_unemployment_contractor, law.rounding_contract)
    else:
        premium = portion(work.gross, law.housing_rate_consultant, law.rounding_contract)
        if law.housing_unemployment == AS_STATE:
            unemployment = portion(work.gross, law.state_unemployment_consultant, law.rounding_contract)
    premium_total = premium + unemployment
    return ContractPremium(premium, unemployment, premium_total, 0, premium_total, Outcome.CONTRACT_RATE)


@article("38", law="ssl", in_force=("1370-01-24", None), headline="premium_total", source="C-CON")
def contract_premium(work: ContractWork, law) -> ContractPremium:
    """Premium of a contract by its rate.

    None is due by a rate from whoever works alone, from fixed workshops and the trades named with them: those are
    assessed by lists and inspection. No gross, or more manual work than gross, is for a person to judge.
    """
    if work.gross == 0 or work.manual_part > work.gross:
        return ContractPremium(0, 0, 0, 0, 0, Outcome.UNKNOWN)
    if work.is_working_alone == 1 and law.sole_contractor == OUTSIDE:
        return ContractPremium(0, 0, 0, 0, 0, Outcome.CONTRACT_OF_SOLE_WORKER)
    if work.contract_kind == FIXED_WORKSHOP and law.fixed_workshops == BY_LISTS:
        return ContractPremium(0, 0, 0, 0, 0, Outcome.CONTRACT_BY_LISTS)
    if work.contract_kind == RATE_FREE_TRADE and law.rate_free_trades == BY_LISTS:
        return ContractPremium(0, 0, 0, 0, 0, Outcome.CONTRACT_BY_LISTS)
    if work.contract_kind == STATE_CONTRACTOR or work.contract_kind == STATE_CONSULTANT:
        return state_contract_premium(work, law)
    if work.contract_kind == HOUSING_CONTRACTOR or work.contract_kind == HOUSING_CONSULTANT:
        return housing_contract_premium(work, law)
    by_rate = ordinary_contract_premium(work, law)
    outcome = by_rate.outcome
    if work.contract_kind == LABOUR_ONLY and work.is_wages_proved == 1:
        wages_doubted = portion(work.gross, law.wages_doubted_under, law.rounding_contract)
        if work.wages_proved < wages_doubted:
            outcome = Outcome.CONTRACT_RATE_TO_REVIEW
    return ContractPremium(
        by_rate.premium, by_rate.unemployment, by_rate.premium_total, 0, by_rate.from_contractor, outcome
    )  # fmt: skip
