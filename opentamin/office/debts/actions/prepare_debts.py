"""Prepare debts: late lists, absent lists, late money. The machine prepares; only an officer issues."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import connection, transaction
from django.utils import timezone

from opentamin import law as laws
from opentamin.office.accounts import gate
from opentamin.office.contributions.models import MonthlyList
from opentamin.office.records.actions import next_number, note_act
from opentamin.office.registry.models import Workplace

from ..bills import bills_of_lists, bills_of_papers
from ..differences import differences_found
from ..models import Debt, DebtKind, DebtState, Evidence, EvidenceKind
from ..queries import asked_before, standing_debts
from ..reckoning import Claim, claims_of, split_less

# Why the machine put a prepared entry aside, as codes; pages say them in words.
REPLACED, FELL_AWAY, CHANGED = "replaced", "fell_away", "changed_since"
_LOCK = 0x64656274  # one preparing at a time; a second waits and then finds nothing to do


@transaction.atomic
def prepare_debts(day: date, *, by, now: datetime, workplaces: Collection[int] | None = None) -> list[Debt]:
    """Prepare what months past their last day give reason to ask for, as of `day`, and return what is new.

    Run again it finds what it prepared before: nothing is prepared twice. Where money or a list came meanwhile the prepared
    entry makes way for another; what an officer issued is never touched, but a further month of delay, or a lowering, is
    prepared as a further entry. `workplaces` None means all the user may prepare for.

    Raises gate.NotAllowed. A workplace whose list is absent and of which no paper of that month exists gets nothing: there is no
    debt without evidence of its own period.
    """
    assert day <= timezone.localdate(now), "nobody is late yet on a day to come"
    _require(by, workplaces)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    known_on = timezone.localdate(now)
    asked = {"known_on": known_on, "workplaces": workplaces}
    found = [claim for bills in (bills_of_lists(day, **asked), bills_of_papers(day, **asked)) for bill in bills for claim in claims_of(bill, day, known_on=known_on)]
    found += differences_found(day, **asked)
    prepared = [debt for claim in found if (debt := write_claim(claim, day, by=by, now=now)) is not None]
    _drop_what_fell_away(found, day, workplaces, by=by, now=now)
    note_act("debt.prepare", by=by, subject=("day", day.toordinal()), facts={"day": str(day), "prepared": len(prepared)}, now=now)
    return prepared


def _require(by, workplaces: Collection[int] | None) -> None:
    if workplaces is None:
        gate.require(by, "debt.prepare")
        return
    for workplace in Workplace.objects.filter(pk__in=workplaces):
        gate.require(by, "debt.prepare", ("branch", workplace.branch_id))


def write_claim(claim: Claim, day: date, *, by, now: datetime, revises: Debt | None = None, because: str = "") -> Debt | None:
    """The prepared entry of a claim: a new one, the one that stands as it is, or None where nothing is left to ask."""
    bill = claim.bill
    key = {"workplace": bill.workplace_id, "month": bill.month, "kind": claim.kind, "list_id": bill.list_id}
    standing = standing_debts(**key)
    before = claim.base + asked_before(standing)
    waiting = Debt.objects.filter(**key, state=DebtState.PREPARED).first()
    if waiting and (waiting.total, waiting.before, waiting.trace_digest) == (claim.total, before, claim.digest) and revises is None:
        return None
    if waiting:
        withdraw_prepared(waiting, by=by, now=now)
    if claim.total == before:
        return None
    if revises is None and claim.total < before:
        revises, because = standing.order_by("pk").last(), because or CHANGED
    return _write(claim, day, before, split_less(claim.split, standing.values_list("split", flat=True)), by=by, now=now, revises=revises, because=because)


def _write(claim: Claim, day: date, before: int, split: dict, *, by, now: datetime, revises: Debt | None, because: str) -> Debt:
    bill = claim.bill
    return Debt.objects.create(
        tracking=next_number("debt", now=now),
        workplace_id=bill.workplace_id,
        month=bill.month,
        list_id=bill.list_id,
        kind=claim.kind,
        evidence_id=bill.evidence_id or _evidence_of_list(bill.list_id, by=by, now=now).pk,
        day=day,
        last_day=laws.days.date_of(bill.last_day.last_day),
        total=claim.total,
        before=before,
        amount=claim.total - before,
        split=split,
        parts=[part.stored() for part in claim.parts],
        law_hash=claim.law.hash,
        law_day=claim.law.day,
        known_on=timezone.localdate(now),
        trace_digest=claim.digest,
        is_enforceable=claim.is_enforceable,
        revises=revises,
        revised_because=because,
        prepared_at=now,
        prepared_by=by,
    )


def _evidence_of_list(list_id: int, *, by, now: datetime) -> Evidence:
    """The list itself as evidence of its month."""
    one = MonthlyList.objects.get(pk=list_id)
    values = {"workplace_id": one.workplace_id, "month": one.month, "kind": EvidenceKind.LIST, "found_on": timezone.localdate(one.received_at), "recorded_at": now, "recorded_by": by}
    evidence, _ = Evidence.objects.get_or_create(list=one, kind=EvidenceKind.LIST, defaults=values)
    return evidence


def withdraw_prepared(debt: Debt, *, by, now: datetime, because: str = REPLACED) -> None:
    """Put a prepared entry aside; it was told to nobody."""
    debt.state, debt.withdrawn_at, debt.withdrawn_by, debt.withdrawn_because = DebtState.WITHDRAWN, now, by, because
    debt.save(update_fields=["state", "withdrawn_at", "withdrawn_by", "withdrawn_because"])


def _drop_what_fell_away(found: list[Claim], day: date, workplaces: Collection[int] | None, *, by, now: datetime) -> None:
    """Prepared entries whose reason is gone: the money turned out to have come in time, or a list came for the month."""
    reasons = {(claim.bill.workplace_id, claim.bill.month, claim.kind, claim.bill.list_id) for claim in found}
    waiting = Debt.objects.filter(state=DebtState.PREPARED, revises__isnull=True, day__lte=day).exclude(kind=DebtKind.DIFFERENCE_ART_101)
    if workplaces is not None:
        waiting = waiting.filter(workplace__in=workplaces)
    for debt in waiting.defer("parts"):
        if (debt.workplace_id, debt.month, debt.kind, debt.list_id) not in reasons:
            withdraw_prepared(debt, by=by, now=now, because=FELL_AWAY)
