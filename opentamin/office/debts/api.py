"""Debts for programs: the same acts as the pages, under the same gate. Mounted by `site/api.py` at /api/v1/debts."""

from datetime import date, datetime
from typing import Any

from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from ninja import Query, Router, Schema
from pydantic import Field

from opentamin.law import words
from opentamin.office.accounts import gate
from opentamin.office.kit.problems import Problem
from opentamin.office.kit.text import fold
from opentamin.office.notices.models import Channel
from opentamin.office.notices.queries import service_day_of

from .actions import issue_debt_notice, withdraw_debt
from .models import Debt, DebtKind, DebtState
from .queries import debt_seen_by, debts_of_branches, debts_of_workplaces, is_held, remaining_of_debt, remedy_of, traces_of
from .telling import happened

router = Router(tags=["debts"])
PAGE_SIZE = 100


class DebtAnswer(Schema):
    """Amounts are whole rials, months Jalali (140508), days ISO. Days of service and objection are null until the letter was received."""

    tracking: str
    workplace: str
    month: int
    kind: DebtKind
    state: DebtState
    amount: int
    total: int
    before: int
    remaining: int
    day: date
    last_day: date
    issued_at: datetime | None
    service_day: date | None
    objection_last_day: date | None
    objection_doubt_until: date | None
    is_held: bool
    revises: str | None


class DebtsPage(Schema):
    count: int
    page: int
    size: int
    items: list[DebtAnswer]


class ReasonsAnswer(Schema):
    """`steps` are sentences in the language of Accept-Language; `traces` the calculation as data, one for each article asked."""

    happened: str
    law_hash: str
    law_day: date
    trace_digest: str
    evidence_kind: str
    evidence_day: date
    steps: list[dict[str, Any]]
    traces: list[dict[str, Any]]


class IssueOrder(Schema):
    channel: Channel = Channel.ELECTRONIC
    addressee: str = Field("", max_length=120)


class Reason(Schema):
    reason: str = Field(min_length=1, max_length=500)


class DebtFilters(Schema):
    state: DebtState | None = None
    month: int | None = None
    kind: DebtKind | None = None
    page: int = Field(1, ge=1, le=100_000)


@router.get("", response=DebtsPage, summary="Debts you may see")
def debts(request, filters: Query[DebtFilters]):
    """Issued debts of the workplaces you act for; for an officer all of the branch, prepared ones too."""
    user, wanted = request.auth, {name: value for name, value in filters.dict(exclude={"page"}).items() if value is not None}
    branches, everywhere = gate.scopes_of(user, "branch.debts.read", "branch"), gate.may_everywhere(user, "branch.debts.read")
    seen = debts_of_branches(branches, everywhere=everywhere) if branches or everywhere else debts_of_workplaces(gate.scopes_of(user, "debt.read", "workplace"))
    page = Paginator(seen.filter(**wanted).order_by("-prepared_at", "-pk"), PAGE_SIZE).get_page(filters.page)
    return {"count": page.paginator.count, "page": filters.page, "size": PAGE_SIZE, "items": [debt_answer(debt) for debt in page.object_list]}


@router.get("/{tracking}", response=DebtAnswer, summary="One debt")
def one_debt(request, tracking: str):
    return debt_answer(debt_seen_by(request.auth, fold(tracking)))


@router.get("/{tracking}/reasons", response=ReasonsAnswer, summary="Why a debt is what it is")
def reasons(request, tracking: str):
    """Article by article, as it stood when it was prepared. 409 `not_received` while the workplace has not received the letter."""
    debt = debt_seen_by(request.auth, fold(tracking))
    if not gate.may(request.auth, "branch.debts.read", ("branch", debt.workplace.branch_id)) and service_day_of(debt.paper) is None:
        raise Problem(409, "not_received", _("نامهٔ این بدهی هنوز باز نشده است؛ کارفرما آن را در صفحهٔ نامه‌ها باز می‌کند."))
    nodes = traces_of(debt)
    return {
        "happened": happened(debt),
        "law_hash": debt.law_hash,
        "law_day": debt.law_day,
        "trace_digest": debt.trace_digest,
        "evidence_kind": debt.evidence.kind,
        "evidence_day": debt.evidence.found_on,
        "steps": [_step(words.render(node, get_language())) for node in nodes],
        "traces": [node.to_dict() for node in nodes],
    }


@router.post("/{tracking}/issue", response=DebtAnswer, summary="Issue a prepared debt in your own name")
def issue(request, tracking: str, order: IssueOrder):
    """Posts it, freezes its letter and sends it. 409 with a code when it cannot be issued now."""
    debt = debt_seen_by(request.auth, fold(tracking), "debt.issue")
    return debt_answer(issue_debt_notice(debt.pk, by=request.auth, now=timezone.now(), channel=order.channel, addressee=fold(order.addressee)))


@router.post("/{tracking}/withdraw", response=DebtAnswer, summary="Withdraw a debt")
def withdraw(request, tracking: str, reason: Reason):
    """Puts a prepared one aside; an issued one is taken back by a further entry."""
    debt = debt_seen_by(request.auth, fold(tracking), "debt.withdraw")
    return debt_answer(withdraw_debt(debt.pk, because=reason.reason, by=request.auth, now=timezone.now()))


def debt_answer(debt: Debt) -> DebtAnswer:
    """A debt as the API tells it."""
    remedy = remedy_of(debt)
    return DebtAnswer(
        **{name: getattr(debt, name) for name in ("tracking", "month", "kind", "state", "amount", "total", "before", "day", "last_day", "issued_at")},
        workplace=debt.workplace.name,
        remaining=remaining_of_debt(debt) if debt.is_standing else 0,
        service_day=remedy.service_day if remedy else None,
        objection_last_day=remedy.last_day if remedy else None,
        objection_doubt_until=remedy.doubt_until if remedy else None,
        is_held=is_held(debt),
        revises=debt.revises.tracking if debt.revises_id else None,
    )


def _step(step) -> dict[str, Any]:
    return {"title": step.title, "article": step.cite, "value": step.value, "calculation": step.calc, "text": step.text, "outcome": step.outcome, "steps": [_step(child) for child in step.children]}
