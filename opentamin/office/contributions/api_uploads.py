"""Sendings that wait to be read, for programs: their number, their place in the queue, and what became of them."""

from datetime import datetime
from functools import wraps

from django.utils import timezone
from django.utils.translation import get_language
from ninja import Router, Schema

from opentamin.lists import Finding
from opentamin.office.kit.text import fold

from .api_answers import FindingAnswer, ListAnswer, finding_answer, in_utc, list_answer
from .load import one_in_hand
from .models import Upload
from .queue import place_of, upload_seen_by
from .telling import refusal_line

router = Router(tags=["lists"])


class UploadAnswer(Schema):
    """`state` is waiting, done or returned. `ahead` are the sendings before it and `seconds` the time expected until its turn
    (null when it no longer waits or nothing could be measured yet); `finding` says why it was handed back unread."""

    tracking: str
    state: str
    received_at: datetime
    done_at: datetime | None
    ahead: int | None
    seconds: int | None
    finding: FindingAnswer | None
    lists: list[ListAnswer]


def counted_in_hand(operation):
    """Count a sending from before its body is taken apart until its answer."""

    @wraps(operation)
    def asked(request, *args, **kwargs):
        with one_in_hand():
            return operation(request, *args, **kwargs)

    return asked


@router.get("/{tracking}", response=UploadAnswer, summary="A sending that was queued")
def one_upload(request, tracking: str):
    """Where a sending stands in the queue, and the lists it became. Only its sender sees it, and headquarters."""
    upload = upload_seen_by(request.auth, fold(tracking))
    place = place_of(upload, now=timezone.now()) if upload.is_waiting else None
    answer = upload_answer(upload, get_language(), lists=upload.lists.select_related("workplace", "assessment"))
    answer.ahead, answer.seconds = (place.ahead, place.seconds) if place else (None, None)
    return answer


def upload_answer(upload: Upload, language: str, lists=()) -> UploadAnswer:
    """A sending as just received: its place is not looked up, so that the receipt costs no further question."""
    line = refusal_line(Finding(level="error", **upload.finding), language) if upload.finding else None
    return UploadAnswer(
        tracking=upload.tracking,
        state=upload.state,
        received_at=in_utc(upload.received_at),
        done_at=in_utc(upload.done_at),
        ahead=None,
        seconds=None,
        finding=finding_answer(line) if line else None,
        lists=[list_answer(one) for one in lists],
    )
