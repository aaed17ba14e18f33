"""From the door to the first answer: an upload is received whole, and checked at once where the sender can wait for it.

The page, the API and the command come in here; the acts are `receive_list` and `check_list`."""

import logging
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from .actions import NotWaiting, Receipt, check_list, receive_list
from .tasks import ROWS_CHECKED_AT_ONCE, check_received_list

log = logging.getLogger(__name__)

SECONDS_UNTIL_CHECKED_AGAIN = 30  # longer than a short list ever takes; then its job finds nothing left to do


def take_in(files: Iterable[tuple[str, bytes]], *, by, now: datetime) -> list[Receipt]:
    """Receive one upload and check what is short enough. Raises `opentamin.lists.Refused`; then nothing is kept.

    The job of every new list is deferred inside the receiving transaction, so that none stays unread when this process
    breaks off. A long list's job runs at once. A short list is checked here, after that transaction, and its job comes later.
    """
    with transaction.atomic():
        receipts = receive_list(files, by=by, now=now)
        for receipt in receipts:
            if receipt.is_first:
                _defer_check(receipt)
    for receipt in receipts:
        if receipt.is_first and is_checked_at_once(receipt):
            _check(receipt, now=now)
    return receipts


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
