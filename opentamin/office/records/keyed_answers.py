"""The same request of a program, sent twice under one key, is done once and answered alike (Idempotency-Key)."""

import hashlib
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import connection, transaction

from .models import KeyedAnswer

KEPT_DAYS: Final = 30
KEY: Final = re.compile(r"[\x21-\x7e]{1,100}")
Answer = tuple[int, Any]


class KeyUnreadable(ValueError):
    """A key is 1 to 100 visible ASCII characters."""


class KeyUsedOtherwise(ValueError):
    """The key was used for another request; nothing was done now."""


def answer_once(user, key: str, request_sha256: str, do: Callable[[], Answer], *, now: datetime) -> Answer:
    """The answer of `do` (status and a body of JSON values), or the one it gave before under this key.

    `do` and the keeping of its answer are one transaction, so that a request broken off leaves either both or neither. What
    raises leaves nothing, the key included: it may be sent again, mended. Two at once stand in line.
    """
    if not KEY.fullmatch(key):
        raise KeyUnreadable(key[:100])
    with transaction.atomic():
        _stand_in_line(user, key)
        first = KeyedAnswer.objects.filter(user=user, key=key).first()
        if first is None:
            status, body = do()
            KeyedAnswer.objects.create(user=user, key=key, request_sha256=request_sha256, status=status, body=body, created_at=now)
            return status, body
        if first.request_sha256 != request_sha256:
            raise KeyUsedOtherwise(key)
        return first.status, first.body


def _stand_in_line(user, key: str) -> None:
    place = int.from_bytes(hashlib.sha256(f"{user.pk} {key}".encode()).digest()[:8], signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [place])


def forget_old(now: datetime) -> int:
    """Drop answers older than we promise to remember; return how many."""
    return KeyedAnswer.objects.filter(created_at__lt=now - timedelta(days=KEPT_DAYS)).delete()[0]
