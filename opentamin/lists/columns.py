"""From the cells of one file to plain values: numbers, texts, codes, and what could not be read.

A DBF is read in blocks of rows, so that what is made on the way stays small whatever the size of the file.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from opentamin.lists import bytegrid, charset
from opentamin.lists.dbf import Dbf, read_dbf
from opentamin.lists.fields import KINDS, LAYOUTS, NEEDED, TABLE_NEEDED, layout_of
from opentamin.lists.finding import Book
from opentamin.lists.numerals import FOLD_DIGITS, read_number, read_numbers
from opentamin.lists.tables import Table
from opentamin.lists.txt import read_txt

_BLOCK = 65_536
_CELL_MAX, _SHOWN_OF_LONG = 255, 40
# Two bytes a letter: these columns of three and ten bytes never hold their Unicode words whole.
_CUT_BY_NATURE = ("DSW_SEX", "DSW_NAT")
_SEXES = ("مرد", "زن")
# Beginnings of what else is written for a sex, and of words common elsewhere in a list. Each has a letter that ISO-8859-6, Mac Arabic
# and CP720, misread, do not give in its place.
_SEX_WORDS = ("مذک", "مون", "مؤن", "آقا", "اقا", "خان")
_COMMON_WORDS = ("ایران", "افغان", "پاکستان", "تهران", "اصفهان", "شیراز", "مشهد", "کارگر", "کارمند", "مدیر")


class Content(NamedTuple):
    """One file: `workshop` or `workers`, every known column, how it was written, and rows that could not be taken apart."""

    kind: str
    columns: dict[str, np.ndarray]
    encoding: str
    layout: str
    broken: np.ndarray
    blank: frozenset[str] = frozenset()  # of a table with headings: columns that say nothing anywhere

    @property
    def rows_count(self) -> int:
        return len(self.broken)


def from_dbf(name: str, body: bytes, book: Book) -> Content:
    """Bytes of a DBF → values; oddities to `book`, Refused if it has no readable columns."""
    table = read_dbf(name, body, book)
    kind = "workers" if "DSW_ID1" in table.columns or "DSW_BIME" in table.columns else "workshop"
    layout = layout_of([n for n in table.columns if n in KINDS or n.startswith(("DSK_", "DSW_"))])
    encoding = _encoding_of(table)
    columns = _dbf_columns(table, "iransystem" if encoding == "ascii" else encoding, book)
    if encoding == charset.UTF8 and "DSW_SEX" in columns:
        columns["DSW_SEX"] = _sex_restored(columns["DSW_SEX"])
    _note_destroyed(columns, book)
    _note_code_page(columns, encoding, book)
    count = len(table.records)
    return Content(kind, _completed(kind, columns, count, name, book), encoding, layout, np.zeros(count, bool))


def from_txt(name: str, body: bytes, kind: str | None, book: Book) -> Content:
    """Bytes of a text file → values; `kind` is what its name says, its columns may say otherwise."""
    kind, table = read_txt(name, body, kind, book)
    columns = {one: _txt_column(one, _cut(one, cells, book), book) for one, cells in table.columns.items()}
    _note_destroyed(columns, book)
    _note_code_page(columns, table.encoding, book)
    whole = _completed(kind, columns, len(table.broken), name, book)
    return Content(kind, whole, table.encoding, table.layout, table.broken)


def from_table(table: Table, name: str, encoding: str, book: Book) -> Content:
    """Cells of a table with headings → values. Only what a list cannot do without is missed."""
    columns = {one: _txt_column(one, _cut(one, cells, book), book) for one, cells in table.cells.items()}
    _note_destroyed(columns, book)
    _note_code_page(columns, encoding, book)
    if table.rows_count or table.kind == "workshop":
        for code in TABLE_NEEDED[table.kind]:
            if code not in columns:
                book.add("error", "column_missing", code, file=name)
    whole = {one.name: columns.get(one.name, _nothing(one.kind, table.rows_count)) for one in LAYOUTS[table.kind]["wide"]}
    said = {one for one, cells in table.cells.items() if any(cell.strip() for cell in cells)}
    return Content(table.kind, whole, encoding, "v6", np.zeros(table.rows_count, bool), frozenset(set(whole) - said))


def _encoding_of(table: Dbf) -> str:
    """By the sex column, else by the bytes of text columns. `ascii` when nothing tells."""
    sex = charset.told_by_sex(table.cells("DSW_SEX")) if "DSW_SEX" in table.columns else None
    if sex and sex != "destroyed":
        return sex
    texts = [one for one in table.columns if KINDS.get(one) == "text"]
    sample = b" ".join(np.ascontiguousarray(table.cells(one)[:2_000]).tobytes() for one in texts)
    return charset.told_by_bytes(sample) or "ascii"


def _dbf_columns(table: Dbf, encoding: str, book: Book) -> dict[str, np.ndarray]:
    names = [one for one in KINDS if one in table.columns]
    parts: dict[str, list[np.ndarray]] = {one: [] for one in names}
    faults: dict[str, dict[int, str]] = {one: {} for one in names}
    for start in range(0, max(len(table.records), 1), _BLOCK):
        block = table._replace(records=table.records[start : start + _BLOCK])
        for one in names:
            values, wrong = _read_cells(block, one, encoding)
            parts[one].append(values)
            faults[one].update({start + row: fault for row, fault in wrong.items()})
    for one in names:
        _note_column(table, one, encoding, faults[one], book)
    return {one: bytegrid.joined(parts[one]) for one in names}


def _read_cells(block: Dbf, name: str, encoding: str) -> tuple[np.ndarray, dict[int, str]]:
    """One column of one block of rows → values, and which rows hold no number."""
    cells, kind = block.cells(name), KINDS[name]
    if block.columns[name].type not in "CNFD":
        return (np.zeros(len(cells), np.int64) if kind == "number" else np.zeros(len(cells), "<U1")), {}
    if kind == "number":
        return read_numbers(cells)
    return (charset.decode_text if kind == "text" else charset.decode_codes)(cells, encoding), {}


def _note_column(table: Dbf, name: str, encoding: str, faults: dict[int, str], book: Book) -> None:
    cells = table.cells(name)
    if table.columns[name].type not in "CNFD":
        book.add("error", "column_type", name, table.columns[name].type)
    _note_numbers(name, faults, lambda row: cells[row].tobytes().decode("latin-1").strip(), book)
    if encoding == charset.UTF8 and KINDS[name] == "text" and name not in _CUT_BY_NATURE:
        full = cells[:, -1] > 32
        if full.any():
            book.add("warning", "text_cut", name, count=int(full.sum()), first=int(full.argmax()) + 1)


def _sex_restored(cut: np.ndarray) -> np.ndarray:
    """Three bytes hold one and a half letters of UTF-8: the first letter still tells the word."""
    first = cut.astype("<U1")
    return np.where(first == "م", "مرد", np.where(first == "ز", "زن", cut))


def _cut(name: str, cells: list[str], book: Book) -> list[str]:
    """No cell longer than a DBF column could be: one of a megabyte would make a megabyte of every row's."""
    if max(map(len, cells), default=0) <= _CELL_MAX:
        return cells
    for row, cell in enumerate(cells):
        if len(cell) > _CELL_MAX:
            place = None if name.startswith(("DSK", "MON")) else row + 1
            book.add("error", "text_too_long", name, f"{cell[:_SHOWN_OF_LONG]}…", row=place, length=len(cell), most=_CELL_MAX)
    return [cell[:_CELL_MAX] for cell in cells]


def _txt_column(name: str, cells: list[str], book: Book) -> np.ndarray:
    if KINDS[name] != "number":
        fold = FOLD_DIGITS if KINDS[name] in ("code", "date") else {}
        return charset.as_texts([charset.tidy(cell).translate(fold) for cell in cells])
    known: dict[str, tuple[int, str | None]] = {cell: read_number(cell) for cell in set(cells)}
    faults = {row: fault for row, cell in enumerate(cells) if (fault := known[cell][1])}
    _note_numbers(name, faults, lambda row: cells[row].strip(), book)
    return np.array([known[cell][0] for cell in cells], np.int64)


def _note_numbers(name: str, faults: dict[int, str], seen: Callable[[int], str], book: Book) -> None:
    """Unreadable numbers become findings: on the worker's row, or on the workshop's file."""
    for row, fault in faults.items():
        book.add("error", fault, name, seen(row), row=None if name.startswith(("DSK", "MON")) else row + 1)


def _note_destroyed(columns: dict[str, np.ndarray], book: Book) -> None:
    """Persian letters that a wrong converter has already turned into question marks cannot be brought back."""
    for name in ("DSW_SEX", "DSW_LNAME", "DSK_NAME"):
        if name in columns:
            lost = np.strings.startswith(columns[name], "??")
            if lost.any():
                first = int(np.flatnonzero(lost)[0])
                book.add("error", "text_destroyed", name, str(columns[name][first]), count=int(lost.sum()), first=first + 1)
                return


def _note_code_page(columns: dict[str, np.ndarray], encoding: str, book: Book) -> None:
    """Letters of a code page we do not read (CP720, ISO-8859-6, Mac Arabic …) were taken for one we do: every name is then wrong.

    Told by words, because misread letters are often letters too: the sex column holds letters beyond ASCII, no row of it is
    a sex, and nothing in the list shows that the code page was read rightly. One «مرد» does; so does «ایرانی» beside a
    mistyped sex, be it the only row, and then the row's own warning is enough. Where not one word can be known, a person
    has to look, however short the list. Blank, ASCII and `???` are no letters and say nothing here; Unicode is never guessed.
    """
    sexes = columns.get("DSW_SEX")
    if sexes is None or encoding in (charset.UTF8, charset.UTF16) or any((sexes == sex).any() for sex in _SEXES):
        return
    foreign = np.array([not sex.isascii() for sex in sexes.tolist()], bool)
    if foreign.any() and not _shows_code_page(columns):
        first = int(foreign.argmax())
        seen, count = str(sexes[first]), int(foreign.sum())
        book.add("error", "code_page_unknown", "DSW_SEX", seen, misread=seen, count=count, first=first + 1)


def _shows_code_page(columns: dict[str, np.ndarray]) -> bool:
    """True if some word is read that only the right code page gives: another word for a sex, a country, a town, a trade."""
    if any(np.strings.startswith(columns["DSW_SEX"], word).any() for word in _SEX_WORDS):
        return True
    places = [columns[name] for name in ("DSW_SEX", "DSW_NAT", "DSW_IDPLC", "DSW_OCP") if name in columns]
    return any(np.strings.startswith(texts, word).any() for texts in places for word in _COMMON_WORDS)


def _completed(kind: str, columns: dict[str, np.ndarray], count: int, name: str, book: Book) -> dict[str, np.ndarray]:
    """Every known column present: one the file lacks is zeros or blanks, and a finding if the file ought to have it."""
    complete: dict[str, np.ndarray] = {}
    official = {f.name for f in LAYOUTS[kind]["v27"]}
    for field in LAYOUTS[kind]["wide"]:
        if field.name in columns:
            complete[field.name] = columns[field.name]
            continue
        if field.name in official:
            level = "error" if field.name in NEEDED[kind] else "warning"
            book.add(level, "column_missing", field.name, file=name)
        complete[field.name] = _nothing(field.kind, count)
    return complete


def _nothing(kind: str, count: int) -> np.ndarray:
    """A column that says nothing: zeros or blanks."""
    return np.zeros(count, np.int64) if kind == "number" else np.zeros(count, "<U1")
