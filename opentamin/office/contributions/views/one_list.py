"""One list, as far as it has come: a page for each state, and the two acts open to its readers."""

from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRefresh

from opentamin.office.accounts import gate
from opentamin.office.kit.refusals import Refusal
from opentamin.office.kit.text import fold

from ..actions import assess_list, withdraw_list
from ..changes import changes_of
from ..forms import WithdrawForm
from ..listings import PAGE_SIZE, counts_by_level, findings_of, last_day_of, preview_of, workers_of
from ..models import ListState, MonthlyList
from ..queries import list_seen_by, scopes_of_list
from ..sent_files import documents_of
from ..telling import lines_of
from . import uploads

ERRORS_IN_SUMMARY = 10
PAGE_DIGITS_MAX = 6


@require_GET
@login_required
def show(request, tracking: str):
    try:
        one = list_seen_by(request.user, tracking)
    except gate.NotAllowed:  # no list of theirs: perhaps files that wait to become one
        return uploads.shown(request, tracking)
    if request.htmx and one.state == ListState.RECEIVED:
        return HttpResponse(status=204)  # nothing new: the page asks again
    if request.htmx:
        return HttpResponseClientRefresh()
    today = timezone.localdate()
    context = {**common_context(request, one, today), **CONTEXTS[one.state](request, one, today)}
    return render(request, f"contributions/list_{one.state}.html", context)


def common_context(request, one: MonthlyList, today: date) -> dict:
    """What every page of a list shows. Rights are asked of the grants already read: no further query."""
    user, scopes = request.user, scopes_of_list(one)
    return {
        "one": one,
        "today": today,
        "last_day": last_day_of(one),
        "arrived_again": request.GET.get("again") == "1",
        "may_send": gate.may(user, "list.receive", ("workplace", one.workplace_id)),
        "may_assess": gate.may(user, "list.assess", *scopes),
        "may_withdraw": one.may_be_withdrawn and gate.may(user, "list.withdraw", ("workplace", one.workplace_id)),
        "is_officer": not gate.may(user, "list.receive", ("workplace", one.workplace_id)),
    }


def _received(request, one: MonthlyList, today: date) -> dict:
    return {}


def _returned(request, one: MonthlyList, today: date) -> dict:
    counts = counts_by_level(one)
    errors, warnings = (_page_of(request, one, level, counts) for level in ("error", "warning"))
    return {
        "errors": errors,
        "warnings": warnings,
        "notes": _lines(findings_of(one, "note")[:PAGE_SIZE]) if counts["note"] else [],
        "summary": errors["lines"][:ERRORS_IN_SUMMARY],
        "summary_more": max(0, one.error_count - ERRORS_IN_SUMMARY),
        "rows_right": max(0, one.workers_count - one.error_rows_count),
        "documents": documents_of(one, request.user),
    }


def _accepted(request, one: MonthlyList, today: date) -> dict:
    preview = preview_of(one, arrived=timezone.localdate(one.received_at), known_on=today)
    changes = changes_of(one, preview=preview)
    return {
        "preview": preview,
        **_difference(one, preview.due.due_total, one.corrects.assessment.due_total if one.corrects_id else 0),
        **_waits_for_branch(request, one, changes),
        "due_total": preview.due.due_total,
        "amounts": {**preview.due._asdict(), "worker_share_total": preview.facts.worker_share_total},
        "changes": changes,
        "warnings": _page_of(request, one, "warning", {"warning": one.warning_count}),
    }


def _difference(one: MonthlyList, due: int, before: int) -> dict:
    """What a correction adds to the debt or takes from it."""
    return {"due_before": before, "due_difference": due - before, "due_difference_abs": abs(due - before)} if one.corrects_id else {}


def _waits_for_branch(request, one: MonthlyList, changes) -> dict:
    """A correction that takes from somebody's record is made final by the branch alone."""
    if not (one.corrects_id and changes.reduced_count) or gate.may(request.user, "month.withdraw", ("branch", one.workplace.branch_id)):
        return {}
    return {"waits_for_branch": True, "may_assess": False}


def _assessed(request, one: MonthlyList, today: date) -> dict:
    wanted = fold(request.GET.get("q", ""))
    number = page_number(request)
    workers, found = workers_of(one, wanted=wanted, page=number)
    return {
        "assessment": one.assessment,
        "correction": one.corrections.filter(state=ListState.ASSESSED).first() if one.corrected_at else None,
        **_difference(one, one.assessment.due_total, one.assessment.due_before),
        "amounts": one.assessment,
        "changes": changes_of(one),
        "workers": workers,
        "workers_found": found,
        "workers_page": Paginator(range(found), PAGE_SIZE).get_page(number),
        "wanted": wanted,
        "documents": documents_of(one, request.user),
        "warnings": _page_of(request, one, "warning", {"warning": one.warning_count}),
    }


def _withdrawn(request, one: MonthlyList, today: date) -> dict:
    return {"documents": documents_of(one, request.user)}


CONTEXTS = {
    ListState.RECEIVED: _received,
    ListState.RETURNED: _returned,
    ListState.ACCEPTED: _accepted,
    ListState.ASSESSED: _assessed,
    ListState.WITHDRAWN: _withdrawn,
}


def page_number(request, name: str = "page") -> int:
    """The page asked for, in whatever digits; the first when it is no number."""
    text = fold(request.GET.get(name, ""))
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) <= PAGE_DIGITS_MAX else 1


def _page_of(request, one: MonthlyList, level: str, counts: dict[str, int]) -> dict:
    """One page of findings of a level as sentences; no query where there are none."""
    total = counts[level]
    page = Paginator(range(total), PAGE_SIZE).get_page(page_number(request, f"{level}s"))
    start = (page.number - 1) * PAGE_SIZE
    found = findings_of(one, level)[start : start + PAGE_SIZE] if total else []
    return {"lines": _lines(found), "page": page, "name": f"{level}s"}


def _lines(found) -> list:
    return lines_of(found, get_language())


@require_POST
@login_required
def assess(request, tracking: str):
    one = list_seen_by(request.user, tracking)
    try:
        assess_list(one.id, by=request.user, now=timezone.now())
    except Refusal as refusal:
        messages.warning(request, str(refusal))
    return redirect("contributions:list", tracking=one.tracking)


@require_http_methods(["GET", "POST"])
@login_required
def withdraw(request, tracking: str):
    """Ask why, then withdraw."""
    one = list_seen_by(request.user, tracking)
    gate.require(request.user, "list.withdraw", ("workplace", one.workplace_id))
    if not one.may_be_withdrawn:
        return _too_late(request, one)
    form = WithdrawForm(request.POST or None)
    if form.is_valid():
        try:
            withdraw_list(one.id, by=request.user, now=timezone.now(), reason=form.cleaned_data["reason"])
        except Refusal:
            return _too_late(request, one)
        return redirect("contributions:list", tracking=one.tracking)
    context = {"form": form, **common_context(request, one, timezone.localdate())}
    return render(request, "contributions/withdraw.html", context, status=422 if form.is_bound else 200)


def _too_late(request, one: MonthlyList):
    messages.warning(request, _("این فهرست را دیگر نمی‌شود پس گرفت: یا محاسبه شده یا پیش‌تر پس گرفته شده است."))
    return redirect("contributions:list", tracking=one.tracking)
