"""Numbers that money travels by: the bill and payment identifiers of the bank network (شناسهٔ قبض، شناسهٔ پرداخت) and the Sheba.

Both identifiers are ASCII digits whose last digits check the others: the sum of the digits times 2, 3 … 7, 2 … counted from the right,
modulo 11; the check digit is 0 where the remainder is below two, else eleven less the remainder.

    bill      file (8 digits, zeros in front)  company (3)  service (1)  check
    payment   thousands of rials (1 or more)   year (1)  period (2)  check over these  check over the bill id and these

The payment identifier cannot say less than a thousand rials: `payment_id` rounds up, so that nobody who pays at a machine is left owing a few
rials; what is paid over is the payer's. All functions take and return text without blanks, and never raise on strange input.
"""

import re
from itertools import cycle
from typing import Final, NamedTuple

from opentamin.lists.identifiers import sheba

__all__ = ["BillFacts", "bill_id", "check_digit", "is_bill_id", "is_payment_id", "payment_id", "rials_of", "sheba", "spaced"]

THOUSAND: Final = 1_000
BILL_DIGITS: Final = 13
PAYMENT_DIGITS_MIN, PAYMENT_DIGITS_MAX = 6, 18
_WEIGHTS: Final = range(2, 8)


class BillFacts(NamedTuple):
    """What a bill identifier says: whose file, of which company, for which service."""

    file: int
    company: str
    service: str


def check_digit(digits: str) -> str:
    """The digit that checks ASCII digits before it."""
    rest = sum(int(digit) * weight for digit, weight in zip(reversed(digits), cycle(_WEIGHTS), strict=False)) % 11
    return "0" if rest < 2 else str(11 - rest)


def bill_id(file: int, *, company: str, service: str) -> str:
    """The bill identifier of a file. ValueError when the file does not fit eight digits."""
    if not 0 < file < 10**8:
        raise ValueError(f"a bill identifier holds a file of one to eight digits, not {file}")
    assert re.fullmatch("[0-9]{3}", company) and re.fullmatch("[0-9]", service), (company, service)
    body = f"{file:08d}{company}{service}"
    return body + check_digit(body)


def payment_id(bill: str, rials: int, *, year: int, period: int) -> str:
    """The payment identifier of a sum under a bill: `year` is one digit, `period` 0 to 99. Rials are rounded up to thousands."""
    assert rials > 0 and 0 <= year <= 9 and 0 <= period <= 99, (rials, year, period)
    body = f"{-(-rials // THOUSAND)}{year}{period:02d}"
    body += check_digit(body)
    return body + check_digit(bill + body)


def is_bill_id(value: str) -> bool:
    """Thirteen digits of which the last checks the others."""
    return bool(re.fullmatch("[0-9]{13}", value)) and value[-1] == check_digit(value[:-1])


def is_payment_id(value: str, bill: str) -> bool:
    """A payment identifier of this bill: both of its check digits hold."""
    if not re.fullmatch(f"[0-9]{{{PAYMENT_DIGITS_MIN},{PAYMENT_DIGITS_MAX}}}", value) or not is_bill_id(bill):
        return False
    return value[-2] == check_digit(value[:-2]) and value[-1] == check_digit(bill + value[:-1])


def rials_of(payment: str) -> int:
    """The sum a valid payment identifier says, in rials (whole thousands)."""
    return int(payment[:-5]) * THOUSAND


def read_bill_id(value: str) -> BillFacts | None:
    """What a bill identifier says, or None where its check digit does not hold."""
    return BillFacts(int(value[:8]), value[8:11], value[11]) if is_bill_id(value) else None


def spaced(value: str) -> str:
    """Groups of four, as identifiers are printed and read aloud."""
    return " ".join(value[start : start + 4] for start in range(0, len(value), 4))
