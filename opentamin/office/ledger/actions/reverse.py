"""Reverse a journal: a further journal with the same legs and the signs turned."""

from datetime import date, datetime

from opentamin.office.ledger.actions.post import post
from opentamin.office.ledger.models import Journal

REVERSAL = "reversal"


def reverse(journal: Journal, *, on: date, reason: str, now: datetime) -> Journal:
    """Write the journal that takes `journal` back and return it. A reason is required.

    Raises AlreadyPosted when the journal has been reversed before. A reversal can itself be reversed.
    """
    assert reason, "a reversal says why"
    legs = journal.legs.order_by("id").values_list("account_id", "party_kind", "party_id", "amount")
    return post(
        kind=REVERSAL,
        subject=("journal", journal.pk),
        on=on,
        legs=[(account, party_kind, party_id, -amount) for account, party_kind, party_id, amount in legs],
        reason=reason,
        now=now,
    )
