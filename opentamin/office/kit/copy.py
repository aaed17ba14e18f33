"""Many rows into a table by COPY, inside the transaction that is open."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

import numpy as np
from django.db import connection

_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\0": ""})
NULL = "\\N"


def copy_columns(table: str, columns: Mapping[str, Sequence[Any] | np.ndarray]) -> int:
    """Write equally long columns as rows of `table`; returns how many.

    A column is a NumPy array or a list of int, bool, str or None. Text format beats psycopg's row by row writing
    about four times, because whole columns become text at once.
    """
    texts = [_as_text(column) for column in columns.values()]
    count = len(texts[0]) if texts else 0
    assert all(len(text) == count for text in texts), "columns of one length"
    if not count:
        return 0
    names = ", ".join(f'"{name}"' for name in columns)
    with connection.cursor() as cursor, cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:
        copy.write(_lines(texts, count).encode())
    return count


def _lines(texts: list[list[str]], count: int) -> str:
    """All rows as lines of cells: whole columns are laid into one list, which is joined once."""
    width = 2 * len(texts)
    cells = ["\t"] * (count * width)
    for place, text in enumerate(texts):
        cells[2 * place :: width] = text
    cells[width - 1 :: width] = ["\n"] * count
    return "".join(cells)


def _as_text(column: Sequence[Any] | np.ndarray) -> list[str]:
    if isinstance(column, np.ndarray) and column.dtype.kind == "i":
        return list(map(str, column.tolist()))
    values: list[Any] = column.tolist() if isinstance(column, np.ndarray) else list(column)
    if not values:
        return []
    if isinstance(values[0], str):
        # One pass over the joined text tells whether anything needs escaping; it hardly ever does.
        with suppress(TypeError):  # not all of them are text
            joined = "".join(values)
            if not any(mark in joined for mark in "\\\t\n\r\0"):
                return values
    kinds = set(map(type, values))
    if kinds == {bool}:
        return ["t" if value else "f" for value in values]
    if kinds == {int}:
        return list(map(str, values))
    return [NULL if value is None else _one(value) for value in values]


def _one(value: Any) -> str:
    if isinstance(value, bool):
        return "t" if value else "f"
    return str(value).translate(_ESCAPES)
