"""Write one line of audit."""

from datetime import datetime
from typing import Any

from psycopg.types.json import Jsonb

from opentamin.office.kit.statements import ask

from ..models import Audit


def note_act(act: str, *, by, subject: tuple[str, int], facts: dict[str, Any], now: datetime, reason: str = "") -> Audit:
    """The line written. `facts` are JSON values: ids, counts, states and days, never names or numbers of people."""
    line = {"act": act, "by_id": by.pk, "at": now, "subject_kind": subject[0], "subject_id": subject[1], "reason": reason}
    names, values = ", ".join(line), ", ".join(f"%({name})s" for name in line)
    [(number,)] = ask(f"INSERT INTO {Audit._meta.db_table} ({names}, facts) VALUES ({values}, %(facts)s) RETURNING id", line | {"facts": Jsonb(facts)})
    return Audit(id=number, facts=facts, **line)
