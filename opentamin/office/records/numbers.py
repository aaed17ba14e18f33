"""Tracking numbers: how they are written, and how a slip of the pen is noticed.

`1405-0901-000175` is the Jalali year, month and day, then a serial of at least five digits and one check digit.
The check digit is H. M. Damm's (2004): computed by a quasigroup of order ten that is totally anti-symmetric,
so one wrong digit and two neighbours exchanged are always noticed.
"""

import re
from datetime import date
from typing import Final

from opentamin.law.days import date_from_jalali, jalali_from_date
from opentamin.office.kit.text import fold_code

SERIAL_DIGITS_MIN: Final = 5
_WRITTEN = re.compile(r"(\d{4})(\d{2})(\d{2})(\d{6,})", re.ASCII)
# Row: the digit so far; column: the next digit. Zeros on the diagonal make a number with its check digit end in 0.
_QUASIGROUP: Final = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)


def check_digit(digits: str) -> int:
    """The digit to write after `digits` (ASCII)."""
    interim = 0
    for digit in digits:
        interim = _QUASIGROUP[interim][int(digit)]
    return interim


def write_number(day: date, serial: int) -> str:
    """The tracking number of a serial drawn on that day."""
    assert serial > 0, "serials begin at one"
    year, month, day_of_month = jalali_from_date(day)
    digits = f"{year:04}{month:02}{day_of_month:02}{serial:0{SERIAL_DIGITS_MIN}}"
    return _with_dashes(digits + str(check_digit(digits)))


def read_number(typed: str) -> str | None:
    """The number as stored, from any digits, spaces and dashes; None when it cannot be one of ours."""
    written = _WRITTEN.fullmatch(fold_code(typed))
    if written is None or check_digit(written[0]) != 0:
        return None
    try:
        date_from_jalali(*(int(part) for part in written.groups()[:3]))
    except ValueError:
        return None
    return _with_dashes(written[0])


def is_number_valid(typed: str) -> bool:
    """Whether this can be a tracking number; it need not have been issued."""
    return read_number(typed) is not None


def _with_dashes(digits: str) -> str:
    return f"{digits[:4]}-{digits[4:8]}-{digits[8:]}"
