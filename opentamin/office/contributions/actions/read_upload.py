"""Read a waiting upload: its lists are received as of the moment it came, or it is handed back with a finding."""

from datetime import datetime

from django.db import transaction

from opentamin.lists import Refused
from opentamin.office.notices.actions import tell

from ..models import Upload, UploadState
from .receive_list import Receipt, receive_list


@transaction.atomic
def read_upload(upload_id: int, *, now: datetime) -> list[Receipt]:
    """The lists of an upload, received with the moment of its arrival and the rights its sender had then.

    A file that cannot be read is handed back under its number and stays as evidence of what came and when; then, and for an
    upload already read, the answer is empty. Done twice it is done once.
    """
    upload = Upload.objects.select_for_update().select_related("received_by").get(pk=upload_id)
    if not upload.is_waiting or upload.lists.exists():
        return []
    files = [(kept.name, kept.document.read()) for kept in upload.documents.select_related("document").order_by("pk")]
    try:
        receipts = receive_list(
            files, by=upload.received_by, now=upload.received_at, may_send=set(upload.workplaces), tracking=upload.tracking
        )
    except Refused as refusal:
        _hand_back(upload, refusal, now)
        return []
    upload.lists.set([receipt.list for receipt in receipts])
    return receipts


def finish_upload(upload_id: int, *, now: datetime) -> None:
    """Take an upload out of the queue: everything in it has been checked."""
    Upload.objects.filter(pk=upload_id, state=UploadState.WAITING).update(state=UploadState.DONE, done_at=now)


def _hand_back(upload: Upload, refusal: Refused, now: datetime) -> None:
    found = refusal.finding
    upload.finding = {"code": found.code, "column": found.column, "seen": found.seen, "facts": dict(found.facts)}
    upload.state, upload.done_at = UploadState.RETURNED, now
    upload.save(update_fields=["finding", "state", "done_at"])
    if len(upload.workplaces) == 1:  # of several we cannot know whose it was: the sender finds it among what was sent
        tell(
            ("workplace", upload.workplaces[0]),
            "upload_returned",
            {"tracking": upload.tracking},
            f"/lists/{upload.tracking}/",
            now=now,
        )
