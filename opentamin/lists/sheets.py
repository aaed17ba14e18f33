"""Lists as tables with headings: CSV, XLSX and JSON. The same fields as DBF, read into the same pair of contents.

What a person keeps in a sheet need not repeat itself: sums and the count may be left blank (they are added up here), and a
workers' table whose rows name workplace, year and month needs no table of the workshop.
"""

from typing import Any, NamedTuple

import numpy as np

from opentamin.lists import charset
from opentamin.lists.columns import Content, from_table
from opentamin.lists.csv_table import read_csv
from opentamin.lists.fields import TOTALS
from opentamin.lists.finding import Book, Refused
from opentamin.lists.json_table import read_json
from opentamin.lists.numerals import exact_sum
from opentamin.lists.tables import Table
from opentamin.lists.xlsx_table import looks_like_xlsx, read_xlsx

FORMS = ("csv", "xlsx", "json")
BYTES_MAX = {"csv": 64 * 1024 * 1024, "xlsx": 32 * 1024 * 1024, "json": 32 * 1024 * 1024}
_OWN = {"DSW_ID": "DSK_ID", "DSW_YY": "DSK_YY", "DSW_MM": "DSK_MM", "DSW_LISTNO": "DSK_LISTNO"}
_RECKONED = ("DSK_TKOSO", "DSK_BIC")  # the employer's share and unemployment premium: the law of the month gives them


class Sheet(NamedTuple):
    """One table as read. Tables of one `place` in a file belong together."""

    place: str
    content: Content
    book: Book
    nobody_worked: bool = False


def form_of(name: str, body: bytes) -> str | None:
    """csv, xlsx or json; None for what is none of them."""
    ending = name.lower().rpartition(".")[2]
    if ending in ("csv", "json"):
        return ending
    return "xlsx" if ending in ("xlsx", "xlsm", "xls") or looks_like_xlsx(body) else None


def read_sheets(name: str, body: bytes, form: str) -> list[Sheet]:
    """Bytes of one file → its tables; none where no heading names the fields of a list."""
    if len(body) > BYTES_MAX[form]:
        raise Refused("file_too_big", file=name, size=len(body), most=BYTES_MAX[form])
    if form == "json":
        return [sheet for place, one in enumerate(read_json(name, body)) for sheet in _json_sheets(one, str(place), name)]
    book = Book()
    if form == "csv":
        found = read_csv(name, body, book)
        tables, encoding = ([found[0]], found[1]) if found else ([], charset.UTF8)
    else:
        tables, encoding = read_xlsx(name, body, book), charset.UTF8
    return [_sheet(table, "", name, encoding, book if number == 0 else Book()) for number, table in enumerate(tables)]


def _json_sheets(one: Any, place: str, name: str) -> list[Sheet]:
    sheets = (_sheet(table, place, name, charset.UTF8, Book()) for table in (one.workshop, one.workers))
    return [sheet._replace(nobody_worked=one.nobody_worked) for sheet in sheets]


def _sheet(table: Table, place: str, name: str, encoding: str, book: Book) -> Sheet:
    return Sheet(place, from_table(table, name, encoding, book), book)


def header_from(workers: Content, name: str) -> Content:
    """The workshop's record of a workers' table that came alone: its rows say which list they belong to."""
    if not workers.rows_count or {"DSW_ID", "DSW_YY", "DSW_MM"} & workers.blank:
        raise Refused("sheet_header_missing", file=name)
    cells = {of_header: [str(workers.columns[own][0])] for own, of_header in _OWN.items() if own not in workers.blank}
    return from_table(Table("workshop", cells, 1), name, workers.encoding, Book())


def complete(head: Content, rows: Content) -> tuple[dict[str, Any], dict[str, np.ndarray], frozenset[str]]:
    """Header and columns with everything filled in that was left to us, and the names of the header's sums among it."""
    header = {name: values[0].item() for name, values in head.columns.items()}
    if "DSK_LISTNO" in head.blank:
        header["DSK_LISTNO"] = "0001"
    columns = dict(rows.columns)
    for own, of_header in _OWN.items():
        if own in rows.blank:
            columns[own] = np.full(rows.rows_count, header[of_header])
    sums: dict[str, int] = {"DSK_NUM": rows.rows_count}
    sums |= {total: exact_sum(columns[column]) for total, column in TOTALS.items()}
    sums["DSK_INC"] = exact_sum(columns["DSW_INC"])
    left_out = head.blank & {*sums, *_RECKONED}
    return {**header, **{name: value for name, value in sums.items() if name in left_out}}, columns, left_out
