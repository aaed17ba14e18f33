"""A list as CSV: comma, semicolon or tab between cells, field names in the heading line."""

import csv
import io

from opentamin.lists import charset
from opentamin.lists.finding import Book, Refused
from opentamin.lists.tables import Row, Table, refuse_too_many, table_of
from opentamin.lists.txt import text_of

_SEPARATORS = ",;\t"
_COLUMNS_MAX = 200


def read_csv(name: str, body: bytes, book: Book) -> tuple[Table, str] | None:
    """Bytes → (table, encoding); None where no heading line names the fields of a list."""
    text, encoding = text_of(name, body)
    if encoding == charset.IRANSYSTEM:
        raise Refused("csv_letters", file=name)
    rows: list[Row] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text)):
            refuse_too_many(len(rows), name)
            if row:
                rows.append(dict(enumerate(row[:_COLUMNS_MAX])))
    except csv.Error as broken:
        raise Refused("csv_broken", file=name) from broken
    table = table_of(rows, name, book)
    return (table, encoding) if table else None


def _separator(text: str) -> str:
    """What stands most often in the first lines."""
    top = "\n".join(text[:8_000].splitlines()[:5])
    return max(_SEPARATORS, key=top.count)
