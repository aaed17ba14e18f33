"""Free the money that paid a charge since cancelled: it becomes the workplace's credit."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

from django.db import transaction
from django.utils import timezone

from opentamin.office.ledger.actions import post, settle
from opentamin.office.ledger.models import Journal
from opentamin.office.ledger.queries import open_credits, remaining_of

from ..booking import CREDIT, lock_workplace
from ..charges import RECEIVABLE
from ..models import CreditEntry

FREED: Final = "credit_free"  # the kind of its journal


@transaction.atomic
def free_credit(workplace_id: int, *, by, now: datetime, reason: str, pays: Iterable[Journal] = ()) -> CreditEntry | None:
    """Whatever of the workplace's money pays nothing any more, as one entry; None when there is none.

    `pays` are charges this money pays first, in their order. Called by the room that cancels a charge, in its transaction and under its permission (`ledger.actions.cancel_charge`).
    """
    workplace = lock_workplace(workplace_id)
    party, today = ("workplace", workplace.pk), timezone.localdate(now)
    _pay(pays, party, today, now)
    free = open_credits(RECEIVABLE, party)
    rials = sum(item.remaining for item in free)
    if not rials:
        return None
    entry = CreditEntry.objects.create(workplace=workplace, kind=CreditEntry.Kind.FREE, amount=rials, by=by, at=now, reason=reason)
    legs = [(RECEIVABLE, *party, rials), (CREDIT, *party, -rials)]
    journal = post(kind=FREED, subject=("credit_entry", entry.pk), on=today, legs=legs, reason=reason, now=now)
    for item in free:
        settle(journal, item.journal, item.remaining, account=RECEIVABLE, party=party, on=today, now=now)
    return entry


def _pay(charges: Iterable[Journal], party: tuple[str, int], today: date, now: datetime) -> None:
    for charge in charges:
        for item in open_credits(RECEIVABLE, party):
            rials = min(item.remaining, remaining_of(charge, RECEIVABLE, party))
            if rials > 0:
                settle(charge, item.journal, rials, account=RECEIVABLE, party=party, on=today, now=now)
