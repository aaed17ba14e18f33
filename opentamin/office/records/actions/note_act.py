"""Write one line of audit."""

from datetime import datetime
from typing import Any

from ..models import Audit


def note_act(act: str, *, by, subject: tuple[str, int], facts: dict[str, Any], now: datetime, reason: str = "") -> Audit:
    """The line written. `facts` are JSON values: ids, counts, states and days, never names or numbers of people."""
    subject_kind, subject_id = subject
    return Audit.objects.create(
        act=act, by=by, at=now, subject_kind=subject_kind, subject_id=subject_id, facts=facts, reason=reason
    )
