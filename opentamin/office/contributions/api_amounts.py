"""What a list comes to, for programs: the amount and each worker's part, article by article, and what is new in the list."""

from django.http import Http404
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from ninja import Query, Router

from opentamin import law as laws
from opentamin.office.kit.problems import Problem
from opentamin.office.kit.text import fold

from .api_answers import AmountAnswer, Amounts, ChangesAnswer, WorkerAmountAnswer, WorkersPage, changes_answer, steps_answer
from .changes import changes_of
from .explained import Explained, explain_list, explain_preview, explain_worker
from .listings import PAGE_SIZE, workers_of
from .models import ListRow, ListState, MonthlyList
from .queries import list_seen_by

router = Router()
CHANGES_SHOWN_MAX = 1000


@router.get("/{tracking}/amount", response=AmountAnswer, summary="How the amount was worked out")
def amount(request, tracking: str):
    """Article by article: `steps` are sentences in the language of Accept-Language, `trace` is the calculation as data."""
    one = list_seen_by(request.auth, fold(tracking))
    if one.state == ListState.ASSESSED:
        kept, explained = one.assessment, explain_list(one.assessment)
        return {"is_assessed": True, "amounts": _amounts(kept), "trace_digest": kept.trace_digest, **_reasons(explained, kept.law_hash)}
    if one.state != ListState.ACCEPTED:
        raise Problem(409, "not_accepted", _("این فهرست هنوز مبلغی ندارد: یا در دست بررسی است، یا خطا دارد، یا پس گرفته شده است."))
    found = explain_preview(one)
    amounts = Amounts(**found.preview.due._asdict() | found.preview.facts._asdict())
    explained = Explained(found.node, is_the_assessed_law=True, is_kept_text=False, is_digest_met=None)
    return {"is_assessed": False, "amounts": amounts, "trace_digest": laws.digest(found.node), **_reasons(explained, found.law.hash)}


@router.get("/{tracking}/workers", response=WorkersPage, summary="Workers of an assessed list")
def workers(request, tracking: str, q: str = "", page: int = Query(1, ge=1, le=100_000)):
    """In the order of the list. `q` is part of a name, or a whole national id or insurance number."""
    found, total = workers_of(_assessed(request, tracking), wanted=fold(q), page=page)
    return {"count": total, "page": page, "size": PAGE_SIZE, "items": [worker._asdict() for worker in found]}


@router.get("/{tracking}/workers/{row}", response=WorkerAmountAnswer, summary="How one worker's part was worked out")
def worker(request, tracking: str, row: int):
    """The worker in this row of the list, article by article, as in `amount`."""
    one = _assessed(request, tracking)
    assessed = one.workers.filter(row=row).first()
    if assessed is None:
        raise Http404
    declared = ListRow.objects.get(list=one, row=row)
    names = ("row", "days", "wage_base", "worker_share", "wage_lifted", "wage_cut")
    return {
        **{name: getattr(assessed, name) for name in names},
        "name": f"{declared.first_name} {declared.last_name}",
        "wage_declared": declared.wage_insurable,
        **_reasons(explain_worker(one.assessment, assessed), one.assessment.law_hash),
    }


@router.get("/{tracking}/changes", response=ChangesAnswer, summary="Who is new, gone or changed")
def changes(request, tracking: str, limit: int = Query(100, ge=1, le=CHANGES_SHOWN_MAX)):
    """Against the month before; of a correction against the list it corrects."""
    return changes_answer(changes_of(list_seen_by(request.auth, fold(tracking)), limit))


def _assessed(request, tracking: str) -> MonthlyList:
    one = list_seen_by(request.auth, fold(tracking))
    if one.state != ListState.ASSESSED:
        raise Problem(409, "not_assessed", _("این فهرست هنوز محاسبه نشده است."))
    return one


def _amounts(amounts) -> dict[str, int]:
    return {name: getattr(amounts, name) for name in Amounts.model_fields}


def _reasons(explained: Explained, law_hash: str) -> dict:
    node = explained.node
    return {
        "law_hash": law_hash,
        "law_day": node.day,
        "is_the_assessed_law": explained.is_the_assessed_law,
        "is_kept_text": explained.is_kept_text,
        "is_digest_met": explained.is_digest_met,
        "steps": steps_answer(node, get_language()),
        "trace": node.to_dict(),
    }
