"""Chapter on debts: penalties, remission, contracts for work, instalments and enforcement."""

from .art_36 import undeducted_share
from .art_37 import transferee_liability
from .art_38 import (
    assigner_liability,
    contract_clearance,
    contract_due,
    contract_retention,
    contracts_apart,
    deposit_repaid,
    uncleared_contract,
)
from .art_46 import instalment_missed, instalment_payment, instalment_plan, online_plan
from .art_50 import debt_enforceable, seizable_income, seizure_amount, writ_last_day
from .art_101 import difference_damages
from .contract_rate import (
    contract_base,
    contract_premium,
    gross_work_done,
    housing_contract_premium,
    manual_work,
    ordinary_contract_premium,
    state_contract_premium,
)
from .contract_rows import (
    AssignerPaid,
    BusinessTransfer,
    ClearanceAnswer,
    ClearanceAsked,
    ContractBills,
    ContractDue,
    ContractEnded,
    ContractPremium,
    ContractsApart,
    ContractWork,
    GrossWork,
    Liability,
    ReportDuty,
    Retention,
)
from .late import debt_of_month, late_premium_penalty, list_penalty, list_penalty_amount, list_penalty_base
from .remission import penalty_remission
from .rows import (
    DebtState,
    DifferenceDamages,
    DifferenceFound,
    Enforceable,
    Instalment,
    InstalmentAsked,
    InstalmentPlan,
    LateMonth,
    LatePremium,
    ListPenalty,
    MonthDebt,
    OnlinePlan,
    OnlinePlanAnswer,
    PlanBalance,
    PlanGranted,
    PlanState,
    Remission,
    RemissionAsked,
    SeizedIncome,
    ShareBorne,
    ShareDeducted,
)

__all__ = [
    "AssignerPaid", "BusinessTransfer", "ClearanceAnswer", "ClearanceAsked", "ContractBills", "ContractDue",
    "ContractEnded", "ContractPremium", "ContractWork", "ContractsApart", "DebtState", "DifferenceDamages",
    "DifferenceFound", "Enforceable", "GrossWork", "Instalment", "InstalmentAsked", "InstalmentPlan", "LateMonth",
    "LatePremium", "Liability", "ListPenalty", "MonthDebt", "OnlinePlan", "OnlinePlanAnswer", "PlanBalance",
    "PlanGranted", "PlanState", "Remission", "RemissionAsked", "ReportDuty", "Retention", "SeizedIncome", "ShareBorne",
    "ShareDeducted", "assigner_liability", "contract_base", "contract_clearance", "contract_due", "contract_premium",
    "contract_retention", "contracts_apart", "debt_enforceable", "debt_of_month", "deposit_repaid",
    "difference_damages", "gross_work_done", "housing_contract_premium", "instalment_missed", "instalment_payment",
    "instalment_plan", "late_premium_penalty", "list_penalty", "list_penalty_amount", "list_penalty_base",
    "manual_work", "online_plan", "ordinary_contract_premium", "penalty_remission", "seizable_income",
    "seizure_amount", "state_contract_premium", "transferee_liability", "uncleared_contract", "undeducted_share",
    "writ_last_day",
]  # fmt: skip
