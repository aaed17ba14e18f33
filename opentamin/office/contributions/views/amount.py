"""«این مبلغ چگونه حساب شد؟»: the amount of a list and of one worker, article by article."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from opentamin.law import words

from ..explained import Explained, explain_list, explain_worker, note_of
from ..listings import PAGE_SIZE, last_day_of, workers_of
from ..models import ListRow, ListState, MonthlyList
from ..queries import list_seen_by
from .one_list import page_number

UNCERTAIN = ("recollected", "policy")


@require_GET
@login_required
def list_amount(request, tracking: str):
    one = list_seen_by(request.user, tracking)
    if one.state != ListState.ASSESSED:
        return redirect("contributions:list", tracking=one.tracking)
    explained = explain_list(one.assessment)
    number = page_number(request)
    workers, found = workers_of(one, page=number)
    context = {
        **_explanation(one, explained),
        "amount": one.assessment.due_total,
        "workers": workers,
        "workers_page": Paginator(range(found), PAGE_SIZE).get_page(number),
    }
    return render(request, "contributions/amount.html", context)


@require_GET
@login_required
def worker_amount(request, tracking: str, row: int):
    """One worker of an assessed list."""
    one = list_seen_by(request.user, tracking)
    if one.state != ListState.ASSESSED:
        return redirect("contributions:list", tracking=one.tracking)
    worker = one.workers.filter(row=row).first()
    if worker is None:
        raise Http404
    declared = ListRow.objects.get(list=one, row=row)
    explained = explain_worker(one.assessment, worker)
    context = {**_explanation(one, explained), "worker": worker, "declared": declared, "amount": worker.worker_share}
    return render(request, "contributions/worker.html", context)


def _explanation(one: MonthlyList, explained: Explained) -> dict:
    """The steps as sentences, and the figures in them that rest on memory or on a choice of the organisation."""
    top = words.render(explained.node, get_language())
    return {
        "one": one,
        "today": timezone.localdate(),
        "last_day": last_day_of(one),
        "assessment": one.assessment,
        "top": top,
        "steps": top.children or [top],
        "uncertain": list(_uncertain(top)),
        "law_note": note_of(explained),
    }


def _uncertain(step):
    """Figures that rest on memory or on a choice, each once, in the order of the calculation."""
    own = [figure for figure in step.figures if figure.status_key in UNCERTAIN]
    return dict.fromkeys([*own, *(figure for child in step.children for figure in _uncertain(child))])
