"""A list as an XLSX workbook, read strictly: values only. Formulas, macros, entities and sheets without end are refused.

Read by the standard library's expat in one pass, so that nothing a sheet claims about its own size is ever believed.
"""

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from posixpath import normpath
from typing import NamedTuple
from xml.parsers import expat

from opentamin.lists import archive
from opentamin.lists.finding import Book, Refused
from opentamin.lists.tables import Row, Table, refuse_too_many, table_of

UNPACKED_MAX = 96 * 1024 * 1024
CELLS_MAX = 3_000_000
SHEETS_MAX = 20
_COLUMNS_MAX = 200
_CELL_TEXT_MAX = 4_000  # far above any field; what is longer is cut and then found too long
_OLE = b"\xd0\xcf\x11\xe0"
_PLACE = re.compile(r"([A-Z]{1,3})[0-9]{1,7}$")
_Parser = Callable[[str, dict[str, str]], None]


class _Sheet(NamedTuple):
    rows: list[Row]
    formula: str  # place of the first formula, or empty
    fault: str  # place of the first cell that shows an error such as #REF!, or empty


def looks_like_xlsx(body: bytes) -> bool:
    """Whether these bytes are a workbook, whatever their name."""
    return archive.is_zip(body) and archive.is_workbook(body)


def read_xlsx(name: str, body: bytes, book: Book) -> list[Table]:
    """Bytes → the tables of a list in it, in the order of its sheets; sheets without field names are left aside."""
    if body.startswith(_OLE):
        raise Refused("xlsx_old_or_locked", file=name)
    parts = dict(archive.unpack(name, body, book, most=UNPACKED_MAX))
    if any(path.lower().endswith(("vbaproject.bin", ".xlm")) for path in parts):
        raise Refused("xlsx_macro", file=name)
    strings = _strings(name, parts.get("xl/sharedStrings.xml", b""))
    tables = []
    for title, path in _sheets(name, parts):
        sheet = _read_sheet(name, parts[path], strings)
        table = table_of(sheet.rows, f"{name}: {title}", book)
        if table and sheet.formula:
            raise Refused("xlsx_formula", seen=sheet.formula, file=name, path=title)
        if table and sheet.fault:
            raise Refused("xlsx_error_cell", seen=sheet.fault, file=name, path=title)
        tables += [table] if table else []
    return tables


def _parse(
    name: str, body: bytes, start: _Parser, end: Callable[[str], None] | None = None, text: Callable[[str], None] | None = None
) -> None:
    """Walk one part. A document type is refused before any entity in it could grow."""
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def refuse(*_declaration: object) -> None:
        raise Refused("xlsx_entities", file=name)

    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    parser.StartElementHandler = lambda tag, attributes: start(tag.rpartition(":")[2], attributes)
    if end:
        parser.EndElementHandler = lambda tag: end(tag.rpartition(":")[2])
    if text:
        parser.CharacterDataHandler = text
    try:
        parser.Parse(body, True)
    except (expat.ExpatError, LookupError, ValueError) as broken:  # an encoding nobody knows is a LookupError
        raise Refused("xlsx_broken", file=name) from broken


def _sheets(name: str, parts: dict[str, bytes]) -> list[tuple[str, str]]:
    """(title, path) of the sheets that can be seen."""
    found, targets = [], {}

    def sheet(tag: str, attributes: dict[str, str]) -> None:
        key = next((value for at, value in attributes.items() if at.endswith(":id")), "")
        if tag == "sheet" and attributes.get("state", "visible") == "visible":
            found.append((attributes.get("name", "")[:60], key))

    def relation(tag: str, attributes: dict[str, str]) -> None:
        if tag == "Relationship" and attributes.get("TargetMode") != "External":
            targets[attributes.get("Id", "")] = normpath("/xl/" + attributes.get("Target", "")).removeprefix("/xl/xl/").lstrip("/")

    _parse(name, parts.get(archive.WORKBOOK, b""), sheet)
    _parse(name, parts.get("xl/_rels/workbook.xml.rels", b""), relation)
    paths = [(title, _path(targets.get(key, ""), parts)) for title, key in found]
    if len(paths) > SHEETS_MAX:
        raise Refused("xlsx_too_many_sheets", seen=str(len(paths)), file=name, most=SHEETS_MAX)
    return [(title, path) for title, path in paths if path]


def _path(target: str, parts: dict[str, bytes]) -> str:
    return next((path for path in (target, f"xl/{target}") if path in parts), "")


def _strings(name: str, body: bytes) -> list[str]:
    """The workbook's own texts, by number; how they sound (rPh) is left out."""
    strings: list[str] = []
    pieces: list[str] = []
    depth = {"t": 0, "rPh": 0}

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag in depth:
            depth[tag] += 1
        elif tag == "si":
            pieces.clear()

    def end(tag: str) -> None:
        if tag in depth:
            depth[tag] -= 1
        elif tag == "si":
            strings.append("".join(pieces)[:_CELL_TEXT_MAX])
            if len(strings) > CELLS_MAX:
                raise Refused("sheet_too_large", file=name, most=CELLS_MAX)

    def text(piece: str) -> None:
        if depth["t"] and not depth["rPh"]:
            pieces.append(piece)

    if body:
        _parse(name, body, start, end, text)
    return strings


class _Reader:
    """The cells of one sheet as they come by."""

    def __init__(self, name: str, strings: list[str]):
        self.name, self.strings = name, strings
        self.rows: list[Row] = []
        self.formula = self.fault = ""
        self._row: Row = {}
        self._place, self._ref, self._type = -1, "", ""
        self._pieces: list[str] = []
        self._inside = ""
        self._count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "row":
            self._row, self._place = {}, -1
        elif tag == "c":
            self._begin_cell(attributes)
        elif tag in ("v", "t", "rPh"):
            self._inside = tag
        elif tag == "f":
            self.formula = self.formula or self._ref
            self._inside = tag

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > CELLS_MAX:
            raise Refused("sheet_too_large", file=self.name, most=CELLS_MAX)
        self._ref, self._type = attributes.get("r", ""), attributes.get("t", "n")
        match = _PLACE.match(self._ref)
        self._place = _column(match[1]) if match else self._place + 1
        self._pieces = []

    def text(self, piece: str) -> None:
        if self._inside in ("v", "t"):
            self._pieces.append(piece)

    def end(self, tag: str) -> None:
        if tag in ("v", "t", "f", "rPh"):
            self._inside = ""
        elif tag == "c":
            self._end_cell("".join(self._pieces)[:_CELL_TEXT_MAX])
        elif tag == "row" and any(value.strip() for value in self._row.values()):
            refuse_too_many(len(self.rows), self.name)
            self.rows.append(self._row)

    def _end_cell(self, raw: str) -> None:
        if self._type == "e":
            self.fault = self.fault or self._ref
        if raw and 0 <= self._place < _COLUMNS_MAX:
            self._row[self._place] = self._value(raw)

    def _value(self, raw: str) -> str:
        if self._type == "s":
            number = int(raw) if raw.isascii() and raw.isdigit() and len(raw) < 10 else -1
            if not 0 <= number < len(self.strings):
                raise Refused("xlsx_broken", file=self.name)
            return self.strings[number]
        return _plain_number(raw) if self._type == "n" else raw


def _plain_number(raw: str) -> str:
    """`2.25E8` and `7500000.0` as people write them; what is no number stays as it is and is found so."""
    if "." not in raw and "E" not in raw and "e" not in raw:
        return raw
    try:
        value = Decimal(raw)
    except InvalidOperation:
        return raw
    if not value.is_finite() or value.adjusted() > 30 or value.adjusted() < -30:
        return raw
    return str(int(value)) if value == value.to_integral_value() else format(value, "f")


def _column(letters: str) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - 64
    return place - 1


def _read_sheet(name: str, body: bytes, strings: list[str]) -> _Sheet:
    reader = _Reader(name, strings)
    _parse(name, body, reader.start, reader.end, reader.text)
    return _Sheet(reader.rows, reader.formula, reader.fault)
