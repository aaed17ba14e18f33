"""Lists for programs: the same acts as the pages, under the same gate. Mounted by `site/api.py` at /api/v1/."""

from functools import wraps
from typing import Annotated

from django.conf import settings
from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from ninja import File, Header, Query, Router, Schema, UploadedFile
from ninja.decorators import decorate_view
from pydantic import Field, StringConstraints

from opentamin.lists import Refused
from opentamin.office.accounts import gate
from opentamin.office.kit.arrival import arrival_of
from opentamin.office.kit.problems import Problem, answer
from opentamin.office.kit.text import fold

from . import api_amounts, api_papers
from .actions import assess_list, withdraw_list
from .actions.withdraw_list import REASON_MAX
from .api_answers import FindingsPage, ListAnswer, ListsPage, ReceiptAnswer, finding_answer, list_answer
from .api_keys import once
from .api_uploads import UploadAnswer, counted_in_hand, upload_answer
from .forms import FILES_MAX, too_large_words
from .intake import take_or_queue
from .listings import PAGE_SIZE, counts_by_level, findings_of
from .models import ListState, MonthlyList, Upload
from .queries import list_seen_by, lists_of_branches, lists_of_workplaces
from .telling import lines_of, refusal_line

router = Router(tags=["lists"])
router.add_router("", api_amounts.router)
router.add_router("", api_papers.router)
MULTIPART_MARGIN_BYTES = 64 * 1024


Key = Annotated[
    str | None,
    Header(None, alias="Idempotency-Key", description="Your own mark for this request: sent twice under one key it is done once. Remembered for 30 days."),
]


def refuse_too_large(operation):
    """Say no before a body that is too large is read."""

    @wraps(operation)
    def asked(request, *args, **kwargs):
        length = request.META.get("CONTENT_LENGTH") or "0"
        most = _bytes_max(request)
        if length.isdigit() and int(length) > most:
            return answer(Problem(413, "too_large", str(too_large_words(most))))
        return operation(request, *args, **kwargs)

    return asked


def _bytes_max(request) -> int:
    """Files come in a form, and may be large; a body of JSON is read whole."""
    is_form = request.content_type == "multipart/form-data"
    return settings.LIST_UPLOAD_BYTES_MAX + MULTIPART_MARGIN_BYTES if is_form else settings.DATA_UPLOAD_MAX_MEMORY_SIZE


@router.post("", response={200: list[ReceiptAnswer], 201: list[ReceiptAnswer], 202: UploadAnswer}, summary="Send lists")
@decorate_view(refuse_too_large, counted_in_hand)
def send(request, files: File[list[UploadedFile]], key: Key = None):
    """Two files of one list (DSKKAR and DSKWOR, DBF, TXT or CSV), an XLSX or JSON list, or a ZIP of one or more lists. All are
    received or none.

    201 when at least one list is new; 200 when all had arrived before, with their first receipts. Lists of up to 5,000
    workers are checked before the answer, longer ones in the background. 202 on a crowded day: the files are kept as they
    came, with a number and the moment of their arrival, and wait to be read; ask `/uploads/{tracking}` what became of them.
    """
    if len(files) > FILES_MAX:
        raise Problem(422, "too_many_files", _("آن‌ها را در یک فایل ZIP بگذارید."))
    contents = [(one.name, one.read()) for one in files]
    return once(request, key, contents, lambda: _take_in(request, contents))


class ListInRows(Schema):
    """One list by the field names of its two files. In the header `month` (140508) may stand for year and month; sums may be
    left out. `nobody_worked` says that the workplace had no worker in the month; then there are no workers."""

    header: dict[str, str | int | None]
    workers: list[dict[str, str | int | None]] = []
    nobody_worked: bool = False


@router.post("/rows", response={200: list[ReceiptAnswer], 201: list[ReceiptAnswer], 202: UploadAnswer}, summary="Send one list as JSON")
@decorate_view(refuse_too_large, counted_in_hand)
def send_rows(request, body: ListInRows, key: Key = None):
    """The same list as its two files would be, without the files. It is received, checked and answered like them."""
    contents = [("list.json", request.body)]
    return once(request, key, contents, lambda: _take_in(request, contents))


def _take_in(request, contents: list[tuple[str, bytes]]) -> tuple[int, list[ReceiptAnswer] | UploadAnswer]:
    try:
        taken = take_or_queue(contents, by=request.auth, now=arrival_of(request))
    except Refused as refusal:
        line = refusal_line(refusal.finding, get_language())
        raise Problem(422, line.code, line.summary, finding=finding_answer(line).dict()) from refusal
    if isinstance(taken, Upload):
        return 202, upload_answer(taken, get_language())
    answers = [ReceiptAnswer(is_first=receipt.is_first, list=list_answer(receipt.list)) for receipt in taken]
    return 201 if any(receipt.is_first for receipt in taken) else 200, answers


class ListFilters(Schema):
    """Filters: a state, a Jalali month such as 140508, a workplace code."""

    state: ListState | None = None
    month: int | None = None
    workplace_code: str | None = None
    page: int = Field(1, ge=1, le=100_000)


@router.get("", response=ListsPage, summary="Lists you may see")
def lists(request, filters: Query[ListFilters]):
    """Newest first: lists of the workplaces you act for, and of your branch if you are an officer."""
    wanted = {name: value for name, value in filters.dict(exclude={"page"}).items() if value is not None}
    if code := wanted.get("workplace_code"):
        wanted["workplace_code"] = fold(code)
    return _page(_seen_by(request.auth).filter(**wanted).order_by("-received_at", "-pk"), filters.page, list_answer)


def _seen_by(user):
    if gate.may_everywhere(user, "list.read"):
        return lists_of_branches(set(), everywhere=True)
    own = lists_of_workplaces(gate.scopes_of(user, "list.read", "workplace"))
    branches = gate.scopes_of(user, "list.read", "branch")
    return (MonthlyList.objects.filter(workplace__branch__in=branches) | own.order_by()).select_related("workplace", "assessment")


@router.get("/{tracking}", response=ListAnswer, summary="One list")
def one_list(request, tracking: str):
    return list_answer(_list(request, tracking))


@router.get("/{tracking}/findings", response=FindingsPage, summary="What was found in a list")
def findings(request, tracking: str, page: int = Query(1, ge=1, le=100_000)):
    """Errors first. Sentences are in the language of Accept-Language: fa or en."""
    one = _list(request, tracking)
    total = sum(counts_by_level(one).values())
    start = (page - 1) * PAGE_SIZE
    lines = lines_of(findings_of(one)[start : start + PAGE_SIZE], get_language())
    return {"count": total, "page": page, "size": PAGE_SIZE, "items": [finding_answer(line) for line in lines]}


@router.post("/{tracking}/assess", response=ListAnswer, summary="Assess an accepted list")
def assess(request, tracking: str, key: Key = None):
    """Fixes the amount, writes the months into people's records and books the sum; it cannot be taken back. A correction that
    takes anything from a record is made final by the branch (403 `needs_branch`)."""
    return once(request, key, [], lambda: (200, _assess(request, tracking)))


def _assess(request, tracking: str) -> ListAnswer:
    assess_list(_list(request, tracking).id, by=request.auth, now=timezone.now())
    return list_answer(_list(request, tracking))


class Reason(Schema):
    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=REASON_MAX)]


@router.post("/{tracking}/withdraw", response=ListAnswer, summary="Withdraw a list that is not assessed")
def withdraw(request, tracking: str, body: Reason, key: Key = None):
    return once(request, key, [("reason", body.reason.encode())], lambda: (200, _withdraw(request, tracking, body)))


def _withdraw(request, tracking: str, body: Reason) -> ListAnswer:
    one = _list(request, tracking)
    withdraw_list(one.id, by=request.auth, now=timezone.now(), reason=body.reason)
    return list_answer(_list(request, tracking))


def _list(request, tracking: str) -> MonthlyList:
    return list_seen_by(request.auth, fold(tracking))


def _page(rows, number: int, shape) -> dict:
    paginator = Paginator(rows, PAGE_SIZE)
    shown = paginator.page(number).object_list if number <= paginator.num_pages else []
    return {"count": paginator.count, "page": number, "size": PAGE_SIZE, "items": [shape(one) for one in shown]}
