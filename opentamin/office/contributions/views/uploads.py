"""A sending that was queued, and the officers' page of the queue itself."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_GET
from django_htmx.http import HttpResponseClientRefresh

from opentamin.lists import Finding
from opentamin.office.accounts import gate

from ..models import Upload
from ..queue import place_of, queue, upload_seen_by
from ..telling import refusal_line

SECONDS_BETWEEN_LOOKS = 10


@require_GET
@login_required
def show(request, tracking: str):
    """Where a sending stands, and on to its lists as soon as there are any."""
    return shown(request, tracking)


def shown(request, tracking: str):
    """The page of a tracking number under which no list stands (yet). Raises `accounts.gate.NotAllowed`."""
    upload = upload_seen_by(request.user, tracking)
    if request.htmx:
        return HttpResponse(status=204) if upload.is_waiting and not upload.has_lists else HttpResponseClientRefresh()
    if upload.has_lists:
        return _to_its_lists(upload)
    return _waiting(request, upload) if upload.is_waiting else _returned(request, upload)


def _to_its_lists(upload: Upload):
    numbers = list(upload.lists.values_list("tracking", flat=True))
    if len(numbers) > 1:
        return redirect(f"{reverse('contributions:lists')}?arrived={','.join(numbers)}")
    return redirect("contributions:list", tracking=numbers[0])


def _waiting(request, upload: Upload):
    context = {
        "upload": upload,
        "place": place_of(upload, now=timezone.now()),
        "documents": upload.documents.select_related("document").order_by("pk"),
        "looks_again": "still" not in request.GET,
        "seconds": SECONDS_BETWEEN_LOOKS,
    }
    return render(request, "contributions/upload_waiting.html", context)


def _returned(request, upload: Upload):
    line = refusal_line(Finding(level="error", **upload.finding), get_language())
    documents = upload.documents.select_related("document").order_by("pk")
    return render(request, "contributions/upload_returned.html", {"upload": upload, "line": line, "documents": documents})


@require_GET
@login_required
def of_all(request):
    """How long the queue is and how fast it goes: figures of the house, no one's files."""
    if not gate.may_everywhere(request.user, "branch.lists.read"):
        branches = [("branch", branch) for branch in gate.scopes_of(request.user, "branch.lists.read", "branch")]
        gate.require(request.user, "branch.lists.read", *branches or [grant.scope for grant in gate.live_grants(request.user)])
    now = timezone.now()
    context = {"queue": queue(now), "now": now, "looks_again": "still" not in request.GET, "seconds": SECONDS_BETWEEN_LOOKS}
    return render(request, "contributions/queue.html", context)
