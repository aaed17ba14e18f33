"""The door of a statement for all ways in: received, then matched at once while it is short; the job that was deferred does the rest."""

from datetime import datetime

from opentamin.office.accounts.queries import system_user

from .actions import StatementReceipt, match_statement, receive_statement

LINES_MATCHED_AT_ONCE = 500


def take_in(body: bytes, *, name: str, by, now: datetime) -> list[StatementReceipt]:
    """Receive a file and match what is short enough to wait for. Raises `opentamin.lists.Refused`; then nothing is kept."""
    receipts = receive_statement(body, name=name, by=by, now=now)
    for receipt in receipts:
        if receipt.statement.lines_count <= LINES_MATCHED_AT_ONCE:
            match_statement(receipt.statement.pk, by=system_user(), now=now)
    return receipts
