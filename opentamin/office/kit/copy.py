"""Many rows into a table by COPY, inside the transaction that is open.

Whole columns become text at once: each is laid out as a grid of bytes, as wide as its longest value, with zeros behind the
shorter ones; side by side the grids are the rows, and all zeros are dropped in one pass.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np
from django.db import connection

_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\0": ""})
_NULL = "\\N"
_TAB, _END, _MINUS = b"\t"[0], b"\n"[0], b"-"[0]
_GRID_BYTES_MAX = 32 * 1024 * 1024

Column = Sequence[Any] | np.ndarray


def copy_columns(table: str, columns: Mapping[str, Column]) -> int:
    """Write equally long columns as rows of `table`; returns how many.

    A column is a NumPy array of integers (masked: NULL), booleans or text, or a list of int, bool, str or None. The zero
    character, which PostgreSQL does not hold, is left out of text.
    """
    count = max(map(len, columns.values()), default=0)
    assert all(len(column) == count for column in columns.values()), "columns of one length"
    if not count:
        return 0
    grids = [_grid(column) for column in columns.values()]
    names = ", ".join(f'"{name}"' for name in columns)
    step = max(1, _GRID_BYTES_MAX // sum(grid.shape[1] + 1 for grid in grids))
    with connection.cursor() as cursor, cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:
        for start in range(0, count, step):
            copy.write(_lines([grid[start : start + step] for grid in grids]))
    return count


def _lines(grids: list[np.ndarray]) -> bytes:
    """All rows as lines of cells."""
    count = len(grids[0])
    tab, end = np.full((count, 1), _TAB, np.uint8), np.full((count, 1), _END, np.uint8)
    pieces = [piece for grid in grids for piece in (grid, tab)]
    return np.concatenate([*pieces[:-1], end], axis=1).tobytes().translate(None, b"\0")


def _grid(column: Column) -> np.ndarray:
    """A column as uint8 rows of its text in UTF-8; zeros where a value is shorter than the longest."""
    if isinstance(column, np.ndarray):
        if column.dtype.kind == "i":
            return _digits(column)
        if column.dtype.kind == "U":
            return _letters(_escaped(column))
    values: list[Any] = column.tolist() if isinstance(column, np.ndarray) else list(column)
    kinds = set(map(type, values))
    if kinds == {int}:
        return _digits(np.array(values, np.int64))
    if kinds == {str}:
        return _letters(_escaped(np.array(values)))
    return _letters(np.array([_NULL if value is None else _one(value) for value in values], str))


def _one(value: Any) -> str:
    if isinstance(value, bool | np.bool):
        return "t" if value else "f"
    return str(value).translate(_ESCAPES)


def _escaped(texts: np.ndarray) -> np.ndarray:
    """Texts that COPY reads as they are: hardly ever is there anything to escape."""
    codes = _codes(texts)
    is_control = codes - np.uint32(1) < 31  # zero, behind the shorter texts, wraps around
    if not is_control.any() and not (codes == ord("\\")).any():
        return texts
    return np.array([text.translate(_ESCAPES) for text in texts.tolist()])


def _codes(texts: np.ndarray) -> np.ndarray:
    """The letters of texts by number, a row each; zeros behind the shorter ones."""
    return np.ascontiguousarray(texts).view(np.uint32).reshape(len(texts), -1)


def _letters(texts: np.ndarray) -> np.ndarray:
    codes = _codes(texts)
    highest = int(codes.max())
    if highest < 0x80:
        return codes.astype(np.uint8)
    if highest > 0xFFFF:  # rare: pictures and old scripts
        encoded = np.array([text.encode() for text in texts.tolist()])
        return encoded.view(np.uint8).reshape(len(texts), -1)
    return _utf8_of_code()[codes].view(np.uint8)


@cache
def _utf8_of_code() -> np.ndarray:
    """The UTF-8 bytes of each of the first 65,536 letters, four bytes in one number; half a pair is refused by the database."""
    return np.array([chr(code).encode("utf-8", "surrogatepass") for code in range(0x10000)], "S4").view(np.uint32)


def _digits(numbers: np.ndarray) -> np.ndarray:
    is_null = np.ma.getmaskarray(numbers) if isinstance(numbers, np.ma.MaskedArray) else None
    values = np.ma.getdata(numbers).astype(np.int64)
    if is_null is not None:
        values = np.where(is_null, 0, values)
    sizes = np.abs(values).view(np.uint64)
    powers = 10 ** np.arange(len(str(sizes.max())) - 1, -1, -1, dtype=np.uint64)
    grid = _fours(sizes, -(-len(powers) // 4))[:, -len(powers) :]
    grid[:, :-1][sizes[:, None] < powers[:-1]] = 0  # no zeros in front
    if (values < 0).any():
        grid = np.concatenate([np.where(values < 0, _MINUS, 0).astype(np.uint8)[:, None], grid], axis=1)
    return grid if is_null is None or not is_null.any() else _with_nulls(grid, is_null)


def _fours(sizes: np.ndarray, count: int) -> np.ndarray:
    """The last `count` groups of four digits of each number, with zeros in front."""
    groups = np.empty((len(sizes), count), np.uint32)
    for place in range(count - 1, -1, -1):
        sizes, four = np.divmod(sizes, np.uint64(10_000))
        groups[:, place] = _digits_of_four()[four.astype(np.intp)]
    return groups.view(np.uint8)


@cache
def _digits_of_four() -> np.ndarray:
    """The four digits of 0 to 9999, in one number."""
    return np.array([f"{number:04}".encode() for number in range(10_000)]).view(np.uint32)


def _with_nulls(grid: np.ndarray, is_null: np.ndarray) -> np.ndarray:
    null = np.frombuffer(_NULL.encode(), np.uint8)
    wide = np.pad(grid, ((0, 0), (0, max(0, len(null) - grid.shape[1]))))
    wide[is_null] = 0
    wide[is_null, : len(null)] = null
    return wide
