"""Use a workplace's credit for one of its charges."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from opentamin.office.accounts import gate
from opentamin.office.kit.refusals import Refusal
from opentamin.office.ledger.actions import post, settle
from opentamin.office.ledger.models import Journal
from opentamin.office.ledger.queries import remaining_of
from opentamin.office.records.actions import note_act

from ..booking import CREDIT, credit_of, lock_workplace
from ..charges import RECEIVABLE
from ..models import CreditEntry


class NothingToUse(Refusal):
    """The workplace has no credit, or nothing of the charge is open."""

    code = "nothing_to_use"
    sentence = _("بستانکاری آزادی نیست، یا از این بدهی چیزی نمانده است.")


@transaction.atomic
def use_credit(workplace_id: int, charge: Journal, *, by, now: datetime, reason: str) -> CreditEntry:
    """Pay as much of the charge as the credit reaches; it counts as paid today. Raises NothingToUse."""
    workplace = lock_workplace(workplace_id)
    gate.require(by, "slip.issue", ("workplace", workplace.pk), ("branch", workplace.branch_id))
    party, today = ("workplace", workplace.pk), timezone.localdate(now)
    rials = min(credit_of(workplace), max(0, remaining_of(charge, RECEIVABLE, party)))
    if not rials:
        raise NothingToUse
    entry = CreditEntry.objects.create(workplace=workplace, kind=CreditEntry.Kind.USE, amount=rials, by=by, at=now, reason=reason)
    legs = [(CREDIT, *party, rials), (RECEIVABLE, *party, -rials)]
    journal = post(kind="credit_use", subject=("credit_entry", entry.pk), on=today, legs=legs, reason=reason, now=now)
    settle(charge, journal, rials, account=RECEIVABLE, party=party, on=today, now=now)
    note_act("credit.use", by=by, subject=("credit_entry", entry.pk), facts={"charge": charge.pk, "amount": rials}, now=now, reason=reason)
    return entry
