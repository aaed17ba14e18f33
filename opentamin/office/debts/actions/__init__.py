"""The procedure of a debt, in order: record evidence, prepare, issue; hold and release collection; revise or withdraw."""

from .hold_collection import NotIssued, hold_collection
from .issue_debt_notice import NeedsBoard, NoLongerRight, NotPrepared, RestsOnMemory, issue_debt_notice
from .prepare_debts import prepare_debts
from .record_evidence import NoEvidence, Shown, record_evidence
from .release_collection import release_collection
from .revise_debt import NothingToRevise, revise_debt
from .withdraw_debt import AlreadyWithdrawn, withdraw_debt
from .write_letter_text import UnusableText, write_letter_text

__all__ = [
    "AlreadyWithdrawn",
    "NeedsBoard",
    "NoEvidence",
    "NoLongerRight",
    "NotIssued",
    "NotPrepared",
    "NothingToRevise",
    "RestsOnMemory",
    "Shown",
    "UnusableText",
    "hold_collection",
    "issue_debt_notice",
    "prepare_debts",
    "record_evidence",
    "release_collection",
    "revise_debt",
    "withdraw_debt",
    "write_letter_text",
]
