"""The books: accounts, journals and their legs, and which credit pays which charge. Rows are only ever added."""

from opentamin.office.ledger.models.account import Account
from opentamin.office.ledger.models.journal import Journal
from opentamin.office.ledger.models.leg import Leg
from opentamin.office.ledger.models.settlement import Settlement

__all__ = ["Account", "Journal", "Leg", "Settlement"]
