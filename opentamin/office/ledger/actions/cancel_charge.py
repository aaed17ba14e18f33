"""Cancel a charge: its payments are set free, and its reversal settles what it asked for."""

from datetime import date, datetime

from django.db import transaction

from opentamin.office.ledger.actions.reverse import reverse
from opentamin.office.ledger.actions.settle import settle
from opentamin.office.ledger.actions.unsettle import unsettle
from opentamin.office.ledger.models import Journal
from opentamin.office.ledger.queries import remaining_of, standing_settlements


@transaction.atomic
def cancel_charge(
    charge: Journal, *, account: str, party: tuple[str, int], on: date, reason: str, now: datetime
) -> Journal:
    """Reverse a charge of one party so that nothing of it stays open, and return the reversal.

    What had been paid on it becomes free credit of the party on the same account (`open_credits`); whoever cancels says
    what becomes of it. Raises AlreadyPosted when the charge was reversed before.
    """
    for settlement in standing_settlements(charge=charge):
        unsettle(settlement, reason=reason, now=now)
    owed = remaining_of(charge, account, party)
    assert owed > 0, "a charge asks for something"
    reversal = reverse(charge, on=on, reason=reason, now=now)
    settle(charge, reversal, owed, account=account, party=party, on=on, now=now)
    return reversal
