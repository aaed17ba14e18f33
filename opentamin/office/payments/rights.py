"""Who may open the papers of this room."""

from opentamin.office.accounts import gate
from opentamin.office.records.models import Document, Paper

from .models import Slip


def may_open_slip(user, document: Document) -> bool:
    """Those who pay for the workplace of the slip, and its branch."""
    slips = Slip.objects.filter(pk__in=Paper.objects.filter(document=document, subject_kind="slip").values("subject_id"))
    return any(
        gate.may(user, "payment.read", ("workplace", slip.workplace_id), ("branch", slip.workplace.branch_id))
        for slip in slips.select_related("workplace")
    )
