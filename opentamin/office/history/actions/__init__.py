"""The acts of history, one per file."""

from opentamin.office.history.actions.hand_over_data import hand_over_data
from opentamin.office.history.actions.issue_record import issue_record
from opentamin.office.history.actions.open_record import NoRecordLinked, open_record
from opentamin.office.history.actions.rebuild_current import rebuild_current
from opentamin.office.history.actions.revise_months import Revision, revise_months
from opentamin.office.history.actions.withdraw_months import NothingToWithdraw, withdraw_months
from opentamin.office.history.actions.write_months import AlreadyWritten, write_months
from opentamin.office.history.actions.write_opening import write_opening

__all__ = [
    "AlreadyWritten",
    "NoRecordLinked",
    "NothingToWithdraw",
    "Revision",
    "hand_over_data",
    "issue_record",
    "open_record",
    "rebuild_current",
    "revise_months",
    "withdraw_months",
    "write_months",
    "write_opening",
]
