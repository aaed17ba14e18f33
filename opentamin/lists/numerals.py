"""Whole numbers out of fixed-width bytes, and back: the N columns of a DBF, by digit arithmetic on byte matrices."""

import re

import numpy as np

DIGITS_MAX = 18  # what surely fits int64
_PERSIAN = {chr(0x06F0 + d): str(d) for d in range(10)} | {chr(0x0660 + d): str(d) for d in range(10)}
FOLD_DIGITS = str.maketrans(_PERSIAN)
_NUMBER = re.compile(r"([+-]?)0*([0-9]+?)(?:\.([0-9]*))?$")
_TENS = np.uint64(10) ** np.arange(1, 20, dtype=np.uint64)


def read_number(raw: bytes | str) -> tuple[int, str | None]:
    """One cell → (value, fault). Accepts blanks, a sign, `.00`, Persian and Arabic digits (also Iran System bytes).

    Faults: `number_overflow` (stars), `number_fraction`, `number_too_long` (over 18 digits), `number_junk`; the value is
    then 0, or the whole part of a fraction.
    """
    text = _as_text(raw).translate(FOLD_DIGITS).replace("\x00", " ").replace("\u066c", "").strip()
    if not text:
        return 0, None
    if set(text) == {"*"}:
        return 0, "number_overflow"
    match = _NUMBER.match(text) if text[-1] != "\n" else None
    if not match:
        return 0, "number_junk"
    sign, whole, fraction = match.groups()
    if len(whole) > DIGITS_MAX:
        return 0, "number_too_long"
    value = -int(whole) if sign == "-" else int(whole)
    return value, "number_fraction" if fraction and fraction.strip("0") else None


def _as_text(raw: bytes | str) -> str:
    if isinstance(raw, str):
        return raw
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(chr(0x06F0 + b - 0x80) if 0x80 <= b <= 0x89 else chr(b) for b in raw)


def read_numbers(cells: np.ndarray) -> tuple[np.ndarray, dict[int, str]]:
    """(n, width) uint8 → (int64 values, {row index: fault}). Plain digits between blanks are read in columns; the rest one by one."""
    count, width = cells.shape
    if width > DIGITS_MAX + 6 or not count:
        return _read_each(cells, np.arange(count), np.zeros(count, np.int64))
    columns = np.array(np.ascontiguousarray(cells).T, order="C", copy=True)
    is_digit = columns - np.uint8(48) < 10
    ends_early = ~is_digit[-1] & is_digit.any(axis=0)
    if ends_early.any():
        _push_right(columns, is_digit, ends_early)
    blank = (columns == 32) | (columns == 0)
    odd = ~(is_digit | blank).all(axis=0) | (is_digit[:-1] & blank[1:]).any(axis=0)
    if width > DIGITS_MAX:
        odd |= (columns[: width - DIGITS_MAX] - np.uint8(49) < 9).any(axis=0)
    return _read_each(cells, np.flatnonzero(odd), _merged(columns & np.uint8(15)))


def _push_right(columns: np.ndarray, is_digit: np.ndarray, ends_early: np.ndarray) -> None:
    """Numbers written to the left of their column are moved to its right end, in place."""
    width = len(columns)
    trailing = is_digit[::-1].argmax(axis=0)
    for step in range(1, width):
        rows = np.flatnonzero(ends_early & (trailing == step))
        if len(rows):
            tail = columns[width - step :, rows]
            rows = rows[((tail == 32) | (tail == 0)).all(axis=0)]
            columns[step:, rows] = columns[: width - step, rows]
            columns[:step, rows] = 32
    np.less(columns - np.uint8(48), 10, out=is_digit)


def _merged(digits: np.ndarray) -> np.ndarray:
    """(width, n) digits → int64, joining neighbours by twos, fours and eights so that each pass stays in small integers."""
    missing = -len(digits) % 8
    if missing:
        digits = np.concatenate([np.zeros((missing, digits.shape[1]), np.uint8), digits])
    pairs = digits[0::2] * np.uint8(10) + digits[1::2]
    fours = pairs[0::2] * np.uint16(100) + pairs[1::2]
    eights = fours[0::2] * np.uint32(10_000) + fours[1::2]
    value = eights[0].astype(np.int64)
    for part in eights[1:]:
        value *= 100_000_000
        value += part
    return value


def _read_each(cells: np.ndarray, rows: np.ndarray, values: np.ndarray) -> tuple[np.ndarray, dict[int, str]]:
    faults: dict[int, str] = {}
    for index in rows.tolist():
        values[index], fault = read_number(cells[index].tobytes())
        if fault:
            faults[index] = fault
    return values, faults


def write_numbers(values: np.ndarray, width: int) -> np.ndarray:
    """int64 → (n, width) uint8, digits to the right, blanks before them, as the list program writes. ValueError if one does not fit."""
    values = np.asarray(values, np.int64)
    if len(values) and (values.max() >= 10**width or values.min() <= -(10 ** (width - 1))):
        raise ValueError(f"a value needs more than {width} characters")
    cells = np.full((len(values), width), 32, np.uint8)
    sizes = np.abs(values).astype(np.uint64)  # the least of all has no opposite in int64, but has one here
    lengths = np.searchsorted(_TENS, sizes, side="right") + 1
    rest = sizes
    for place in range(width - 1, max(width - 1 - len(_TENS), 0) - 1, -1):
        rest, last = np.divmod(rest, np.uint64(10))
        cells[:, place] = np.where(lengths >= width - place, last.astype(np.uint8) + np.uint8(48), np.uint8(32))
    negative = np.flatnonzero(values < 0)
    cells[negative, width - 1 - lengths[negative]] = 45
    return cells


def exact_sum(values: np.ndarray) -> int:
    """Sum without wrapping, whatever a file claims: int64 halves added as Python integers."""
    low, high = (values & 0xFFFFFFFF).sum(dtype=np.int64), (values >> 32).sum(dtype=np.int64)
    return int(low) + (int(high) << 32)
