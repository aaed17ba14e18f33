"""From what somebody uploaded to lists: open archives, tell the two files apart, read them, bring pairs together.

All or nothing: if one file of the upload cannot be read or has no partner, the whole upload is refused with the reason,
so that nobody believes a list was sent when half of it was left aside.
"""

import re
from dataclasses import dataclass

import numpy as np

from opentamin.lists import archive, charset
from opentamin.lists.dbf import Dbf, looks_like_dbf, read_dbf
from opentamin.lists.fields import KINDS, LAYOUTS, NEEDED, layout_of
from opentamin.lists.finding import Book, Refused
from opentamin.lists.numerals import FOLD_DIGITS, read_number, read_numbers
from opentamin.lists.pair import ListPair, number_of_list
from opentamin.lists.txt import read_txt

_NAME = re.compile(r"dsk(kar|wor)([0-9][0-9])\.(dbf|txt)$", re.IGNORECASE)
_KIND_OF_NAME = {"kar": "workshop", "wor": "workers"}
_KEY = {
    "workshop": ("DSK_ID", "DSK_YY", "DSK_MM", "DSK_LISTNO"),
    "workers": ("DSW_ID", "DSW_YY", "DSW_MM", "DSW_LISTNO"),
}


@dataclass(eq=False)
class _File:
    """One file as read. `group` is folder + number + form, by which names belong together."""

    name: str
    kind: str
    form: str
    group: tuple[str, str, str]
    columns: dict[str, np.ndarray]
    encoding: str
    layout: str
    broken: np.ndarray
    book: Book

    @property
    def key(self) -> tuple[str, int, int, int]:
        code, year, month, number = (self.columns[c][0] if len(self.columns[c]) else "" for c in _KEY[self.kind])
        return str(code), int(year or 0) % 100, int(month or 0), number_of_list(str(number))


# Two bytes a letter: these columns of three and ten bytes never hold their words whole.
_CUT_BY_NATURE = ("DSW_SEX", "DSW_NAT")


def read_upload(files: list[tuple[str, bytes]]) -> list[ListPair]:
    """[(name, bytes), …] (DBF, TXT, or ZIP of them) → lists in the order of workplace, month, list number.

    Raises Refused, carrying a Finding, if anything in the upload cannot be read as lists.
    """
    book = Book()
    read = [_read_file(name, body, kind) for name, body, kind in _list_files(_opened(files, book), book)]
    pairs = [_pair(workshop, workers, book) for workshop, workers in _partners(_without_copies(read, book))]
    return sorted(pairs, key=lambda p: (p.workplace_code, p.month, p.list_number))


def _opened(files: list[tuple[str, bytes]], book: Book) -> list[tuple[str, bytes]]:
    if not files:
        raise Refused("upload_empty")
    opened = []
    for name, body in files:
        if len(body) > archive.UNPACKED_MAX:
            raise Refused("file_too_big", file=name, size=len(body), most=archive.UNPACKED_MAX)
        if not body:
            raise Refused("file_empty", file=name)
        archive.refuse_other_archives(name, body)
        opened += archive.unpack(name, body, book) if archive.is_zip(body) else [(name.replace("\\", "/"), body)]
    return opened


def _list_files(files: list[tuple[str, bytes]], book: Book) -> list[tuple[str, bytes, str | None]]:
    """Keep what is a list by its name or by its content; note what is left aside."""
    kept: list[tuple[str, bytes, str | None]] = []
    for name, body in files:
        match = _NAME.search(name.rsplit("/", 1)[-1])
        if match:
            if not body:
                raise Refused("file_empty", file=name)
            kept.append((name, body, _KIND_OF_NAME[match[1].lower()]))
        elif looks_like_dbf(body) and (b"DSK_ID" in body[:4096] or b"DSW_ID1" in body[:4096]):
            kept.append((name, body, None))
        else:
            book.add("note", "file_ignored", file=name)
    if not kept:
        raise Refused("no_list_files", file=", ".join(name for name, _ in files[:5]))
    return kept


def _read_file(name: str, body: bytes, kind: str | None) -> _File:
    book = Book()
    is_dbf = looks_like_dbf(body) and (not name.lower().endswith(".txt") or b"DSK_ID" in body[:4096] or b"DSW_ID1" in body[:4096])
    if not is_dbf and name.lower().endswith(".dbf"):
        raise Refused("dbf_header_broken", file=name)
    said = kind
    if is_dbf:
        kind, columns, encoding, layout, broken = _from_dbf(name, body, book)
    else:
        kind, columns, encoding, layout, broken = _from_txt(name, body, kind, book)
    if said and said != kind:
        book.add("note", "name_says_other_kind", file=name)
    folder, _, last = name.rpartition("/")
    match = _NAME.search(last)
    form = "dbf" if is_dbf else "txt"
    return _File(name, kind, form, (folder, match[2] if match else "", form), columns, encoding, layout, broken, book)


def _from_dbf(name: str, body: bytes, book: Book) -> tuple[str, dict[str, np.ndarray], str, str, np.ndarray]:
    table = read_dbf(name, body, book)
    kind = "workers" if "DSW_ID1" in table.columns or "DSW_BIME" in table.columns else "workshop"
    layout = layout_of([n for n in table.columns if n in KINDS or n.startswith(("DSK_", "DSW_"))])
    encoding = _encoding_of(table)
    columns = {one: _dbf_column(table, one, encoding, book) for one in KINDS if one in table.columns}
    if encoding == charset.UTF8 and "DSW_SEX" in columns:
        columns["DSW_SEX"] = _sex_restored(columns["DSW_SEX"])
    _note_destroyed(columns, book)
    return (
        kind,
        _completed(kind, columns, len(table.records), layout, name, book),
        encoding,
        layout,
        np.zeros(len(table.records), bool),
    )


def _sex_restored(cut: np.ndarray) -> np.ndarray:
    """Three bytes hold one and a half letters of UTF-8: the first letter still tells the word."""
    first = cut.astype("<U1")
    return np.where(first == "م", "مرد", np.where(first == "ز", "زن", cut))


def _encoding_of(table: Dbf) -> str:
    """By the sex column, else by the bytes of text columns. `ascii` when nothing tells."""
    sex = charset.told_by_sex(table.cells("DSW_SEX")) if "DSW_SEX" in table.columns else None
    if sex and sex != "destroyed":
        return sex
    texts = [one for one in table.columns if KINDS.get(one) == "text"]
    sample = b" ".join(np.ascontiguousarray(table.cells(one)[:2_000]).tobytes() for one in texts)
    return charset.told_by_bytes(sample) or "ascii"


def _dbf_column(table: Dbf, name: str, encoding: str, book: Book) -> np.ndarray:
    cells = table.cells(name)
    if table.columns[name].type not in "CNFD":
        book.add("error", "column_type", name, table.columns[name].type)
        return np.zeros(len(cells), np.int64) if KINDS[name] == "number" else np.zeros(len(cells), "<U1")
    if KINDS[name] == "number":
        values, faults = read_numbers(cells)
        _note_numbers(name, faults, lambda row: cells[row].tobytes().decode("latin-1").strip(), len(values), book)
        return values
    if KINDS[name] == "text":
        if encoding == charset.UTF8 and name not in _CUT_BY_NATURE:
            full = cells[:, -1] > 32
            if full.any():
                book.add("warning", "text_cut", name, count=int(full.sum()), first=int(full.argmax()) + 1)
        return charset.decode_text(cells, charset.IRANSYSTEM if encoding == "ascii" else encoding)
    return charset.decode_codes(cells, charset.IRANSYSTEM if encoding == "ascii" else encoding)


def _from_txt(name: str, body: bytes, kind: str | None, book: Book) -> tuple[str, dict[str, np.ndarray], str, str, np.ndarray]:
    kind, table = read_txt(name, body, kind, book)
    columns = {one: _txt_column(one, cells, book) for one, cells in table.columns.items()}
    _note_destroyed(columns, book)
    return (
        kind,
        _completed(kind, columns, len(table.broken), table.layout, name, book),
        table.encoding,
        table.layout,
        table.broken,
    )


def _txt_column(name: str, cells: list[str], book: Book) -> np.ndarray:
    if KINDS[name] != "number":
        fold = FOLD_DIGITS if KINDS[name] in ("code", "date") else {}
        return charset.as_texts([charset.tidy(cell).translate(fold) for cell in cells])
    known: dict[str, tuple[int, str | None]] = {cell: read_number(cell) for cell in set(cells)}
    faults = {row: fault for row, cell in enumerate(cells) if (fault := known[cell][1])}
    _note_numbers(name, faults, lambda row: cells[row].strip(), len(cells), book)
    return np.array([known[cell][0] for cell in cells], np.int64)


def _note_numbers(name: str, faults: dict[int, str], seen, count: int, book: Book) -> None:
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


def _completed(kind: str, columns: dict[str, np.ndarray], count: int, layout: str, name: str, book: Book) -> dict[str, np.ndarray]:
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
        complete[field.name] = np.zeros(count, np.int64) if field.kind == "number" else np.zeros(count, "<U1")
    return complete


def _without_copies(files: list[_File], book: Book) -> list[_File]:
    """The same list sent as DBF and TXT is one list: the DBF is read, as the instruction prefers, and it is said."""
    dbf_groups = {(f.kind, *f.group[:2]) for f in files if f.form == "dbf"}
    kept = []
    for one in files:
        if one.form == "txt" and (one.kind, *one.group[:2]) in dbf_groups:
            book.add("note", "txt_copy", file=one.name)
        else:
            kept.append(one)
    return kept


def _partners(files: list[_File]) -> list[tuple[_File, _File]]:
    """Pairs by content (workplace, month, list number), then by name, then the only two left."""
    workshops = [f for f in files if f.kind == "workshop"]
    workers = [f for f in files if f.kind == "workers"]
    for one in workshops:
        if not len(one.columns["DSK_ID"]):
            raise Refused("workshop_record_missing", file=one.name)
    pairs = []
    for same in (lambda a, b: a.key == b.key and a.group == b.group, lambda a, b: a.key == b.key,
                 lambda a, b: a.group == b.group, lambda a, b: len(workshops) == len(workers) == 1):  # fmt: skip
        for one in list(workshops):
            match = [other for other in workers if same(one, other)]
            if len(match) == 1:
                pairs.append((one, match[0]))
                workshops.remove(one)
                workers.remove(match[0])
    if workshops or workers:
        code = "workers_file_missing" if workshops else "workshop_file_missing"
        raise Refused(code, file=(workshops or workers)[0].name)
    return pairs


def _pair(workshop: _File, workers: _File, book: Book) -> ListPair:
    header = {name: (values[0].item() if len(values) else "") for name, values in workshop.columns.items()}
    if len(workshop.columns["DSK_ID"]) > 1:
        workshop.book.add("error", "workshop_records_many", seen=str(len(workshop.columns["DSK_ID"])), file=workshop.name,
                          count=len(workshop.columns["DSK_ID"]))  # fmt: skip
    encoding = workers.encoding if workers.encoding != "ascii" else workshop.encoding
    findings = book.findings() + workshop.book.findings() + workers.book.findings()
    return ListPair(
        header,
        workers.columns,
        encoding,
        workers.layout,
        workers.form,
        (workshop.name, workers.name),
        findings,
        workers.broken,
    )
