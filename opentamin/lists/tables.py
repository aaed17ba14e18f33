"""Tables with a heading line: what a sheet, a CSV or a JSON list has in common before its cells become values.

The headings are the field names of the two files (DSW_DD, DSK_ID …), alone or beside other words, so that a sheet may also
name its columns for people: «روز کارکرد DSW_DD».
"""

import re
from typing import NamedTuple

from opentamin.lists.fields import KINDS, LAYOUTS
from opentamin.lists.finding import Book, Refused

Row = dict[int, str]  # place of the column from 0 → text of the cell; blank cells may be absent

ROWS_MAX = 100_000  # more than one list may hold, and no more than a sheet is opened with
_HEADING_SOUGHT_IN = 10  # lines from the top: a title may stand above
_CODES_NEEDED = 3
_CODE = re.compile(r"(?<![A-Z0-9_])(DS[KW]_[A-Z0-9]+|PER_NATCOD|MON_PYM)(?![A-Z0-9_])")
_NAMES = {kind: frozenset(field.name for field in layouts["wide"]) for kind, layouts in LAYOUTS.items()}
# A spreadsheet drops leading zeros of these; each is as long as its column.
_ZEROS_LOST = {"DSK_ID": 10, "DSW_ID": 10, "DSW_ID1": 8, "DSW_JOB": 6}
_ZEROS_LOST_MAX = 2
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:[,٬][0-9]{3})+(?:\.0*)?$")


class Table(NamedTuple):
    """One table of a list: which file it is, and its cells by field name, equally long."""

    kind: str
    cells: dict[str, list[str]]
    rows_count: int


def table_of(rows: list[Row], name: str, book: Book) -> Table | None:
    """Lines with a heading among the first → a table; None where no line names fields of a list."""
    for place, row in enumerate(rows[:_HEADING_SOUGHT_IN]):
        headings = _headings(row, name, book)
        if len(headings) >= _CODES_NEEDED:
            return _table(headings, [one for one in rows[place + 1 :] if any(text.strip() for text in one.values())])
    return None


def _headings(row: Row, name: str, book: Book) -> dict[str, int]:
    """Field name → place of its column."""
    found: dict[str, int] = {}
    for place, text in row.items():
        match = _CODE.search(text.upper())
        if match and match[1] not in KINDS:
            book.add("note", "column_unknown", seen=match[1], file=name)
        elif match and match[1] in found:
            raise Refused("column_twice", match[1], file=name)
        elif match:
            found[match[1]] = place
    return found


def _table(headings: dict[str, int], rows: list[Row]) -> Table:
    kind = kind_of(headings)
    cells = {code: [row.get(place, "") for row in rows] for code, place in headings.items() if code in _NAMES[kind]}
    return Table(kind, {code: _mended(code, column) for code, column in cells.items()}, len(rows))


def kind_of(codes: "dict[str, int] | set[str]") -> str:
    """Which of the two files has these fields."""
    return "workers" if any(code.startswith("DSW_") or code == "PER_NATCOD" for code in codes) else "workshop"


def _mended(code: str, column: list[str]) -> list[str]:
    """What spreadsheets do to numbers and codes, undone."""
    if KINDS[code] == "number":
        return [text.replace(",", "") if _THOUSANDS.match(text.strip()) else text for text in column]
    if code not in _ZEROS_LOST:
        return column
    width = _ZEROS_LOST[code]
    return [_filled(text.strip(), width) for text in column]


def _filled(text: str, width: int) -> str:
    is_short = text.isascii() and text.isdigit() and width - _ZEROS_LOST_MAX <= len(text) < width
    return text.zfill(width) if is_short else text


def refuse_too_many(count: int, name: str) -> None:
    """A table longer than any list is not read to its end."""
    if count > ROWS_MAX + _HEADING_SOUGHT_IN:
        raise Refused("sheet_too_large", file=name, most=ROWS_MAX)
