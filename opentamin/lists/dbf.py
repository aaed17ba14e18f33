"""One DBF file: its header read with suspicion, its records as a byte matrix without copying, and the writer.

Everything the header says is checked against the length of the file: other programs write wrong record counts, record
sizes and header sizes, and mail cuts files short. What can still be read is read, and the contradiction is a finding.
"""

import struct
from typing import NamedTuple

import numpy as np

from opentamin.lists.fields import Field
from opentamin.lists.finding import Book, Refused

_HEADER, _DESCRIPTOR, _COLUMNS_MAX = 32, 32, 512
_LIVE, _DELETED, _END = 0x20, 0x2A, 0x1A


class Column(NamedTuple):
    """Where one column lies in a record (offset counts from the deletion flag, byte 0)."""

    name: str
    type: str
    offset: int
    width: int


class Dbf(NamedTuple):
    """Columns by name, and the live records as (n, record size) uint8."""

    columns: dict[str, Column]
    records: np.ndarray

    def cells(self, name: str) -> np.ndarray:
        """(n, width) uint8 view of one column."""
        column = self.columns[name]
        return self.records[:, column.offset : column.offset + column.width]


def looks_like_dbf(body: bytes) -> bool:
    """True for bytes that begin like a DBF of ours: a known version byte and a first column named DS…/MON/PER."""
    return len(body) > 64 and body[0] in (0x03, 0x83, 0x8B, 0xF5, 0x30, 0x31, 0x43, 0xFB) and body[32:43].split(b"\0")[0].isascii()


def read_dbf(name: str, body: bytes, book: Book) -> Dbf:
    """Bytes of a file → columns and live records; oddities go to `book`. Refused when no column table can be made out."""
    columns, header_end = _columns(name, body)
    count, header_size, record_size = struct.unpack_from("<IHH", body, 4)
    widest = max(c.offset + c.width for c in columns.values())
    start = header_size if header_end <= header_size <= len(body) else header_end
    size = _record_size(name, body, record_size, widest, start, count, book)
    records = _records(name, body, start, size, count, book)
    return Dbf(columns, records)


def _columns(name: str, body: bytes) -> tuple[dict[str, Column], int]:
    columns: dict[str, Column] = {}
    place, offset = _HEADER, 1
    while place + _DESCRIPTOR <= len(body) and body[place] not in (0x0D, 0x00) and len(columns) < _COLUMNS_MAX:
        raw = body[place : place + _DESCRIPTOR]
        title = raw[:11].split(b"\0")[0].strip().decode("latin-1").upper()
        kind, width = chr(raw[11]), raw[16] or 0
        if kind == "C":
            width += 256 * raw[17]  # Clipper keeps the high byte of long text columns where others keep decimals
        if not title.replace("_", "").isalnum() or not width:
            raise Refused("dbf_header_broken", file=name)
        columns.setdefault(title, Column(title, kind, offset, width))
        offset += width
        place += _DESCRIPTOR
    if not columns:
        raise Refused("dbf_header_broken", file=name)
    return columns, min(place + 1, len(body))


def _record_size(name: str, body: bytes, stated: int, widest: int, start: int, count: int, book: Book) -> int:
    """The stated record size if the columns fit it; else what the columns need, when the file length agrees."""
    room = len(body) - start
    if stated >= widest:
        return stated
    if 0 <= room - count * widest <= 1:
        book.add("warning", "dbf_record_size", file=name, stated=stated, needed=widest)
        return widest
    raise Refused("dbf_header_contradicts", file=name, stated=stated, needed=widest)


def _records(name: str, body: bytes, start: int, size: int, stated: int, book: Book) -> np.ndarray:
    whole, rest = divmod(len(body) - start, size)
    grid = np.frombuffer(body, np.uint8, whole * size, start).reshape(whole, size)
    flags = grid[:, 0]
    ends = np.flatnonzero(flags == _END)
    found = int(ends[0]) if len(ends) else whole
    tail = body[start + found * size : start + found * size + 1]
    if found > stated and not np.isin(flags[stated:found], (_LIVE, _DELETED)).all():
        found = stated  # what follows the stated records is not records
    if found < stated:
        cut = rest > 1 and tail != bytes([_END])
        book.add("error", "records_cut" if cut else "records_fewer", file=name, stated=stated, found=found)
    elif found > stated:
        book.add("error", "records_more", file=name, stated=stated, found=found)
    grid, flags = grid[:found], flags[:found]
    deleted = flags == _DELETED
    strange = int(found - deleted.sum() - (flags == _LIVE).sum())
    if strange:
        book.add("warning", "record_flag", file=name, count=strange)
    if deleted.any():
        book.add("note", "deleted_records", file=name, count=int(deleted.sum()))
        grid = grid[~deleted]
    return grid


def write_dbf(fields: tuple[Field, ...], cells: list[np.ndarray], day: tuple[int, int, int]) -> bytes:
    """Columns as (n, width) uint8 matrices → file bytes, header byte for byte as the official templates have it.

    `day`: the three date bytes of the header; the official files keep their template's, so a list written
    twice is the same bytes.
    """
    count, size = len(cells[0]), 1 + sum(f.width for f in fields)
    header = bytearray(_HEADER)
    struct.pack_into("<BBBBIHH", header, 0, 0x03, *day, count, _HEADER + _DESCRIPTOR * len(fields) + 1, size)
    header[29] = 0x7E
    for one in fields:
        header += struct.pack("<11sc4xBB14x", one.name.encode("ascii"), one.type.encode("ascii"), one.width, 0)
    grid = np.concatenate([np.full((count, 1), _LIVE, np.uint8), *cells], axis=1)
    return bytes(header) + b"\x0d" + grid.tobytes() + bytes([_END])
