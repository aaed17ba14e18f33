"""The acts of money that comes in, in order: a slip, the bank's statement, whose it is, and back again where it must."""

from ..taking_back import CreditSpent
from .book_line import book_line
from .cancel_correction import cancel_correction
from .decide_refund import AlreadyDecided, DecidesOwn, decide_refund
from .explain_debit import AlreadyExplained, NotThisPayment, explain_debit
from .free_credit import free_credit
from .issue_slip import NothingOpen, TooManySlips, issue_slip
from .match_payment import ChargeNotOpen, NotWaiting, match_payment
from .match_statement import match_statement
from .move_payment import NotMatched, move_payment
from .open_bank_account import open_bank_account
from .order_refund import order_refund
from .prepare_refund import NotThere, prepare_refund
from .receive_statement import StatementReceipt, receive_statement
from .reconcile import reconcile
from .settle_correction import settle_correction
from .use_credit import NothingToUse, use_credit
from .void_slip import AlreadyVoid, void_slip

__all__ = [
    "AlreadyDecided",
    "AlreadyExplained",
    "AlreadyVoid",
    "ChargeNotOpen",
    "CreditSpent",
    "DecidesOwn",
    "NotMatched",
    "NotThere",
    "NotThisPayment",
    "NotWaiting",
    "NothingOpen",
    "NothingToUse",
    "StatementReceipt",
    "TooManySlips",
    "book_line",
    "cancel_correction",
    "decide_refund",
    "explain_debit",
    "free_credit",
    "issue_slip",
    "match_payment",
    "match_statement",
    "move_payment",
    "open_bank_account",
    "order_refund",
    "prepare_refund",
    "receive_statement",
    "reconcile",
    "settle_correction",
    "use_credit",
    "void_slip",
]
