"""The right list as sheets: CSV, XLSX and JSON files of the values that the DBF writer would write."""

import csv
import io
import json
import zipfile

import numpy as np
from openpyxl import Workbook

from opentamin.lists.tests.right_list import HEADER, MONTH, workers

SAID = {"DSK_ID": "0183630045", "DSK_NAME": "بافندگی سپیدار", "DSK_YY": 1405, "DSK_MM": 8, "DSK_LISTNO": "0001", "DSK_RATE": 27}
Columns = dict[str, np.ndarray]


def rows_of(columns: Columns) -> list[list]:
    return [list(row) for row in zip(*(values.tolist() for values in columns.values()), strict=True)]


def csv_files(
    columns: Columns | None = None, *, separator: str = ",", encoding: str = "utf-8-sig", header: dict | None = None
) -> list[tuple[str, bytes]]:
    """A workshop's and a workers' CSV."""
    columns = workers() if columns is None else columns
    return [
        ("DSKKAR00.CSV", _csv(list(header or SAID), [list((header or SAID).values())], separator, encoding)),
        ("DSKWOR00.CSV", _csv(list(columns), rows_of(columns), separator, encoding)),
    ]


def _csv(headings: list[str], rows: list[list], separator: str, encoding: str) -> bytes:
    body = io.StringIO(newline="")
    csv.writer(body, delimiter=separator).writerows([headings, *rows])
    return body.getvalue().encode(encoding)


def lone_csv(columns: Columns | None = None) -> bytes:
    """Workers alone, each row naming its list."""
    columns = workers() if columns is None else columns
    own = {"DSW_ID": "0183630045", "DSW_YY": 5, "DSW_MM": 8, "DSW_LISTNO": "0001"}
    return _csv([*own, *columns], [[*own.values(), *row] for row in rows_of(columns)], ",", "utf-8")


def xlsx_file(columns: Columns | None = None, *, header: dict | None = None, change=None) -> bytes:
    """A workbook with both tables; `change(book)` spoils it before it is saved."""
    columns = workers() if columns is None else columns
    book = Workbook()
    head, rows = book.active, book.create_sheet("کارکنان")
    head.title = "کارگاه"
    said = SAID if header is None else header
    head.append([f"نام ستون\n{name}" for name in said])
    head.append(list(said.values()))
    rows.append(["ردیف", *columns])
    for number, row in enumerate(rows_of(columns), 1):
        rows.append([number, *row])
    if change:
        change(book)
    body = io.BytesIO()
    book.save(body)
    return body.getvalue()


def json_file(columns: Columns | None = None, **members) -> bytes:
    columns = workers() if columns is None else columns
    header = {name: value for name, value in HEADER.items() if name != "month"} | {"month": MONTH}
    rows = [dict(zip(columns, row, strict=True)) for row in rows_of(columns)]
    return json.dumps({"header": header, "workers": rows} | members, ensure_ascii=False).encode()


def with_part(body: bytes, path: str, content: bytes | None) -> bytes:
    """The same ZIP with one part replaced, added, or (None) taken out."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            if name != path:
                after.writestr(name, before.read(name))
        if content is not None:
            after.writestr(path, content)
    return made.getvalue()


def part_of(body: bytes, path: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return archive.read(path)
