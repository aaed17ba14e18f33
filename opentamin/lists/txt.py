"""The text form of the two files: comma-separated lines without a header line, columns by their number.

23, 25 or 26 columns make a workshop file, 27, 29 or 31 a workers' file (versions 2.7 and 6, and the wide vendor layout).
"""

import csv
from typing import NamedTuple

import numpy as np

from opentamin.lists import charset, iransystem
from opentamin.lists.fields import LAYOUTS
from opentamin.lists.finding import Book, Refused

_LAYOUT_OF_WIDTH = {kind: {len(fields): layout for layout, fields in layouts.items()} for kind, layouts in LAYOUTS.items()}


class Txt(NamedTuple):
    """Text of every column by name (lists of str), encoding, layout, and which rows had the wrong number of columns."""

    columns: dict[str, list[str]]
    encoding: str
    layout: str
    broken: np.ndarray


def read_txt(name: str, body: bytes, kind: str | None, book: Book) -> tuple[str, Txt]:
    """Bytes → (kind, columns). Refused when the letters or the number of columns make no list."""
    text, encoding = text_of(name, body)
    lines = [line for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if line.strip(" \0,")]
    rows = list(csv.reader(lines, skipinitialspace=True)) if '"' in text else [line.split(",") for line in lines]
    if not rows:
        raise Refused("txt_empty", file=name)
    kind, layout = _kind_and_layout(name, rows, kind)
    fields = LAYOUTS[kind][layout]
    broken = np.array([len(row) != len(fields) for row in rows])
    for index in np.flatnonzero(broken).tolist():
        row = rows[index]
        if len(row) == len(fields) + 1 and not row[-1].strip():
            broken[index] = False  # a comma at the end of the line
        else:
            book.add(
                "error",
                "txt_columns",
                seen=str(len(row)),
                row=index + 1,
                file=name,
                columns=len(row),
                needed=len(fields),
            )
        rows[index] = (row + [""] * len(fields))[: len(fields)]
    by_column = [list(column) for column in zip(*rows, strict=True)]
    columns = {one.name: values for one, values in zip(fields, by_column, strict=True)}
    if encoding == charset.IRANSYSTEM:
        columns = {column: [iransystem.decode(v.encode("latin-1")) for v in values] for column, values in columns.items()}
    return kind, Txt(columns, encoding, layout, broken)


def _kind_and_layout(name: str, rows: list[list[str]], kind: str | None) -> tuple[str, str]:
    """By the number of columns most rows have; a file name that says otherwise loses."""
    widths = [len(row) for row in rows[:1000]]
    usual = max(set(widths), key=widths.count)
    if usual not in _all_widths() and usual - 1 in _all_widths():
        usual -= 1  # a comma at the end of every line
    for one in [kind, "workshop", "workers"]:
        if one and usual in _LAYOUT_OF_WIDTH[one]:
            return one, _LAYOUT_OF_WIDTH[one][usual]
    raise Refused("txt_layout", seen=str(usual), file=name, columns=usual)


def _all_widths() -> set[int]:
    return {width for widths in _LAYOUT_OF_WIDTH.values() for width in widths}


def text_of(name: str, body: bytes) -> tuple[str, str]:
    """Decode by byte-order mark, then by content. Iran System comes back as latin-1, to be turned field by field."""
    if body[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return body.decode("utf-16", "replace"), charset.UTF16
    even, odd = body[0:400:2].count(0), body[1:400:2].count(0)
    if max(even, odd) > 20:
        order = "utf-16-le" if odd > even else "utf-16-be"
        return body.decode(order, "replace"), charset.UTF16
    try:
        return body.decode("utf-8-sig"), charset.UTF8
    except UnicodeDecodeError:
        guess = charset.told_by_bytes(body[:1_000_000])
    if guess == charset.IRANSYSTEM:
        return body.decode("latin-1"), guess
    return body.decode("cp1256", "replace"), charset.CP1256


def write_txt(rows: list[list[str]], encoding: str) -> bytes:
    """Rows of texts → bytes. ValueError for a comma or line break inside a field, which this form cannot hold."""
    for row in rows:
        for value in row:
            if "," in value or "\n" in value or "\r" in value or '"' in value:
                raise ValueError(f"a comma, quote or line break cannot stand inside a field: {value!r}")
    if encoding == charset.IRANSYSTEM:
        return b"".join(b",".join(iransystem.encode(v) for v in row) + b"\r\n" for row in rows)
    if encoding == charset.CP1256:
        return b"".join(b",".join(charset.cp1256_bytes(v) for v in row) + b"\r\n" for row in rows)
    codec = "utf-16" if encoding == charset.UTF16 else "utf-8-sig"
    return "".join(",".join(charset.tidy(v) for v in row) + "\r\n" for row in rows).encode(codec)
