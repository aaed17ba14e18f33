"""Spoiled uploads: right files with bytes changed, cut, doubled, swapped or lied about, from a seed."""

import io
import random
import struct
import zipfile

from opentamin.law import days
from opentamin.lists import Refused, check, read_upload, write_pair, zip_pair
from opentamin.lists.tests.right_list import HEADER, LAW, MONTH, workers
from opentamin.lists.tests.sheet_files import csv_files, json_file, lone_csv, with_part, xlsx_file

_FORMS = (
    ("v6", "iransystem", "dbf"),
    ("v27", "cp1256", "dbf"),
    ("wide", "unicode", "dbf"),
    ("v6", "iransystem", "txt"),
    ("v27", "unicode", "txt"),
)
_TODAY = days.month_last_day(MONTH)


def originals() -> list[list[tuple[str, bytes]]]:
    """One upload of every form, as files and as a ZIP."""
    made = []
    for layout, encoding, form in _FORMS:
        files = write_pair(HEADER, workers(), layout=layout, encoding=encoding, form=form)
        made += [list(files.items()), [("list.zip", zip_pair(files))]]
    return made + sheets()


def sheets() -> list[list[tuple[str, bytes]]]:
    """One upload of every form of table."""
    return [csv_files(), [("list.csv", lone_csv())], [("list.xlsx", xlsx_file())], [("list.json", json_file())], [("a.zip", zip_pair({"b.xlsx": xlsx_file()}))]]


def spoiled(upload: list[tuple[str, bytes]], chance: random.Random) -> list[tuple[str, bytes]]:
    """The upload with one to four changes in one of its files."""
    upload = list(upload)
    place = chance.randrange(len(upload))
    name, body = upload[place]
    if name.endswith(".xlsx") and chance.random() < 0.8:
        upload[place] = (name, _spoiled_part(body, chance))
        return upload
    for _ in range(chance.randint(1, 4)):
        body = chance.choice((_flip, _flip_header, _lie, _cut, _double, _noise, _swap))(bytearray(body), chance)
    upload[place] = (name, body)
    return upload


def _spoiled_part(body: bytes, chance: random.Random) -> bytes:
    """A workbook that opens, with one of its parts spoiled: changed bytes alone would only break the archive."""
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        path = chance.choice([name for name in archive.namelist() if "xl/" in name])
        part = archive.read(path)
    for _ in range(chance.randint(1, 4)):
        part = chance.choice((_flip, _cut, _double, _noise, _swap, _swap_words))(bytearray(part), chance)
    return with_part(body, path, part)


_WORDS = (b'<c r="A1">', b"<f>1</f>", b't="s"', b't="e"', b't="n"', b't="inlineStr"', b"</row>", b"<row>", b"<si>", b"<t>", b"&amp;", b"&x;", b"<!DOCTYPE x>", b"DSW_DD", b"-1", b"9" * 40, b"1E99", b"XFD1048576", b"<rPh>", b"<![CDATA[")


def _swap_words(body: bytearray, chance: random.Random) -> bytes:
    start = chance.randrange(len(body) + 1)
    return bytes(body[:start]) + chance.choice(_WORDS) + bytes(body[start + chance.randint(0, 12) :])


def _flip(body: bytearray, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 20)):
        if body:
            body[chance.randrange(len(body))] = chance.randrange(256)
    return bytes(body)


def _flip_header(body: bytearray, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 6)):
        if body:
            body[chance.randrange(min(len(body), 1000))] = chance.choice((0, 1, 13, 26, 32, 42, 48, 127, 255))
    return bytes(body)


def _lie(body: bytearray, chance: random.Random) -> bytes:
    offset, shape = chance.choice(((4, "<I"), (8, "<H"), (10, "<H"), (18, "<I"), (22, "<I")))
    if len(body) > offset + 4:
        struct.pack_into(shape, body, offset, chance.choice((0, 1, 2, 255, 65_535)))
    return bytes(body)


def _cut(body: bytearray, chance: random.Random) -> bytes:
    return bytes(body[: chance.randrange(len(body) + 1)])


def _double(body: bytearray, chance: random.Random) -> bytes:
    start = chance.randrange(len(body) + 1)
    return bytes(body[: start + 500] + body[start:])


def _noise(body: bytearray, chance: random.Random) -> bytes:
    start = chance.randrange(len(body) + 1)
    size = chance.randint(1, 300)
    return bytes(body[:start]) + chance.randbytes(size) + bytes(body[start + size :])


def _swap(body: bytearray, chance: random.Random) -> bytes:
    middle = chance.randrange(len(body) + 1)
    return bytes(body[middle:] + body[:middle])


def outcome(upload: list[tuple[str, bytes]]) -> str:
    """Read and check: `refused` or `read`. Any other exception is a fault of ours and comes through."""
    try:
        pairs = read_upload(upload)
    except Refused:
        return "refused"
    for pair in pairs:
        check(pair, LAW, today=_TODAY)
    return "read"
