"""The books: accounts, journals and their legs. Rows are only ever added."""

from opentamin.office.ledger.models.account import Account
from opentamin.office.ledger.models.journal import Journal
from opentamin.office.ledger.models.leg import Leg

__all__ = ["Account", "Journal", "Leg"]
