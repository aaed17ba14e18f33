"""Settle a correction that made a charge less: the charge owes that much less, and what had been paid over is credit."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from opentamin.office.ledger.actions import settle
from opentamin.office.ledger.models import Journal
from opentamin.office.ledger.queries import remaining_of

from ..booking import lock_workplace
from ..charges import RECEIVABLE
from .free_credit import free_credit


@transaction.atomic
def settle_correction(correction: Journal, charges: Iterable[Journal], workplace_id: int, *, by, now: datetime, reason: str) -> None:
    """Let a correcting journal with a net credit pay what is open of the charges it corrects, in their order; free the rest.

    Called by the room whose journal it is, in its transaction. A correction that asks for more is a charge like any other: nothing to do.
    """
    lock_workplace(workplace_id)
    party = ("workplace", workplace_id)
    for charge in charges:
        free, owed = -remaining_of(correction, RECEIVABLE, party), remaining_of(charge, RECEIVABLE, party)
        if min(free, owed) > 0:
            settle(charge, correction, min(free, owed), account=RECEIVABLE, party=party, on=correction.on, now=now)
    free_credit(workplace_id, by=by, now=now, reason=reason)
