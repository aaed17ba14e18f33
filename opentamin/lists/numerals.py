"""Whole numbers out of fixed-width bytes, and back: the N columns of a DBF, by digit arithmetic on byte matrices."""

import re

import numpy as np

DIGITS_MAX = 18  # what surely fits int64
_PERSIAN = {chr(0x06F0 + d): str(d) for d in range(10)} | {chr(0x0660 + d): str(d) for d in range(10)}
FOLD_DIGITS = str.maketrans(_PERSIAN)
_NUMBER = re.compile(r"([+-]?)0*([0-9]+?)(?:\.([0-9]*))?$")


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
    columns = np.ascontiguousarray(cells.T)
    values = np.zeros(count, np.int64)
    odd = np.zeros(count, bool)
    ended = None  # rows where a blank has followed a digit: another digit is then not one number
    started = np.zeros(count, bool)
    for column in columns:
        digit = column - np.uint8(48)
        is_digit = digit < 10
        is_blank = (column == 32) | (column == 0)
        odd |= ~(is_digit | is_blank)
        if ended is not None:
            odd |= ended & is_digit
        now_ended = started & is_blank
        if now_ended.any():
            ended = now_ended if ended is None else ended | now_ended
            values = np.where(is_digit, values * 10 + digit, values)
        elif ended is not None:
            values = np.where(is_digit, values * 10 + digit, values)
        else:
            values *= 10
            values += np.where(is_digit, digit, 0)
        started |= is_digit
    if width > DIGITS_MAX:
        odd |= (columns[: width - DIGITS_MAX] - np.uint8(49) < 9).any(axis=0)
    faults: dict[int, str] = {}
    for index in np.flatnonzero(odd).tolist():
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
    rest = np.abs(values)
    for place in range(width - 1, -1, -1):
        shown = (rest > 0) | (place == width - 1)
        cells[shown, place] = (rest[shown] % 10 + 48).astype(np.uint8)
        negative_here = (rest == 0) & (values < 0) & (cells[:, place] == 32) & ~shown
        if negative_here.any():
            first = (
                negative_here
                & (cells[:, min(place + 1, width - 1)] != 32)
                & (cells[:, min(place + 1, width - 1)] != 45)
            )
            cells[first, place] = 45
        rest //= 10
    return cells


def exact_sum(values: np.ndarray) -> int:
    """Sum without wrapping, whatever a file claims: int64 halves added as Python integers."""
    low, high = (values & 0xFFFFFFFF).sum(dtype=np.int64), (values >> 32).sum(dtype=np.int64)
    return int(low) + (int(high) << 32)
