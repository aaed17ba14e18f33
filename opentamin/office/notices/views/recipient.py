"""A paper for whom it is meant: that it waits, opening it, and the letter itself."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from opentamin.office.accounts import gate
from opentamin.office.accounts.scopes import around, names
from opentamin.office.records.access import may_open, words_of
from opentamin.office.records.downloads import as_download

from ..actions import open_paper
from ..models import Service
from ..queries import may_receive, service_seen_by, services_of


@require_safe
@login_required
def paper(request: HttpRequest, service_id: int) -> HttpResponseBase:
    """What waits and what opening it means; once it was served, when and how. Looking at this page serves nothing."""
    return render(request, "notices/paper.html", context_of(request, service_seen_by(request.user, service_id)))


def context_of(request: HttpRequest, service: Service) -> dict:
    """What every page of a service shows."""
    return {
        "service": service,
        "what": words_of(service.paper.kind),
        "to_name": service.addressee or names([service.to]).get(service.to, ""),
        "may_receive": may_receive(request.user, service),
        "may_serve": gate.may(request.user, "paper.serve", *around(service.to)),
        "may_read": may_open(request.user, service.paper.document),
        "attempts": services_of(service.paper),
        "today": timezone.localdate(),
    }


@require_POST
@login_required
def open_it(request: HttpRequest, service_id: int) -> HttpResponseBase:
    """Receive the paper: from this moment it is served."""
    service = service_seen_by(request.user, service_id)
    open_paper(service.pk, by=request.user, now=timezone.now())
    return redirect(service.url)


@require_safe
@login_required
def letter(request: HttpRequest, service_id: int) -> HttpResponseBase:
    """The letter as it went out, byte for byte; not before it was received."""
    service = service_seen_by(request.user, service_id)
    if not may_open(request.user, service.paper.document):
        raise Http404
    return as_download(service.paper.document)
