"""Typing a list on a page, for workplaces of a few people; and saying that nobody worked. No script is needed."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from opentamin import law as laws
from opentamin.lists import Refused
from opentamin.office.accounts import gate
from opentamin.office.kit.arrival import arrival_of
from opentamin.office.kit.downloads import XLSX, download
from opentamin.office.kit.text import fold

from ..intake import take_or_queue
from ..models import ListState, MonthlyList
from ..models.monthly_list import STANDING
from ..queries import list_seen_by, workplaces_of
from ..sent_files import rows_as_typed
from ..telling import refusal_line
from ..typed_forms import ROWS_MAX, PlaceForm, RowsForm
from ..typed_list import columns_of, document_of, header_of, next_number, nobody_worked, ready_sheet, rows_of, rows_to_carry
from ..xlsx import list_workbook
from .employer import after

SHEET_ROWS_MAX = 5000


@login_required
@require_http_methods(["GET", "POST"])
def type_list(request):
    """Choose workplace and month, then a row for each worker: those of the last list are there already."""
    place = _place(request)
    if not place.is_valid():
        return render(
            request,
            "contributions/type_choose.html",
            {"form": place if place.is_bound and set(place.data) & {"workplace", "month"} else _fresh(request)},
        )
    workplace, month = place.cleaned_data["workplace"], place.cleaned_data["month"]
    if request.method == "GET":
        return _page(request, workplace, month, RowsForm(initial=_initial(request, workplace, month)))
    rows = RowsForm(request.POST)
    if request.POST.get("act") == "more":
        return _page(request, workplace, month, _one_more(rows))
    if not rows.is_valid() or not rows.rows():
        return _page(request, workplace, month, rows, is_empty=rows.is_valid(), status=422)
    columns, result = columns_of(rows.rows(), workplace, month, timezone.localdate())
    if request.POST.get("act") != "send":
        return _page(request, workplace, month, rows, result=result)
    return _send(request, workplace, month, rows, columns)


def _place(request) -> PlaceForm:
    workplaces = workplaces_of(request.user, "list.receive")
    if not workplaces:
        raise gate.NotAllowed("list.receive")
    return PlaceForm(request.POST if request.method == "POST" else request.GET, workplaces=workplaces, today=timezone.localdate())


def _fresh(request) -> PlaceForm:
    return PlaceForm(workplaces=workplaces_of(request.user, "list.receive"), today=timezone.localdate())


def _initial(request, workplace, month: int) -> list[dict]:
    """Rows of the list to be mended or corrected (`from`), else those of the last list with a whole month's days."""
    if number := fold(request.GET.get("from", "")):
        one = list_seen_by(request.user, number, "list.receive")
        rows = rows_as_typed(one, ROWS_MAX) if one.state == ListState.RETURNED else rows_of(one, ROWS_MAX)
        return rows or [{}]
    length = laws.days.month_length(month)
    return [{**row, "days": length} for row in rows_to_carry(workplace, ROWS_MAX)] or [{}]


def _one_more(rows) -> "RowsForm":
    """The same rows as typed, right or not yet, and an empty one."""
    names = rows.empty_form.fields
    typed = [{name: form[name].value() for name in names} for form in rows.forms]
    return RowsForm(initial=[*typed, {}][:ROWS_MAX])


def _page(request, workplace, month: int, rows, *, result=None, is_empty=False, refused=None, status: int = 200) -> HttpResponse:
    context = {
        "workplace": workplace,
        "month": month,
        "rows": rows,
        "rows_max": ROWS_MAX,
        "is_full": len(rows.forms) >= ROWS_MAX,
        "is_empty": is_empty,
        "errors_count": sum(len(form.errors) for form in rows.forms) if rows.is_bound else 0,
        "refused": refused,
        "result": result,
        "standing": MonthlyList.objects.filter(workplace=workplace, month=month, contract_row="", state__in=STANDING).exists(),
        "is_supplementary": request.POST.get("number") == "next",
    }
    return render(request, "contributions/type_rows.html", context, status=status)


def _send(request, workplace, month: int, rows, columns: dict) -> HttpResponse:
    today = timezone.localdate()
    number = next_number(workplace, month) if request.POST.get("number") == "next" else 1
    try:
        receipts = take_or_queue([document_of(header_of(workplace, month, number, today), columns)], by=request.user, now=arrival_of(request))
    except Refused as refusal:
        return _page(request, workplace, month, rows, refused=refusal_line(refusal.finding, get_language()), status=422)
    return redirect(after(receipts))


@login_required
@require_POST
def nobody(request):
    """The workplace had no worker in the month: said in the employer's name, received and checked like every list."""
    place = _place(request)
    if not place.is_valid() or request.POST.get("sure") != "yes":
        messages.warning(request, _("کارگاه و ماه را برگزینید و بنویسید که در آن ماه کسی کار نکرد."))
        return redirect("contributions:type")
    workplace, month = place.cleaned_data["workplace"], place.cleaned_data["month"]
    try:
        receipts = take_or_queue([nobody_worked(workplace, month, timezone.localdate())], by=request.user, now=arrival_of(request))
    except Refused as refusal:
        messages.warning(request, refusal_line(refusal.finding, get_language()).summary)
        return redirect(reverse("contributions:type"))
    return redirect(after(receipts))


@login_required
@require_GET
def sheet(request):
    """The ready sheet of a workplace and month, with the people of its last list."""
    place = _place(request)
    if not place.is_valid():
        return redirect("contributions:type")
    workplace, month = place.cleaned_data["workplace"], place.cleaned_data["month"]
    rows = ready_sheet(workplace, month, SHEET_ROWS_MAX, timezone.localdate())
    return download(list_workbook(rows), f"list-{rows.header['DSK_ID']}-{month}.xlsx", XLSX)
