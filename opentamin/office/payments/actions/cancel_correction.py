"""Cancel a correction that had made a charge less: what it settled is open again, and what it had given out as credit is asked back."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from opentamin.office.ledger.actions import reverse, settle, unsettle
from opentamin.office.ledger.models import Journal
from opentamin.office.ledger.queries import remaining_of, standing_settlements

from ..booking import lock_workplace
from ..charges import RECEIVABLE
from .free_credit import FREED


@transaction.atomic
def cancel_correction(correction: Journal, workplace_id: int, *, by, now: datetime, reason: str) -> Journal:
    """Reverse a correcting journal with a net credit and return the reversal; the counterpart of `settle_correction`.

    Called by the room whose journal it is, in its transaction and under its permission. What stays open of the reversal is
    what the workplace had received as credit. Raises AlreadyPosted when the correction was reversed before.
    """
    lock_workplace(workplace_id)
    party, on = ("workplace", workplace_id), timezone.localdate(now)
    for settlement in standing_settlements(payment=correction):
        if settlement.charge.kind != FREED:
            unsettle(settlement, reason=reason, now=now)
    reversal = reverse(correction, on=on, reason=reason, now=now)
    free = -remaining_of(correction, RECEIVABLE, party)
    if free > 0:
        settle(reversal, correction, free, account=RECEIVABLE, party=party, on=on, now=now)
    return reversal
