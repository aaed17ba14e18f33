"""Doors from a page of one room to a page of a room above it: the upper room hangs them up, the page below only shows them."""

from collections.abc import Callable
from typing import Any, NamedTuple


class Door(NamedTuple):
    """Where one may go from here: words of the link and its address. A door to a line ends where the path of the line begins."""

    words: str
    url: str


Opener = Callable[..., Door | None]
_OPENERS: dict[str, list[Opener]] = {}


def register(kind: str, opener: Opener) -> None:
    """`opener(user, *subject)` gives the door of this kind for one reader and one thing, or None. Called from AppConfig.ready().

    Kinds and their subjects: `debts` (none) · `debt` (debt) · `debt_line` (debt) · `list_row` (list, row) · `month` (person id, month, tracking number
    of a list or nothing).
    """
    openers = _OPENERS.setdefault(kind, [])
    if opener not in openers:
        openers.append(opener)


def doors_to(kind: str, user: Any, *subject: Any) -> list[Door]:
    """Doors open to this reader."""
    found = [opener(user, *subject) for opener in _OPENERS.get(kind, [])]
    return [door for door in found if door is not None]
