"""One list as read: the workshop's record and the workers' columns, in plain values."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from opentamin.lists import identifiers
from opentamin.lists.dates import read_dates
from opentamin.lists.fields import month_of_year
from opentamin.lists.finding import Finding

LIST_NUMBER_DIGITS_MAX = 12  # the width of the column; a text file could hold more


@dataclass
class ListPair:
    """A workshop file and its workers' file.

    header: value by column name (int for numbers, str for text). workers: one array per column, int64 or numpy str, all
    of length n; row 1 of a finding is index 0. `stated` holds the column widths of the file (None in a TXT).
    findings: what reading already noticed; `check` repeats them in its answer. `left_out`: sums of the header that a table with
    headings left to us. `nobody_worked`: the sender says so; only then may a list be without rows.
    """

    header: dict[str, int | str]
    workers: dict[str, np.ndarray]
    encoding: str
    layout: str
    form: str
    names: tuple[str, str]
    findings: list[Finding] = field(default_factory=list)
    unread: np.ndarray = field(default_factory=lambda: np.zeros(0, bool))
    left_out: frozenset[str] = frozenset()
    nobody_worked: bool = False

    @property
    def workers_count(self) -> int:
        return len(next(iter(self.workers.values())))

    @property
    def month(self) -> int:
        """Jalali month 140508; 0 when the header holds none, or one of its two numbers could not be read."""
        if any(found.level == "error" and found.column in ("DSK_YY", "DSK_MM") for found in self.findings):
            return 0
        return month_of_year(int(self.header.get("DSK_YY", -1)) % 100, int(self.header.get("DSK_MM", 0)))

    @property
    def workplace_code(self) -> str:
        return str(self.header.get("DSK_ID", ""))

    @property
    def list_number(self) -> int:
        """The list number as a number: `01`, `1` and `000000000001` are the same list. -1 when it is not one of twelve digits at most."""
        return number_of_list(str(self.header.get("DSK_LISTNO", "")))

    @property
    def contract_row(self) -> str:
        """Three digits, or empty when the list belongs to no contract (`000`, `0` and blank mean none)."""
        row = str(self.header.get("MON_PYM", "")).strip()
        return "" if not row.strip("0") else row.zfill(3)

    @cached_property
    def insurance_numbers(self) -> np.ndarray:
        """Canonical insurance numbers: eight digits text, the ten-digit form without its leading `00`."""
        return identifiers.canonical_insurance_numbers(self.workers["DSW_ID1"])

    @cached_property
    def national_ids(self) -> np.ndarray:
        """National ids as text of ten digits: leading zeros that a spreadsheet dropped are put back where that makes a valid id."""
        return identifiers.padded_national_ids(self.workers["PER_NATCOD"])

    def days(self, column: str) -> np.ndarray:
        """A date column as int64 yyyymmdd Jalali; 0 no date, -1 unreadable. Two-digit years by the rules of `dates`."""
        return read_dates(self.workers[column], is_birth=column == "DSW_BDATE", list_year=self.month // 100)


def number_of_list(text: str) -> int:
    """`0007` → 7, blank → 0, not a number or more than its column holds → -1."""
    digits = text.strip().lstrip("0")
    if not digits:
        return 0
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= LIST_NUMBER_DIGITS_MAX else -1
