"""What employers owe, in words: the rooms that charge tell here how their charges are called, found and counted."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Final, NamedTuple

from django.utils.translation import gettext as _

RECEIVABLE: Final = "1100"


class ChargeWords(NamedTuple):
    """One charge for a reader: its title in the language of the page, its page, its tracking number, its last day if it has one."""

    title: str
    url: str = ""
    tracking: str = ""
    last_day: date | None = None


class Source(NamedTuple):
    """`describe(ids)` gives {id: ChargeWords}; `find(tracking)` the id of what bears this number, or None; `total(until)` the
    rials this room's own documents say were charged by a day, that day included: reconciliation holds the books against it."""

    describe: Callable[[Iterable[int]], dict[int, ChargeWords]]
    find: Callable[[str], int | None]
    total: Callable[[date], int] | None = None


_SOURCES: dict[str, Source] = {}


def register(
    kind: str,
    *,
    describe: Callable[[Iterable[int]], dict[int, ChargeWords]],
    find: Callable[[str], int | None],
    total: Callable[[date], int] | None = None,
) -> None:
    """Called once by the room whose journals are of this kind, from its AppConfig.ready(). The journal's subject is (kind, id)."""
    _SOURCES[kind] = Source(describe, find, total)


def describe(subjects: Iterable[tuple[str, int]]) -> dict[tuple[str, int], ChargeWords]:
    """Words of charges, one question for each kind; a kind nobody answers for gets a plain name."""
    ids: dict[str, set[int]] = {}
    for kind, subject_id in subjects:
        ids.setdefault(kind, set()).add(subject_id)
    found: dict[tuple[str, int], ChargeWords] = {}
    for kind, wanted in ids.items():
        said = _SOURCES[kind].describe(wanted) if kind in _SOURCES else {}
        found |= {(kind, one): said.get(one) or ChargeWords(_("بدهی شمارهٔ %(number)s") % {"number": one}) for one in wanted}
    return found


def find(tracking: str) -> tuple[str, int] | None:
    """The subject of the charge that bears this tracking number, or None."""
    for kind, source in _SOURCES.items():
        subject_id = source.find(tracking)
        if subject_id is not None:
            return kind, subject_id
    return None


def totals(until: date) -> dict[str, int]:
    """Rials that the documents of each kind say were charged by a day."""
    return {kind: source.total(until) for kind, source in _SOURCES.items() if source.total is not None}
