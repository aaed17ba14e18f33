"""An officer follows a paper up: its proof by post or hand, another way when the first does not reach."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from opentamin.office.accounts import gate
from opentamin.office.accounts.scopes import around
from opentamin.office.records.actions import keep_document

from ..actions import AlreadyServed, CannotProve, CannotServe, prove_service, serve
from ..forms import AgainForm, ProofForm
from ..queries import service_seen_by
from .recipient import context_of


@require_http_methods(["GET", "POST"])
@login_required
def proof(request: HttpRequest, service_id: int) -> HttpResponse:
    """Write the day the letter was received, from its receipt, or that it came back."""
    service = service_seen_by(request.user, service_id)
    gate.require(request.user, "paper.serve", *around(service.to))
    form = ProofForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        now, given = timezone.now(), form.cleaned_data
        receipt = given.pop("receipt")
        kept = keep_document(receipt.read(), name=receipt.name, kind="service_receipt", media_type="application/octet-stream", by=request.user, now=now) if receipt else None
        try:
            prove_service(service.pk, receipt=kept, by=request.user, now=now, **given)
        except CannotProve as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("notices:paper", service_id=service.pk)
    context = {"form": form, **context_of(request, service)}
    return render(request, "notices/proof.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@login_required
def again(request: HttpRequest, service_id: int) -> HttpResponse:
    """Send the same letter by another way."""
    service = service_seen_by(request.user, service_id)
    gate.require(request.user, "paper.serve", *around(service.to))
    form = AgainForm(request.POST or None)
    if form.is_valid():
        try:
            further = serve(service.paper, service.to, url=service.url, by=request.user, now=timezone.now(), **form.cleaned_data)
        except CannotServe as refusal:
            form.add_error(None, str(refusal))
        except AlreadyServed as refusal:
            messages.warning(request, str(refusal))
            return redirect("notices:paper", service_id=service.pk)
        else:
            return redirect("notices:paper", service_id=further.pk)
    context = {"form": form, **context_of(request, service)}
    return render(request, "notices/again.html", context, status=422 if form.is_bound else 200)
