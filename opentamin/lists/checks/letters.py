"""The five characters the instruction forbids in text, and control characters nobody meant to write."""

import numpy as np

from opentamin.lists.checks.view import View
from opentamin.lists.fields import KINDS
from opentamin.lists.finding import Book

_FORBIDDEN = tuple(map(ord, "\"'<>&"))


def check_letters(view: View, book: Book) -> None:
    """A warning for each cell: the list can be read, but other systems of the organisation refuse such text."""
    for name, texts in view.pair.workers.items():
        if KINDS[name] != "number":
            book.rows("warning", "forbidden_character", name, _spoiled(texts), texts)
    for name, value in view.pair.header.items():
        if isinstance(value, str) and _spoiled(np.array([value], dtype=str)).any():
            book.add("warning", "forbidden_character", name, value)


def _spoiled(texts: np.ndarray) -> np.ndarray:
    """Rows that hold one. Letters and digits lie elsewhere, so most columns are settled by two comparisons."""
    letters = np.ascontiguousarray(texts).view(np.uint32)
    low = letters - np.uint32(1) < np.uint32(39)
    low |= letters & np.uint32(0xFFFFFFFD) == ord("<")
    spoiled = np.zeros(len(texts), bool)
    if low.any():
        places = np.flatnonzero(low)
        found = letters[places]
        wrong = (found < 32) | np.logical_or.reduce([found == code for code in _FORBIDDEN])
        spoiled[places[wrong] // (len(letters) // len(texts))] = True
    return spoiled
