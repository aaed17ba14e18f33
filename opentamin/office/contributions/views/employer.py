"""Pages of the employer and the clerk: their lists, and sending one."""

from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_GET, require_http_methods

from opentamin.lists import Refused
from opentamin.office.accounts import gate
from opentamin.office.kit.arrival import arrival_of
from opentamin.office.kit.text import fold

from ..forms import SendForm, too_large_words
from ..intake import take_or_queue
from ..listings import PAGE_SIZE, duties_of
from ..load import one_in_hand
from ..models import Upload
from ..queries import lists_of_workplaces, workplaces_of
from ..telling import refusal_line
from .pieces import with_last_days

ARRIVED_MAX = 100
RECEIPTS_MAX = 40  # in one ZIP; each is a paper of its own
MULTIPART_MARGIN_BYTES = 64 * 1024  # headers and boundaries around the files themselves


@require_GET
@login_required
def lists(request):
    """Workplaces the reader acts for, what they owe, and their lists month by month."""
    workplaces = _own_workplaces(request.user)
    today = timezone.localdate()
    chosen = _chosen(request, workplaces)
    arrived = _arrived(request)
    shown = lists_of_workplaces({chosen.id} if chosen else {workplace.id for workplace in workplaces})
    if arrived:
        shown = shown.filter(tracking__in=arrived)
    page = Paginator(shown, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "workplaces": workplaces,
        "chosen": chosen,
        "arrived": len(arrived),
        "arrived_numbers": arrived[:RECEIPTS_MAX],
        "duties": duties_of([chosen] if chosen else workplaces, today),
        "page": page,
        "lists": with_last_days(page.object_list),
        "has_many_workplaces": len(workplaces) > 1 and not chosen,
        "today": today,
    }
    return render(request, "contributions/lists.html", context)


def _own_workplaces(user) -> list:
    workplaces = list(workplaces_of(user, "list.receive"))
    if not workplaces:
        raise gate.NotAllowed("list.receive")
    return workplaces


def _chosen(request, workplaces: list):
    wanted = request.GET.get("workplace", "")
    return next((workplace for workplace in workplaces if str(workplace.id) == wanted), None)


def _arrived(request) -> list[str]:
    """Tracking numbers of an upload that held several lists."""
    return [fold(number) for number in request.GET.get("arrived", "").split(",") if number][:ARRIVED_MAX]


@csrf_exempt  # only so that a body too large is refused before anything reads it; the rest is protected below
@require_http_methods(["GET", "POST"])
def send(request):
    if _is_too_large(request):
        return _answer(request, SendForm(), refused=too_large_words(), status=413)
    if request.method != "POST":
        return _send(request)
    with one_in_hand():
        return _send(request)


def _is_too_large(request) -> bool:
    try:
        length = int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        length = 0
    return length > settings.LIST_UPLOAD_BYTES_MAX + MULTIPART_MARGIN_BYTES


@csrf_protect
@login_required
def _send(request):
    """The form, and receiving what it brings."""
    if request.method == "GET":
        return _answer(request, SendForm())
    if not gate.scopes_of(request.user, "list.receive", "workplace"):
        raise gate.NotAllowed("list.receive")
    form = SendForm(request.POST, request.FILES)
    if not form.is_valid():
        return _answer(request, form, refused=form.errors["files"][0], status=422)
    try:
        taken = take_or_queue(form.contents(), by=request.user, now=arrival_of(request))
    except Refused as refusal:
        line = refusal_line(refusal.finding, get_language())
        return _answer(request, form, refused=line.summary, line=line, status=422)
    return redirect(after(taken))


def after(taken) -> str:
    """Where a sending leads: to its list, to the table of its lists, or to its place in the queue."""
    if isinstance(taken, Upload):
        return reverse("contributions:upload", args=[taken.tracking])
    receipts = taken
    if len(receipts) > 1:
        numbers = ",".join(receipt.list.tracking for receipt in receipts)
        return f"{reverse('contributions:lists')}?{urlencode({'arrived': numbers}, safe=',')}"
    [receipt] = receipts
    address = reverse("contributions:list", args=[receipt.list.tracking])
    return address if receipt.is_first else f"{address}?again=1"


def _answer(request, form, *, refused="", line=None, status=200):
    workplaces = [] if status == 413 else _own_workplaces(request.user)
    context = {
        "form": form,
        "refused": refused,
        "line": line,
        "workplaces": workplaces,
        "duties": duties_of(workplaces, timezone.localdate()) if workplaces else [],
        "bytes_max": settings.LIST_UPLOAD_BYTES_MAX,
    }
    return render(request, "contributions/send.html", context, status=status)

