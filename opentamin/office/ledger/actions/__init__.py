"""The acts of the books: post a journal, reverse one; settle a charge by a credit, take that back, cancel a charge."""

from opentamin.office.ledger.actions.cancel_charge import cancel_charge
from opentamin.office.ledger.actions.post import AlreadyPosted, NothingToPost, Unbalanced, UnknownAccount, post
from opentamin.office.ledger.actions.reverse import reverse
from opentamin.office.ledger.actions.settle import SettlesTooMuch, settle
from opentamin.office.ledger.actions.unsettle import AlreadyUnsettled, unsettle

__all__ = [
    "AlreadyPosted",
    "AlreadyUnsettled",
    "NothingToPost",
    "SettlesTooMuch",
    "Unbalanced",
    "UnknownAccount",
    "cancel_charge",
    "post",
    "reverse",
    "settle",
    "unsettle",
]
