"""Records of money that comes in."""

from .bank_account import BankAccount
from .bank_statement import BankStatement, StatementLine
from .credit_entry import CreditEntry
from .payment import DebitKind, Match, Payment, PaymentState
from .reconciliation import Reconciliation
from .refund import Refund, RefundState
from .slip import Slip

__all__ = [
    "BankAccount",
    "BankStatement",
    "CreditEntry",
    "DebitKind",
    "Match",
    "Payment",
    "PaymentState",
    "Reconciliation",
    "Refund",
    "RefundState",
    "Slip",
    "StatementLine",
]
