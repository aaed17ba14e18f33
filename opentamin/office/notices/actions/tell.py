"""Tell a person, a workplace or a branch that something happened."""

from datetime import datetime
from typing import Any

from ..models import Notice


def tell(scope: tuple[str, int], kind: str, facts: dict[str, Any], url: str, now: datetime) -> Notice:
    """The notice written, in the transaction that is open: what is undone is not told.

    `kind` names the sentence (templates/notices/kinds/<kind>.html); `facts` are its figures, as JSON values;
    `url` is the page of the thing, beginning with one slash.
    """
    scope_kind, scope_id = scope
    return Notice.objects.create(scope_kind=scope_kind, scope_id=scope_id, kind=kind, facts=facts, url=url, created_at=now)
