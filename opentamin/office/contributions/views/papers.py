"""Things to take along: the report of findings, the files as they were sent, the receipt."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from opentamin.office.accounts import gate
from opentamin.office.kit.downloads import PDF, XLSX, download
from opentamin.office.records.downloads import as_download

from ..listings import last_day_of
from ..queries import list_seen_by
from ..receipts import receipt_paper
from ..sent_files import documents_of
from ..xlsx import findings_report


@require_GET
@login_required
def findings(request, tracking: str):
    """Findings as a sheet, and the rows as they were sent with the offending cells marked."""
    one = list_seen_by(request.user, tracking)
    return download(findings_report(one), f"findings-{one.tracking}.xlsx", XLSX)


@require_GET
@login_required
def file(request, tracking: str, document_id: int):
    """The bytes as they arrived. Never shown in the browser, always saved."""
    one = list_seen_by(request.user, tracking)
    kept = next((kept for kept in documents_of(one, request.user) if kept.document_id == document_id), None)
    if kept is None:
        raise Http404
    if not kept.may_be_opened:
        raise gate.NotAllowed("list.read")
    return as_download(kept.document)


@require_GET
@login_required
def receipt(request, tracking: str):
    one = list_seen_by(request.user, tracking)
    context = {"one": one, "last_day": last_day_of(one), "today": timezone.localdate(), "documents": documents_of(one, request.user)}
    return render(request, "contributions/receipt.html", context)


@require_GET
@login_required
def receipt_pdf(request, tracking: str):
    """The receipt as a paper that anybody who holds it can check; asked for twice it is the same paper."""
    one = list_seen_by(request.user, tracking)
    paper = receipt_paper(one, by=request.user, now=timezone.now())
    return download(paper.document.read(), f"receipt-{one.tracking}.pdf", PDF)
