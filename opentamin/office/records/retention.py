"""What is kept, how long and why (retention.yaml), and what of it may go today."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from django.apps import apps
from django.db.models import PROTECT, Exists, OuterRef, QuerySet
from django.utils.translation import get_language

_FILE = Path(__file__).with_name("retention.yaml")
STATUSES = ("official", "policy", "unknown")


class Kept(NamedTuple):
    """One entry. `days` after `since` it may go; without days it stays, `kept` says until when. Texts by language."""

    code: str
    tables: tuple[str, ...]
    whats: dict[str, str]
    whys: dict[str, str]
    status: str
    kept: str
    days: int | None
    since: str
    remove: dict[str, Any]
    removed_by: str
    supplies: dict[str, str]

    @property
    def what(self) -> str:
        return _said(self.whats)

    @property
    def why(self) -> str:
        return _said(self.whys)

    @property
    def supply(self) -> str:
        return _said(self.supplies)

    def covers(self, table: str) -> bool:
        """Whether a table of the database belongs here."""
        return any(fnmatchcase(table, pattern) for pattern in self.tables)


def _said(texts: dict[str, str]) -> str:
    return texts.get(get_language() or "fa", texts.get("fa", ""))


@cache
def entries() -> tuple[Kept, ...]:
    """All entries in the order of the file, which is also the order of removal."""
    return tuple(_entry(row) for row in yaml.safe_load(_FILE.read_text(encoding="utf-8")))


def _entry(row: dict[str, Any]) -> Kept:
    entry = Kept(
        code=row["code"],
        tables=tuple(row["tables"]),
        whats=row["what"],
        whys=row["why"],
        status=row["status"],
        kept=row.get("kept", ""),
        days=row.get("days"),
        since=row.get("since", ""),
        remove=row.get("remove", {}),
        removed_by=row.get("removed_by", ""),
        supplies=row.get("supply", {}),
    )
    assert entry.status in STATUSES, f"{entry.code}: status {entry.status}"
    assert (entry.days is None) == bool(entry.kept), f"{entry.code}: either kept or days"
    assert entry.days is None or bool(entry.remove) != bool(entry.removed_by), f"{entry.code}: something removes it"
    assert entry.status != "unknown" or (entry.kept and entry.supplies), f"{entry.code}: nothing goes on an unknown period"
    return entry


def expired(now: datetime) -> Iterator[tuple[Kept, QuerySet]]:
    """Every entry we remove by age, with the rows that may go. A row another row rests on is not among them."""
    for entry in entries():
        if entry.remove:
            model = apps.get_model(entry.remove["model"])
            before = now - timedelta(days=entry.days or 0)
            rows = model._base_manager.filter(**{f"{entry.since}__lt": before}, **entry.remove.get("where", {}))
            yield entry, rows.filter(*_unneeded(model))


def _unneeded(model) -> list:
    """Conditions that no row elsewhere protects this one."""
    return [
        ~Exists(relation.related_model._base_manager.filter(**{relation.field.name: OuterRef("pk")}))
        for relation in model._meta.get_fields(include_hidden=True)
        if getattr(relation, "on_delete", None) is PROTECT and relation.auto_created
    ]
