"""Who read what, asked from either side: by the one it is about, and by an auditor."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Count, Max, Q, QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone
from django.utils.functional import Promise

from opentamin.office.accounts.models import Grant, User
from opentamin.office.accounts.permissions import STAFF, Role
from opentamin.office.accounts.scopes import names

from .models import Reading

Scope = tuple[str, int]
Holder = Callable[[list[int]], Iterable[Scope]]
Finder = Callable[[str, date], int | None]
_HOLDERS: dict[str, list[Holder]] = {}
_WORDS: dict[str, str | Promise] = {}
_FINDERS: dict[str, Finder] = {}


def register_holder(kind: str, holder: Holder) -> None:
    """Let a room say where else a person (or workplace) stands: `holder(ids)` gives such things as ("list", 7), in one query.

    Called once by that room, from AppConfig.ready(), as the two below.
    """
    holders = _HOLDERS.setdefault(kind, [])
    if holder not in holders:
        holders.append(holder)


def register_words(kind: str, words: str | Promise) -> None:
    """What a thing of this kind is called when somebody read it."""
    _WORDS[kind] = words


def register_finder(kind: str, finder: Finder) -> None:
    """Let `finder(number, day)` find the person or workplace of a number as typed, for an auditor."""
    _FINDERS[kind] = finder


def find_scope(kind: str, typed: str, on: date) -> Scope | None:
    """The scope of a number, or None."""
    finder = _FINDERS.get(kind)
    found = finder(typed, on) if finder and typed else None
    return (kind, found) if found else None


def readings_about(scopes: Iterable[Scope]) -> QuerySet[Reading]:
    """Readings of these scopes and of every thing that holds one of them, whoever it belongs to."""
    ids: dict[str, set[int]] = {}
    for kind, scope_id in scopes:
        ids.setdefault(kind, set()).add(scope_id)
    wanted = Q(pk__in=[])
    for kind, own in ids.items():
        held = _held_by(kind, own)
        wanted |= Q(scope_kind=kind, scope_id__in=own | held.pop(kind, set()))
        for thing_kind, things in held.items():
            wanted |= Q(thing_kind=thing_kind, thing_id__in=things)
    return Reading.objects.filter(wanted)


def same_scopes(kind: str, ids: Iterable[int]) -> list[int]:
    """Ids of a kind, with all that are the same one, such as people merged: those given first."""
    given = list(dict.fromkeys(ids))
    return list(dict.fromkeys([*given, *sorted(_held_by(kind, set(given)).get(kind, set()))]))


def _held_by(kind: str, own: set[int]) -> dict[str, set[int]]:
    """Ids by kind. What is of the same kind, such as people merged into one, is asked for its things as well."""
    held: dict[str, set[int]] = {}
    for holder in _HOLDERS.get(kind, ()):
        for thing_kind, thing_id in holder(sorted(own | held.get(kind, set()))):
            held.setdefault(thing_kind, set()).add(thing_id)
    return held


class Line(NamedTuple):
    """What one reader opened on one day: of which kind, how often, when last, in which role and for what unit."""

    day: date
    last_at: datetime
    reader: User
    role: str
    unit: str
    is_staff: bool
    thing: str
    count: int


def lines_of(readings: QuerySet[Reading]) -> QuerySet[Reading]:
    """One row a day for each reader, right and kind of thing, newest first; `told` makes lines of a page of it."""
    days = readings.annotate(day=TruncDate("at", tzinfo=timezone.get_current_timezone()))
    rows = days.values("day", "reader", "grant", "thing_kind", "permission").annotate(count=Count("pk"), last_at=Max("at"))
    return rows.order_by("-last_at", "reader")


def told(rows: Iterable[dict[str, Any]]) -> list[Line]:
    """Rows with readers, roles and units by name: three queries whatever their number."""
    rows = list(rows)
    readers = User.objects.in_bulk({row["reader"] for row in rows})
    grants = Grant.objects.in_bulk({row["grant"] for row in rows if row["grant"]})
    called = names({grant.scope for grant in grants.values()})
    return [_line(row, readers[row["reader"]], grants.get(row["grant"]), called) for row in rows]


def _line(row: dict[str, Any], reader: User, grant: Grant | None, called: dict[Scope, str]) -> Line:
    return Line(
        day=row["day"],
        last_at=row["last_at"],
        reader=reader,
        role=str(Role(grant.role).label) if grant else "",
        unit=called.get(grant.scope, "") if grant and grant.scope_kind == "branch" else "",
        is_staff=grant is None or grant.role in STAFF,
        thing=str(_WORDS.get(row["thing_kind"], "")),
        count=row["count"],
    )
