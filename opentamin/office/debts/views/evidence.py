"""An officer records a paper about a month: what was found, for whom, with the paper itself."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from opentamin.office.accounts import gate
from opentamin.office.records.actions import keep_document

from ..actions import NoEvidence, record_evidence
from ..forms import EvidenceForm


@require_http_methods(["GET", "POST"])
@login_required
def record(request: HttpRequest) -> HttpResponse:
    branches = gate.scopes_of(request.user, "evidence.record", "branch")
    if not branches:
        gate.require(request.user, "evidence.record", *(grant.scope for grant in gate.live_grants(request.user)))
    form = EvidenceForm(request.POST or None, request.FILES or None, branches=branches)
    if form.is_valid():
        try:
            _record(form, request.user)
        except NoEvidence as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("سند ثبت شد. با «آماده کردن»، بدهی همان ماه از روی آن حساب می‌شود."))
            return redirect("debts:branch_debts")
    return render(request, "debts/evidence.html", {"form": form}, status=422 if form.is_bound else 200)


@transaction.atomic
def _record(form: EvidenceForm, user) -> None:
    given, now = form.cleaned_data, timezone.now()
    file = given["document"]
    document = keep_document(file.read(), name=file.name, kind="evidence", media_type="application/octet-stream", by=user, now=now)
    record_evidence(
        workplace=given["workplace"], month=given["month"], kind=given["kind"], document=document, found_on=given["found_on"], rows=given["rows"], note=given["note"], by=user, now=now
    )
