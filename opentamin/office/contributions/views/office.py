"""An accountant's office: the month of all workplaces one acts for, one ZIP for all of them, a receipt for each."""

import io
import zipfile

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from opentamin.office.accounts import gate
from opentamin.office.kit import numbers
from opentamin.office.kit.downloads import ZIP, download
from opentamin.office.kit.refusals import Refusal
from opentamin.office.kit.text import fold

from ..actions import assess_list
from ..listings import is_open, last_day_for
from ..models import ListState, MonthlyList
from ..queries import list_seen_by, workplaces_of
from ..receipts import receipt_paper
from ..typed_forms import PlaceForm
from ..typed_list import ready_sheet
from ..xlsx import list_workbook
from .employer import RECEIPTS_MAX
from .typed import SHEET_ROWS_MAX

SHEETS_MAX = 60


@require_GET
@login_required
def office(request):
    """One line for each workplace: its list of the month, and what it waits for."""
    workplaces, month = _workplaces(request.user), _month(request)
    latest = _latest(workplaces, month)
    lines = [
        {"workplace": workplace, "lists": latest.get(workplace.id, []), "last_day": last_day_for(workplace, month)}
        for workplace in workplaces
        if workplace.id in latest or is_open(workplace, month)
    ]
    ready = [one for line in lines for one in line["lists"] if one.state == ListState.ACCEPTED]
    context = {
        "month": month,
        "months": PlaceForm(workplaces=None, today=timezone.localdate()).fields["month"].choices,
        "lines": lines,
        "ready": ready,
        "missing_count": sum(not line["lists"] for line in lines),
        "returned_count": sum(any(one.state == ListState.RETURNED for one in line["lists"]) for line in lines),
        "receipts": [one.tracking for line in lines for one in line["lists"]][:RECEIPTS_MAX],
        "today": timezone.localdate(),
    }
    return render(request, "contributions/office.html", context)


def _workplaces(user) -> list:
    workplaces = list(workplaces_of(user, "list.receive"))
    if not workplaces:
        raise gate.NotAllowed("list.receive")
    return workplaces


def _month(request) -> int:
    """The month asked for, the last one whose work is done when it is none of those."""
    form = PlaceForm(workplaces=None, today=timezone.localdate())
    choices = [month for month, _words in form.fields["month"].choices]
    text = fold(request.GET.get("month", "") or request.POST.get("month", ""))
    return int(text) if text.isascii() and text.isdigit() and int(text) in choices else choices[0]


def _latest(workplaces: list, month: int) -> dict[int, list[MonthlyList]]:
    """Lists of the month, the latest of every number, by workplace. One query."""
    lists = MonthlyList.objects.filter(workplace__in=workplaces, month=month, corrected_at=None).exclude(state=ListState.WITHDRAWN)
    lists = lists.select_related("workplace", "assessment").order_by("workplace_id", "contract_row", "list_number", "-pk")
    found: dict[int, list[MonthlyList]] = {}
    seen = set()
    for one in lists:
        number = (one.workplace_id, one.contract_row, one.list_number)
        if number not in seen:
            found.setdefault(one.workplace_id, []).append(one)
        seen.add(number)
    return found


@require_POST
@login_required
def assess_all(request):
    """Make the chosen lists final, each by itself: one that cannot be is told and stands in nobody's way."""
    done, left = 0, []
    for tracking in map(fold, request.POST.getlist("list")[:SHEETS_MAX]):
        one = list_seen_by(request.user, tracking, "list.assess")
        try:
            assess_list(one.id, by=request.user, now=timezone.now())
            done += 1
        except (Refusal, gate.NotAllowed):
            left.append(one)
    if done:
        messages.success(request, ngettext("%(n)s فهرست ثبت شد.", "%(n)s فهرست ثبت شد.", done) % {"n": numbers.grouped(done)})
    for one in left:
        messages.warning(request, _("فهرست %(name)s ثبت نشد؛ در صفحهٔ آن ببینید چرا.") % {"name": one.workplace.name})
    return redirect(f"{reverse('contributions:office')}?month={_month(request)}")


@require_GET
@login_required
def receipts(request):
    """Receipts of several lists, each a paper of its own, in one ZIP."""
    wanted = [fold(number) for number in request.GET.get("lists", "").split(",") if number][:RECEIPTS_MAX]
    papers = {}
    for one in [list_seen_by(request.user, tracking) for tracking in wanted]:
        papers[f"receipt-{one.tracking}.pdf"] = receipt_paper(one, by=request.user, now=timezone.now()).document.read()
    return download(_zip(papers), "receipts.zip", ZIP)


@require_GET
@login_required
def sheets(request):
    """The month's ready sheet of every workplace, in one ZIP: fill them in and send the ZIP back."""
    month = _month(request)
    made = {}
    for workplace in [one for one in _workplaces(request.user) if is_open(one, month)][:SHEETS_MAX]:
        rows = ready_sheet(workplace, month, SHEET_ROWS_MAX, timezone.localdate())
        made[f"{rows.header['DSK_ID']}-{month}.xlsx"] = list_workbook(rows)
    return download(_zip(made), f"lists-{month}.zip", ZIP)


def _zip(files: dict[str, bytes]) -> bytes:
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return body.getvalue()
