"""Note that notices were read."""

from collections.abc import Iterable
from datetime import datetime

from ..queries import inbox


def mark_read(ids: Iterable[int], *, by, now: datetime) -> int:
    """How many became read. Notices of others and those read before are passed over."""
    return inbox(by).filter(pk__in=list(ids), read_at__isnull=True).update(read_at=now)
