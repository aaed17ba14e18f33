"""What one takes along from a list, for programs: the report of findings, the receipt."""

from django.http import HttpResponse
from django.utils import timezone
from ninja import Router

from opentamin.office.kit.downloads import PDF, XLSX, download
from opentamin.office.kit.text import fold

from .queries import list_seen_by
from .receipts import receipt_paper
from .xlsx import findings_report

router = Router()


def _file(media_type: str, what: str) -> dict:
    """How the description of the API announces a file."""
    return {"responses": {200: {"description": what, "content": {media_type: {"schema": {"type": "string", "format": "binary"}}}}}}


@router.get("/{tracking}/findings.xlsx", summary="The report of findings", openapi_extra=_file(XLSX, "A workbook"))
def findings_xlsx(request, tracking: str) -> HttpResponse:
    """The findings, and the list itself with the cells in doubt marked: mend them and send the workbook."""
    one = list_seen_by(request.auth, fold(tracking))
    return download(findings_report(one), f"findings-{one.tracking}.xlsx", XLSX)


@router.get("/{tracking}/receipt.pdf", summary="The receipt", openapi_extra=_file(PDF, "A paper that can be verified"))
def receipt_pdf(request, tracking: str) -> HttpResponse:
    """Asked for twice it is the same paper; anybody who holds it can check it at `/verify/`."""
    one = list_seen_by(request.auth, fold(tracking))
    return download(receipt_paper(one, by=request.auth, now=timezone.now()).document.read(), f"receipt-{one.tracking}.pdf", PDF)
