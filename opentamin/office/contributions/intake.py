"""From the door to the first answer: an upload is received whole, and checked at once where the sender can wait for it.

The page and the API come in by `take_or_queue`, the command by `take_in`; the acts are `receive_upload`, `read_upload`,
`receive_list` and `check_list`.
"""

import logging
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db import transaction

from .actions import NotWaiting, Receipt, check_list, finish_upload, read_upload, receive_list, receive_upload, waiting_upload
from .load import is_crowded
from .models import ListState, Upload
from .tasks import ROWS_CHECKED_AT_ONCE, check_received_list, read_waiting_upload

log = logging.getLogger(__name__)

SECONDS_UNTIL_CHECKED_AGAIN = 30  # longer than a short list ever takes; then its job finds nothing left to do


def take_or_queue(files: Iterable[tuple[str, bytes]], *, by, now: datetime) -> list[Receipt] | Upload:
    """The receipts of checked lists; on a crowded day the upload, kept and queued, with its number. `now` is the moment it came.

    Raises `opentamin.lists.Refused` only when it was read at once; then nothing is kept.
    """
    files = list(files)
    if is_crowded():
        return _queue(files, by=by, now=now)
    with transaction.atomic():
        waiting = waiting_upload(files, by=by)
        if waiting:
            return waiting
        receipts = _receive(files, by=by, now=now)
    return _check_short(receipts, now=now)


def _queue(files: list[tuple[str, bytes]], *, by, now: datetime) -> list[Receipt] | Upload:
    with transaction.atomic():
        arrival = receive_upload(files, by=by, now=now)
        if arrival.is_first:
            read_waiting_upload.defer(upload_id=arrival.upload.id)
    return arrival.upload or [Receipt(one, False, None) for one in arrival.lists]


def take_in(files: Iterable[tuple[str, bytes]], *, by, now: datetime) -> list[Receipt]:
    """Receive one upload and check what is short enough. Raises `opentamin.lists.Refused`; then nothing is kept.

    The job of every new list is deferred inside the receiving transaction, so that none stays unread when this process
    breaks off. A long list's job runs at once. A short list is checked here, after that transaction, and its job comes later.
    """
    return _check_short(_receive(files, by=by, now=now), now=now)


@transaction.atomic
def _receive(files: Iterable[tuple[str, bytes]], *, by, now: datetime) -> list[Receipt]:
    receipts = receive_list(files, by=by, now=now)
    for receipt in receipts:
        if receipt.is_first:
            _defer_check(receipt)
    return receipts


def _check_short(receipts: list[Receipt], *, now: datetime) -> list[Receipt]:
    for receipt in receipts:
        if receipt.is_first and is_checked_at_once(receipt):
            _check(receipt, now=now)
    return receipts


def check_long(receipts: list[Receipt], *, now: datetime) -> Iterator[Receipt]:
    """Check what `take_in` left to the background, one list after the other: for somebody who waits, as at the command line.

    The list's job does nothing more then; where it is at it already, its result is waited for.
    """
    for receipt in receipts:
        if receipt.list.state == ListState.RECEIVED:
            _check(receipt, now=now)
        yield receipt


def work_off_upload(upload_id: int, *, now: datetime) -> None:
    """Read one upload of the queue and check its lists. Broken off at any point it can be done again: each step is done once."""
    pairs = {receipt.list.id: receipt.pair for receipt in read_upload(upload_id, now=now)}
    waiting = Upload.objects.get(pk=upload_id).lists.filter(state=ListState.RECEIVED)
    for one in waiting.values_list("id", flat=True):
        try:
            check_list(one, now=now, pair=pairs.get(one))
        except NotWaiting:  # withdrawn meanwhile
            continue
    finish_upload(upload_id, now=now)


def is_checked_at_once(receipt: Receipt) -> bool:
    return receipt.pair.workers_count <= ROWS_CHECKED_AT_ONCE


def _defer_check(receipt: Receipt) -> None:
    later = {"schedule_in": {"seconds": SECONDS_UNTIL_CHECKED_AGAIN}} if is_checked_at_once(receipt) else {}
    check_received_list.configure(**later).defer(list_id=receipt.list.id)


def _check(receipt: Receipt, *, now: datetime) -> None:
    """Our own mistake in checking must not cost the sender the receipt: it is logged, and the list's job tries again."""
    try:
        receipt.list.__dict__.update(check_list(receipt.list.id, now=now, pair=receipt.pair).__dict__)
    except NotWaiting:
        receipt.list.refresh_from_db()
    except Exception:
        log.exception("list %s could not be checked at once", receipt.list.tracking)
