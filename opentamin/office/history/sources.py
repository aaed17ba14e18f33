"""What document an entry came from: the room that keeps the documents of a kind of source tells us.

History stands below the rooms that write into it, so it cannot ask them by name. Each registers a teller once, from
AppConfig.ready(): `sources.register("list", tell)`.
"""

from collections.abc import Callable, Collection
from datetime import date
from typing import NamedTuple


class SourceDocument(NamedTuple):
    """The number a document is known by, and the day it reached us."""

    number: str
    received_on: date


Teller = Callable[[Collection[int]], dict[int, SourceDocument]]
_TELLERS: dict[str, Teller] = {}


def register(kind: str, teller: Teller) -> None:
    """Let `teller(ids)` answer for the sources of a kind, in one query whatever their number."""
    assert _TELLERS.get(kind, teller) is teller, f"two rooms answer for {kind}"
    _TELLERS[kind] = teller


def documents_of(kind: str, ids: Collection[int]) -> dict[int, SourceDocument]:
    """Return {source id: document} of those that somebody can tell."""
    teller = _TELLERS.get(kind)
    return teller(ids) if teller and ids else {}
