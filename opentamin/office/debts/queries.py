"""Questions about debts. Pages, the API and the acts ask here; nothing here changes anything."""

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, QuerySet, Sum
from django.db.models.functions import Coalesce
from django.http import Http404

from opentamin import law as laws
from opentamin.law import procedure
from opentamin.law.procedure.rows import DEBT_NOTICE, ORGANISATION
from opentamin.office.accounts import gate
from opentamin.office.ledger.queries import remaining_of
from opentamin.office.notices.models import Service
from opentamin.office.notices.queries import service_day_of
from opentamin.office.records.models import Document
from opentamin.office.registry.models import Workplace

from .models import STANDING, CollectionHold, Debt, Evidence

RECEIVABLE = "1100"


def scopes_of_debt(debt: Debt) -> list[tuple[str, int]]:
    return [("workplace", debt.workplace_id), ("branch", debt.workplace.branch_id)]


def debt_seen_by(user, tracking: str, permission: str = "debt.read") -> Debt:
    """The debt under a tracking number, for those who may see it. What is only prepared is not told to the workplace yet."""
    debt = Debt.objects.select_related("workplace__branch", "workplace__employer", "list", "evidence", "paper", "journal", "revises", "issued_by").filter(tracking=tracking).first()
    if debt is None:
        raise Http404
    gate.require(user, permission, *scopes_of_debt(debt))
    if not is_issued(debt) and not gate.may(user, "branch.debts.read", ("branch", debt.workplace.branch_id)):
        raise Http404
    return debt


def is_issued(debt: Debt) -> bool:
    """Whether the debt was ever issued: a withdrawn one may have been."""
    return debt.issued_at is not None


def debts_of_workplaces(workplaces: Collection[int]) -> QuerySet[Debt]:
    """What was issued to these workplaces, newest month first."""
    return _listed(Debt.objects.filter(workplace__in=workplaces, issued_at__isnull=False)).order_by("-month", "-issued_at", "-pk")


def debts_of_branches(branches: Collection[int], *, everywhere: bool = False) -> QuerySet[Debt]:
    """All debts of the workplaces of these branches, prepared ones too, oldest first."""
    debts = Debt.objects.all() if everywhere else Debt.objects.filter(workplace__branch__in=branches)
    return _listed(debts).order_by("prepared_at", "pk")


def _listed(debts: QuerySet[Debt]) -> QuerySet[Debt]:
    held = CollectionHold.objects.filter(debt=OuterRef("pk"), released_at__isnull=True)
    served = Service.objects.filter(paper=OuterRef("paper"), state="served").order_by("service_day").values("service_day")[:1]
    return debts.select_related("workplace__branch", "workplace__employer", "paper").defer("parts").annotate(is_held=Exists(held), service_day=served)


def standing_debts(*, workplace: int, month: int, kind: str, list_id: int | None) -> QuerySet[Debt]:
    """Issued entries of one reason: together they are what was asked for it."""
    return Debt.objects.filter(workplace=workplace, month=month, kind=kind, list=list_id, state__in=STANDING)


def lowerings_of(debt: Debt) -> list[Debt]:
    """The standing entries that lowered this one after it was issued, the latest first, locked."""
    after = standing_debts(workplace=debt.workplace_id, month=debt.month, kind=debt.kind, list_id=debt.list_id).filter(pk__gt=debt.pk, amount__lt=0)
    issued = debt.amount > 0 and debt.journal_id is not None
    return list(after.select_for_update(of=("self",)).select_related("workplace", "journal").order_by("-pk")) if issued else []


def asked_before(entries: QuerySet[Debt]) -> int:
    """Rials the standing entries ask together."""
    return int(entries.aggregate(total=Coalesce(Sum("amount"), 0))["total"])


def remaining_of_debt(debt: Debt) -> int:
    """Rials of an issued debt that are still open; 0 for one that was not issued or that lowers another."""
    if debt.journal is None or debt.amount <= 0:
        return 0
    return remaining_of(debt.journal, RECEIVABLE, ("workplace", debt.workplace_id))


def is_held(debt: Debt) -> bool:
    """Whether collection is held for any cause."""
    return CollectionHold.objects.filter(debt=debt, released_at__isnull=True).exists()


class Remedy(NamedTuple):
    """Until when one may object: the sure last day, the last by any reading, and the trace. No days while nothing was served."""

    service_day: date
    last_day: date
    doubt_until: date
    node: Any


def remedy_of(debt: Debt) -> Remedy | None:
    """The time to object to a debt notice, from its day of service, by the law of that day (Art. 42)."""
    served_on = service_day_of(debt.paper) if debt.paper_id else None
    return remedy_from(served_on) if served_on else None


def remedy_from(served_on: date) -> Remedy:
    """The time to object to a debt notice served on a day."""
    law = laws.at(served_on)
    number = laws.days.number_of(served_on)
    node = laws.explain(procedure.remedy_last_day, procedure.Decision(DEBT_NOTICE, ORGANISATION, number, number), law)
    day_of = laws.days.date_of
    return Remedy(served_on, day_of(node.output["last_day"]), day_of(node.output["doubt_until"]), node)


def traces_of(debt: Debt) -> list:
    """The stored explanation of each part, as nodes of the law's machine: the very reasons of the day it was prepared."""
    return [laws.Node.from_dict(part["trace"]) for part in debt.parts]


def may_open_letter(user, document: Document) -> bool:
    """Whoever may see the debt, once its letter was opened by whom it is for; officers at once."""
    debt = Debt.objects.select_related("workplace", "paper").filter(paper__document=document).first()
    if debt is None or not gate.may(user, "debt.read", *scopes_of_debt(debt)):
        return False
    return gate.may(user, "branch.debts.read", ("branch", debt.workplace.branch_id)) or service_day_of(debt.paper) is not None


def may_open_evidence(user, document: Document) -> bool:
    """Whoever may see the debts of the workplace a paper is about."""
    papers = Evidence.objects.filter(document=document).select_related("workplace")
    return any(gate.may(user, "debt.read", ("workplace", paper.workplace_id), ("branch", paper.workplace.branch_id)) for paper in papers)


def workplaces_of(user) -> QuerySet[Workplace]:
    """Workplaces whose debts the user may see as one who acts for them."""
    return Workplace.objects.filter(pk__in=gate.scopes_of(user, "debt.read", "workplace")).select_related("branch", "employer").order_by("name")
