"""What both readers share: limits, cells to values, identifiers found in words, and whether a statement holds together."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

from opentamin.banking import identifiers
from opentamin.banking.statement import Line, Statement
from opentamin.law import days
from opentamin.lists.finding import Refused

BYTES_MAX: Final = 50 * 2**20
LINES_MAX: Final = 200_000
TEXT_MAX: Final = 500
RIALS_MAX: Final = 10**17
REFERENCE_MAX: Final = 64
_DIGITS: Final = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "0123456789" * 2)
_RUNS: Final = re.compile(r"(?<![0-9])[0-9]{6,18}(?![0-9])")


def ascii_digits(text: str) -> str:
    """Persian and Arabic digits as ASCII; all else as it is."""
    return text.translate(_DIGITS)


def rials(text: str, column: str) -> int:
    """A sum as whole rials, not negative. Thousands may be apart; a fraction must be zero. Refused otherwise."""
    bare = re.sub(r"[\s,٬'\u00a0]", "", ascii_digits(text)).replace("٫", ".")
    try:
        value = Decimal(bare) if re.fullmatch(r"[0-9]{1,20}(\.[0-9]{1,5})?", bare) else Decimal("NaN")
    except InvalidOperation:
        value = Decimal("NaN")
    if value.is_nan():
        raise Refused("bank_sum_unreadable", column, text[:60])
    if value != value.to_integral_value():
        raise Refused("bank_sum_has_fraction", column, text[:60])
    if value > RIALS_MAX:
        raise Refused("bank_sum_too_large", column, text[:60])
    return int(value)


def day(text: str, column: str) -> date:
    """A day: ISO or with a time after it, or Jalali as «1405/09/01». Refused otherwise."""
    bare = ascii_digits(text).strip()[:10]
    parts = re.fullmatch(r"([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})", bare)
    if parts:
        year, month, number = (int(part) for part in parts.groups())
        try:
            return days.date_from_jalali(year, month, number) if year < 1700 else date(year, month, number)
        except ValueError:
            pass
    raise Refused("bank_day_unreadable", column, text[:60])


def clean(text: str, most: int = TEXT_MAX) -> str:
    """Words of one line: blanks run together, control and direction characters gone, cut at `most`."""
    kept = "".join(letter if letter.isprintable() or letter == "\u200c" else " " for letter in text)
    return " ".join(kept.split())[:most]


def identifiers_in(*texts: str) -> tuple[str, str]:
    """The bill identifier that stands in these words and the payment identifier that fits it; empty where there is none.

    Groups of digits may be apart by a blank or a dash, and a bank may have dropped the zeros in front of a bill.
    """
    plain = [ascii_digits(text) for text in texts]
    runs = [run for text in plain for run in _RUNS.findall(text)]
    runs += [run for text in plain for run in _RUNS.findall(re.sub(r"(?<=[0-9])[ -](?=[0-9])", "", text))]
    bills = [run.zfill(identifiers.BILL_DIGITS) for run in runs if identifiers.is_bill_id(run.zfill(identifiers.BILL_DIGITS))]
    pairs = ((bill, run) for bill in bills for run in runs if run != bill and identifiers.is_payment_id(run, bill))
    whole = [bill for bill in bills if bill in runs]  # with all its digits, and not some other number that happens to fit
    return next(pairs, (whole[0] if whole else "", ""))


def checked(statement: Statement) -> Statement:
    """The statement, if it holds together. Refused where lines and balances disagree, or where a reference stands twice."""
    if not identifiers.sheba(statement.iban):
        raise Refused("bank_account_unreadable", "IBAN", statement.iban[:40])
    if not statement.statement_id:
        raise Refused("bank_statement_without_number", "statement")
    expected = statement.opening + statement.credited - statement.debited
    if expected != statement.closing:
        raise Refused("bank_balance_broken", "balance", str(statement.closing), opening=statement.opening, closing=statement.closing, expected=expected)
    _once(statement.lines)
    return statement


def _once(lines: Iterable[Line]) -> None:
    seen: dict[str, int] = {}
    for line in lines:
        if not line.reference:
            raise Refused("bank_line_without_reference", "reference", line=line.place)
        if line.reference in seen:
            raise Refused("bank_reference_twice", "reference", line.reference, line=line.place, other=seen[line.reference])
        seen[line.reference] = line.place
