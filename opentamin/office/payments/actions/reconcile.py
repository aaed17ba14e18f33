"""Reconcile: hold lists, books and bank against each other, to the rial, and keep the answer."""

from datetime import date, datetime

from django.db import transaction

from opentamin.office.accounts import gate
from opentamin.office.records.actions import note_act

from ..models import Reconciliation
from ..tying import ties


@transaction.atomic
def reconcile(day: date, *, by, now: datetime) -> Reconciliation:
    """Hold everything up to the end of `day` against each other and keep what was found. A difference is kept as it is: what mends it
    is a further entry by a person."""
    gate.require(by, "reconciliation.make", *(grant.scope for grant in gate.live_grants(by)))
    found = [{**tie._asdict(), "difference": tie.difference} for tie in ties(day)]
    is_tied = not any(tie["difference"] for tie in found)
    kept = Reconciliation.objects.create(day=day, made_at=now, is_tied=is_tied, ties=found)
    note_act("reconciliation.make", by=by, subject=("reconciliation", kept.pk), facts={"day": day.isoformat(), "is_tied": is_tied}, now=now)
    return kept
