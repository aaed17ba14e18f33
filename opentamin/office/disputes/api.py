"""Objections for programs: the same acts as the pages, under the same gate. Mounted by `site/api.py` at /api/v1/."""

from django.core.paginator import Paginator
from django.utils import timezone
from ninja import File, Query, Router, Schema, Status, UploadedFile
from pydantic import Field

from opentamin.office.accounts import gate
from opentamin.office.kit.text import fold

from .actions import (
    Plea,
    add_documents,
    file_objection,
    withdraw_objection,
)
from .api_answers import DocumentAnswer, ObjectionAnswer, ObjectionsPage, ReceiptAnswer, objection_answer
from .grounds import Ground
from .models import Objection, State
from .queries import documents_of, objection_seen_by, objections_of, objections_of_branches
from .subjects import find_subject
from .uploads import Upload

router = Router(tags=["objections"])
PAGE_SIZE = 50


class About(Schema):
    """What is objected to: `debt` (tracking number), with `line` for one line of its kept trace ("0.2", or "0.2#4" for the fifth
    line of that article); `list` and `row`; or `person` and `month`, with `list` for that person's row of it."""

    debt: str = Field("", max_length=40)
    line: str = Field("", max_length=120)
    list: str = Field("", max_length=40)
    row: int | None = Field(None, ge=1, le=10**8)
    person: int | None = Field(None, ge=1, le=2**62)
    month: int | None = Field(None, ge=130001, le=150012)


class NewObjection(Schema):
    about: About
    grounds: list[Ground] = Field(max_length=20)
    words: str = Field("", max_length=8000)


class Reason(Schema):
    reason: str = Field(min_length=1, max_length=1000)


class Filters(Schema):
    state: State | None = None
    page: int = Field(1, ge=1, le=100_000)


@router.post("", response={200: ReceiptAnswer, 201: ReceiptAnswer}, summary="Object")
def file(request, body: NewObjection):
    """201 with the receipt; 200 when the very same had arrived before. A late or early one is received too: read `timeliness`."""
    about = {name: str(value) for name, value in body.about.dict().items() if value}
    subject = find_subject(request.auth, about)
    receipt = file_objection(subject, Plea([str(ground) for ground in body.grounds], body.words), by=request.auth, now=timezone.now())
    return Status(201 if receipt.is_first else 200, ReceiptAnswer(is_first=receipt.is_first, objection=objection_answer(receipt.objection)))


@router.get("", response=ObjectionsPage, summary="Objections you may see")
def objections(request, filters: Query[Filters]):
    """Newest first: those of the workplaces and people you act for, and of your branch if you are an officer."""
    everywhere = gate.may_everywhere(request.auth, "branch.objections.read")
    branches = gate.scopes_of(request.auth, "branch.objections.read", "branch")
    own = objections_of(request.auth)
    seen = objections_of_branches(branches, everywhere=everywhere) if branches or everywhere else own
    if filters.state:
        seen = seen.filter(state=filters.state)
    paginator = Paginator(seen.order_by("-filed_at", "-pk"), PAGE_SIZE)
    shown = paginator.page(filters.page).object_list if filters.page <= paginator.num_pages else []
    return {"count": paginator.count, "page": filters.page, "size": PAGE_SIZE, "items": [objection_answer(one) for one in shown]}


@router.get("/{tracking}", response=ObjectionAnswer, summary="One objection")
def one_objection(request, tracking: str):
    return objection_answer(_objection(request, tracking))


@router.post("/{tracking}/documents", response={201: list[DocumentAnswer]}, summary="Add papers")
def documents(request, tracking: str, files: File[list[UploadedFile]]):
    """PDF, JPEG, PNG or TIFF, told by their first bytes; ten papers of ten megabytes at most."""
    one = _objection(request, tracking)
    add_documents(one.pk, [Upload(file.name or "", file.read()) for file in files], by=request.auth, now=timezone.now())
    return Status(201, [DocumentAnswer(name=paper.name, role=paper.role, size=paper.document.size, sha256=paper.document.sha256) for paper in documents_of(one)])


@router.post("/{tracking}/withdraw", response=ObjectionAnswer, summary="Withdraw an objection")
def withdraw(request, tracking: str, body: Reason):
    """By its party. Collection goes on; while the time runs one may object again."""
    one = _objection(request, tracking)
    withdraw_objection(one.pk, reason=body.reason, by=request.auth, now=timezone.now())
    return objection_answer(_objection(request, tracking))


def _objection(request, tracking: str) -> Objection:
    return objection_seen_by(request.auth, fold(tracking))
