"""Facts and answers of contracts for work (Art. 38). Amounts are rials."""

from typing import NamedTuple

from ..kinds import Code, DayNumber, Flag, Rials, one_of
from ..outcomes import Outcome

ContractKind = one_of(
    "contract_kind", "materials_by_contractor", "labour_only", "mechanical", "part_of_materials", "part_manual", "survey",
    "geotechnics", "supervision", "management", "research", "state_contractor", "state_consultant", "housing_contractor",
    "housing_consultant", "fixed_workshop", "rate_free_trade",
)  # fmt: skip
MATERIALS_BY_CONTRACTOR, LABOUR_ONLY, MECHANICAL, PART_OF_MATERIALS, PART_MANUAL, SURVEY = 0, 1, 2, 3, 4, 5
GEOTECHNICS, SUPERVISION, MANAGEMENT, RESEARCH, STATE_CONTRACTOR, STATE_CONSULTANT = 6, 7, 8, 9, 10, 11
HOUSING_CONTRACTOR, HOUSING_CONSULTANT, FIXED_WORKSHOP, RATE_FREE_TRADE = 12, 13, 14, 15


class ContractBills(NamedTuple):
    """What was paid under a contract, as the bills have it.

    ``fines`` are what the assigner cut; ``value_added_tax`` and ``equipment_abroad`` (bought by letter of credit or
    proved import) are parts of ``paid``. Foreign money is turned into rials on each day of payment before it is given.
    """

    paid: Rials
    fines: Rials = 0
    value_added_tax: Rials = 0
    equipment_abroad: Rials = 0


class GrossWork(NamedTuple):
    """Gross work done, on which the rates are taken."""

    gross: Rials
    outcome: Code = Outcome.GROSS_COUNTED


class ContractWork(NamedTuple):
    """A contract for work, what was done under it and what lists have paid.

    ``manual_part`` is the part of the gross done by hand, asked of ``part_manual``; ``materials_by_assigner`` their value,
    asked of ``part_of_materials``. Both flags of a state contract must be met for its rates. ``is_subcontract`` says that
    the contractor works under another contractor.
    """

    contract_kind: ContractKind  # type: ignore[valid-type]
    gross: Rials
    manual_part: Rials = 0
    materials_by_assigner: Rials = 0
    is_price_list: Flag = 0
    is_development_budget: Flag = 0
    is_subcontract: Flag = 0
    is_working_alone: Flag = 0
    is_wages_proved: Flag = 0
    wages_proved: Rials = 0
    paid_by_lists: Rials = 0
    paid_by_subcontractors: Rials = 0


class ContractPremium(NamedTuple):
    """Premium of a contract by its rate, and who brings it: the state's budget, or the contractor out of its bills."""

    premium: Rials
    unemployment: Rials
    premium_total: Rials
    from_budget: Rials
    from_contractor: Rials
    outcome: Code = Outcome.CONTRACT_RATE


class ContractDue(NamedTuple):
    """What a contract still owes after the premium paid by lists."""

    premium_total: Rials
    paid_counted: Rials
    due: Rials
    surplus: Rials
    outcome: Code = Outcome.CONTRACT_DUE


class ContractsApart(NamedTuple):
    """Premium of two contracts taken apart, and what joining them would have added."""

    premium: Rials
    barred: Rials
    outcome: Code = Outcome.CONTRACTS_KEPT_APART


class Retention(NamedTuple):
    """What the assigner keeps back of a bill, and what it pays out."""

    kept_back: Rials
    paid_out: Rials


class ClearanceAsked(NamedTuple):
    """A contractor asks for the clearance certificate."""

    debt_open: Rials
    is_objecting: Flag = 0
    deposited: Rials = 0


class ClearanceAnswer(NamedTuple):
    """Whether the certificate is due, and what is missing for it."""

    is_clearance_due: Flag
    missing: Rials
    outcome: Code = Outcome.CLEARANCE_DUE


class AssignerPaid(NamedTuple):
    """What the assigner did with the money kept back."""

    debt_open: Rials
    is_clearance_shown: Flag
    is_last_paid: Flag


class Liability(NamedTuple):
    """What somebody else than the debtor answers for."""

    liable_for: Rials
    outcome: Code = Outcome.ASSIGNER_FREE_CLEARED


class ContractEnded(NamedTuple):
    """A contract that ended, and whether its certificate was shown."""

    ended_day: DayNumber
    day: DayNumber
    is_clearance_shown: Flag


class ReportDuty(NamedTuple):
    """Whether the assigner must report an uncleared contract, and between which days."""

    report_from_day: DayNumber
    report_last_day: DayNumber
    outcome: Code = Outcome.CONTRACT_YEAR_RUNS


class BusinessTransfer(NamedTuple):
    """A business changes hands; ``is_certificate_given`` says the organisation answered that nothing is owed."""

    debt_open: Rials
    is_certificate_given: Flag
