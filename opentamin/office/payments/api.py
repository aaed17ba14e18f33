"""Payments for programs: what is owed, slips, what was paid; statements in, for officers. Mounted by `site/api.py` at /api/v1/."""

from datetime import date, datetime

from django.conf import settings
from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from ninja import File, Query, Router, Schema, Status, UploadedFile
from pydantic import Field

from opentamin.lists import Refused, words
from opentamin.office.accounts import gate
from opentamin.office.kit.problems import Problem
from opentamin.office.kit.text import fold
from opentamin.office.ledger.models import Journal
from opentamin.office.registry.models import Workplace
from opentamin.office.registry.queries import workplace_by_code

from .actions import NothingOpen, issue_slip
from .intake import take_in
from .models import Payment, Slip
from .queries import credit_of_workplace, owed_by, payment_seen_by, payments_of, slip_seen_by, unmatched

router = Router(tags=["payments"])
PAGE_SIZE = 50
PAGE_MAX = 100_000


class OwedAnswer(Schema):
    """One open charge. `charge` names it when a slip is asked for; amounts are whole rials."""

    charge: int
    kind: str
    title: str
    tracking: str
    on: date
    amount: int
    settled: int
    remaining: int
    last_day: date | None
    slip: str | None


class DeskAnswer(Schema):
    workplace_code: str
    credit: int
    items: list[OwedAnswer]


class SlipAnswer(Schema):
    number: str
    charge: int
    amount: int
    bill_id: str
    payment_id: str
    issued_on: date
    valid_until: date
    is_void: bool


class PaymentAnswer(Schema):
    number: str
    amount: int
    paid_on: date
    state: str
    workplace: str | None


class PaymentsPage(Schema):
    count: int
    page: int
    size: int
    items: list[PaymentAnswer]


class StatementAnswer(Schema):
    """`is_first` is false when the statement had arrived before."""

    statement_id: str
    is_first: bool
    opening: int
    closing: int
    lines_count: int
    received_at: datetime


@router.get("/owed", response=DeskAnswer, summary="What a workplace owes")
def owed(request, workplace_code: str):
    """Open charges, oldest first, and the workplace's credit."""
    workplace = _workplace(request, workplace_code, "payment.read")
    items = [
        OwedAnswer(
            charge=one.item.journal.pk, kind=one.item.kind, title=one.words.title, tracking=one.words.tracking, on=one.item.on,
            amount=one.item.amount, settled=one.item.settled, remaining=one.item.remaining, last_day=one.words.last_day,
            slip=one.slip.number if one.slip else None,
        )
        for one in owed_by(workplace, timezone.localdate())
    ]  # fmt: skip
    return DeskAnswer(workplace_code=fold(workplace_code), credit=credit_of_workplace(workplace.pk), items=items)


class SlipWanted(Schema):
    workplace_code: str = Field(max_length=20)
    charge: int = Field(ge=1, le=2**62)


@router.post("/slips", response=SlipAnswer, summary="A slip for one charge")
def slip_for(request, wanted: SlipWanted):
    """For what is open of it now; asked for again while it still holds, the same slip."""
    workplace = _workplace(request, wanted.workplace_code, "slip.issue")
    charge = Journal.objects.filter(pk=wanted.charge).first()
    if charge is None:
        raise NothingOpen
    return slip_answer(issue_slip(charge, workplace, by=request.auth, now=timezone.now()))


@router.get("/slips/{number}", response=SlipAnswer, summary="One slip")
def slip(request, number: str):
    return slip_answer(slip_seen_by(request.auth, number))


@router.get("", response=PaymentsPage, summary="What was paid")
def payments(request, page: int = Query(1, ge=1, le=PAGE_MAX), waiting: bool = False):
    """Newest first, of the workplaces you act for. `waiting`, for officers: money that is nobody's yet, oldest first."""
    if waiting:
        gate.require(request.auth, "branch.payments.read", *(grant.scope for grant in gate.live_grants(request.auth)))
        return _page(unmatched(), page)
    return _page(payments_of(gate.scopes_of(request.auth, "payment.read", "workplace")), page)


@router.post("/statements", response={200: list[StatementAnswer], 201: list[StatementAnswer]}, summary="Bring a bank statement")
def bring_statement(request, file: File[UploadedFile]):
    """camt.053 or CSV. 201 when a statement is new, 200 when all had come before; a statement that does not hold together is refused whole."""
    gate.require(request.auth, "statement.receive", *(grant.scope for grant in gate.live_grants(request.auth)))
    if file.size > settings.STATEMENT_UPLOAD_BYTES_MAX:
        raise Problem(413, "too_large", _("این پرونده بزرگ‌تر از آن است که گرفته شود."))
    try:
        receipts = take_in(file.read(), name=file.name or "statement", by=request.auth, now=timezone.now())
    except Refused as refusal:
        said = words.sentence(refusal.finding, get_language())
        raise Problem(422, refusal.finding.code, said.summary, rule=said.rule, mend=said.mend) from refusal
    answers = [
        StatementAnswer(
            statement_id=one.statement.statement_id, is_first=one.is_first, opening=one.statement.opening, closing=one.statement.closing,
            lines_count=one.statement.lines_count, received_at=one.statement.received_at,
        )
        for one in receipts
    ]  # fmt: skip
    return Status(201 if any(one.is_first for one in receipts) else 200, answers)


@router.get("/{number}", response=PaymentAnswer, summary="One payment")
def payment(request, number: str):
    return payment_answer(payment_seen_by(request.auth, number))


def slip_answer(slip: Slip) -> SlipAnswer:
    return SlipAnswer(
        number=slip.number, charge=slip.charge_id, amount=slip.amount, bill_id=slip.bill_id, payment_id=slip.payment_id,
        issued_on=slip.issued_on, valid_until=slip.valid_until, is_void=slip.voided_at is not None,
    )  # fmt: skip


def payment_answer(payment: Payment) -> PaymentAnswer:
    name = payment.workplace.name if payment.workplace else None
    return PaymentAnswer(number=payment.number, amount=payment.amount, paid_on=payment.paid_on, state=payment.state, workplace=name)


def _workplace(request, code: str, permission: str) -> Workplace:
    """By its code, if the caller may; an unknown code and another's get one answer."""
    workplace = workplace_by_code(fold(code), on=timezone.localdate())
    if workplace is None:
        raise gate.NotAllowed(permission)
    gate.require(request.auth, permission, ("workplace", workplace.pk), ("branch", workplace.branch_id))
    return workplace


def _page(rows, number: int) -> PaymentsPage:
    paginator = Paginator(rows, PAGE_SIZE)
    shown = paginator.page(number).object_list if number <= paginator.num_pages else []
    return PaymentsPage(count=paginator.count, page=number, size=PAGE_SIZE, items=[payment_answer(one) for one in shown])
