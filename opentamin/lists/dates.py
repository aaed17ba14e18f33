"""Jalali dates as the files write them: `13920701`, `92/07/01`, `1392/07/01`, `0` or blank."""

import re

import numpy as np

from opentamin.lists import bytegrid

NONE, UNREADABLE = 0, -1
_SHAPE = re.compile("([0-9]{4}|[0-9]{2})([/.-]?)([0-9]{1,2})\\2([0-9]{1,2})")
_LENGTHS = (31,) * 6 + (30,) * 6  # the thirtieth of Esfand is let through here: only a calendar knows leap years


def read_date(text: str, *, is_birth: bool, list_year: int) -> int:
    """One cell → yyyymmdd, 0 for no date, -1 for what is not a date.

    Two-digit years: a birth lies in 13xx; a start or leave lies in the century nearest the list's year.
    """
    text = text.strip()
    if not text.strip("0/.- "):
        return NONE
    parts = _parts(text)
    if not parts:
        return UNREADABLE
    year, month, day = (int(p) for p in parts)
    if len(parts[0]) == 2:
        year = full_year(year, is_birth=is_birth, list_year=list_year)
    return year * 10_000 + month * 100 + day if _is_day(year, month, day) else UNREADABLE


def _parts(text: str) -> tuple[str, str, str] | None:
    """Year, month and day as written, or None."""
    if text.isascii() and text.isdigit():
        year = {8: 4, 6: 2}.get(len(text))
        return (text[:year], text[year : year + 2], text[year + 2 :]) if year else None
    match = _SHAPE.fullmatch(text)
    return (match[1], match[3], match[4]) if match and match[2] else None


def full_year(two_digits: int, *, is_birth: bool, list_year: int) -> int:
    """Two digits of a year → the full Jalali year."""
    if is_birth:
        return 1300 + two_digits
    century = list_year // 100 * 100
    return min((century - 100 + two_digits, century + two_digits, century + 100 + two_digits), key=lambda y: abs(y - list_year))


def _is_day(year: int, month: int, day: int) -> bool:
    return 1200 <= year <= 1499 and 1 <= month <= 12 and 1 <= day <= _LENGTHS[month - 1]


def read_dates(texts: np.ndarray, *, is_birth: bool, list_year: int) -> np.ndarray:
    """Column twin of `read_date`: n texts → int64. The two usual shapes in columns, the rest one by one."""
    texts = np.asarray(texts, str)
    values = np.full(len(texts), NONE, np.int64)
    letters = bytegrid.letters_of(texts)
    rest = letters[0] != 0
    if not rest.any():
        return values
    if len(letters) == 8:
        rest &= ~_read_regular(letters, values, is_birth, list_year)
    for index in np.flatnonzero(rest).tolist():
        values[index] = read_date(str(texts[index]), is_birth=is_birth, list_year=list_year)
    return values


def _read_regular(letters: np.ndarray, values: np.ndarray, is_birth: bool, list_year: int) -> np.ndarray:
    """Fill `values` for `99999999` and `99/99/99` that are dates; True for the rows so read."""
    digits = letters - np.uint32(48)
    is_digit = digits < 10
    slashed = is_digit[[0, 1, 3, 4, 6, 7]].all(axis=0) & (letters[2] == 47) & (letters[5] == 47)
    d = np.where(is_digit, digits, 0).astype(np.uint16)
    years = np.array([full_year(y, is_birth=is_birth, list_year=list_year) for y in range(100)], np.uint16)
    two, first = d[0] * 10 + d[1], d[3] * 10 + d[4]
    year = np.where(slashed, years[two], two * 100 + d[2] * 10 + d[3])
    month = np.where(slashed, first, d[4] * 10 + d[5])
    day = d[6] * 10 + d[7]
    lengths = np.array((0, *_LENGTHS, *[0] * 87), np.uint16)
    valid = (slashed | is_digit.all(axis=0)) & (year >= 1200) & (year <= 1499) & (day >= 1) & (day <= lengths[month])
    values[valid] = (year.astype(np.int64) * 10_000 + month * 100 + day)[valid]
    return valid
