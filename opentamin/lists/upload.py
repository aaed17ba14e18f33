"""From what somebody uploaded to lists: open archives, tell the two files apart, read them, bring pairs together.

All or nothing: if one file of the upload cannot be read or has no partner, the whole upload is refused with the reason,
so that nobody believes a list was sent when half of it was left aside.
"""

import re
from dataclasses import dataclass

from opentamin.lists import archive, sheets
from opentamin.lists.columns import Content, from_dbf, from_txt
from opentamin.lists.dbf import looks_like_dbf
from opentamin.lists.finding import Book, Refused
from opentamin.lists.pair import ListPair, number_of_list

_NAME = re.compile(r"dsk(kar|wor)([0-9][0-9])\.(dbf|txt|csv)$", re.IGNORECASE)
_KIND_OF_NAME = {"kar": "workshop", "wor": "workers"}
_KEY = {
    "workshop": ("DSK_ID", "DSK_YY", "DSK_MM", "DSK_LISTNO"),
    "workers": ("DSW_ID", "DSW_YY", "DSW_MM", "DSW_LISTNO"),
}


@dataclass(eq=False)
class _File:
    """One file as read. `group` is folder + number + form, by which names belong together; tables of one sheet have its name."""

    name: str
    form: str
    group: tuple[str, str, str]
    content: Content
    book: Book
    nobody_worked: bool = False

    @property
    def kind(self) -> str:
        return self.content.kind

    @property
    def key(self) -> tuple[str, int, int, int]:
        code, year, month, number = (self.content.columns[c][0] if self.content.rows_count else "" for c in _KEY[self.kind])
        return str(code), int(year or 0) % 100, int(month or 0), number_of_list(str(number))


def read_upload(files: list[tuple[str, bytes]]) -> list[ListPair]:
    """[(name, bytes), …] (DBF, TXT, CSV, XLSX, JSON, or ZIP of them) → lists in the order of workplace, month, list number.

    Raises Refused, carrying a Finding, if anything in the upload cannot be read as lists.
    """
    book = Book()
    read = [one for name, body, kind in _list_files(_opened(files, book), book) for one in _read_file(name, body, kind, book)]
    if not read:
        raise Refused("sheet_without_fields", file=", ".join(name for name, _ in files[:5]))
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
        opened += _opened_one(name, body, book)
    return opened


def _opened_one(name: str, body: bytes, book: Book) -> list[tuple[str, bytes]]:
    is_archive = archive.is_zip(body) and not archive.is_workbook(body)
    return archive.unpack(name, body, book) if is_archive else [(name.replace("\\", "/"), body)]


def _list_files(files: list[tuple[str, bytes]], book: Book) -> list[tuple[str, bytes, str | None]]:
    """Keep what is a list by its name or by its content; note what is left aside."""
    kept: list[tuple[str, bytes, str | None]] = []
    for name, body in files:
        match = _NAME.search(name.rsplit("/", 1)[-1])
        if match:
            if not body:
                raise Refused("file_empty", file=name)
            kept.append((name, body, _KIND_OF_NAME[match[1].lower()]))
        elif (looks_like_dbf(body) and (b"DSK_ID" in body[:4096] or b"DSW_ID1" in body[:4096])) or sheets.form_of(name, body):
            kept.append((name, body, None))
        else:
            book.add("note", "file_ignored", file=name)
    if not kept:
        raise Refused("no_list_files", file=", ".join(name for name, _ in files[:5]))
    return kept


def _read_file(name: str, body: bytes, kind: str | None, book: Book) -> list[_File]:
    """One file, or the tables of a sheet; a sheet that names no field of a list is left aside, and it is said."""
    form = sheets.form_of(name, body)
    tables = _read_sheets(name, body, form) if form else []
    if tables or (form and not kind):
        if not tables:
            book.add("note", "file_ignored", file=name)
        return tables
    return [_read_plain(name, body, kind)]


def _read_plain(name: str, body: bytes, kind: str | None) -> _File:
    """A DBF, or lines of text without headings."""
    book = Book()
    is_dbf = looks_like_dbf(body) and (not name.lower().endswith(".txt") or b"DSK_ID" in body[:4096] or b"DSW_ID1" in body[:4096])
    if not is_dbf and name.lower().endswith(".dbf"):
        raise Refused("dbf_header_broken", file=name)
    content = from_dbf(name, body, book) if is_dbf else from_txt(name, body, kind, book)
    if kind and kind != content.kind:
        book.add("note", "name_says_other_kind", file=name)
    folder, _, last = name.rpartition("/")
    match = _NAME.search(last)
    form = "dbf" if is_dbf else "txt"
    return _File(name, form, (folder, match[2] if match else "", form), content, book)


def _read_sheets(name: str, body: bytes, form: str) -> list[_File]:
    """The tables of a sheet; two of one kind in one place would be two lists in one."""
    found = sheets.read_sheets(name, body, form)
    kinds = [(sheet.place, sheet.content.kind) for sheet in found]
    if len(set(kinds)) != len(kinds):
        raise Refused("sheet_tables_many", file=name)
    folder, _, last = name.rpartition("/")
    match = _NAME.search(last)
    return [
        _File(name, form, (folder, match[2], form) if match else (name, sheet.place, form), sheet.content, sheet.book, sheet.nobody_worked)
        for sheet in found
    ]


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
        if not one.content.rows_count:
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
    for one in [other for other in workers if other.form in sheets.FORMS]:
        head = sheets.header_from(one.content, one.name)
        pairs.append((_File(one.name, one.form, one.group, head, Book()), one))
        workers.remove(one)
    if workshops or workers:
        code = "workers_file_missing" if workshops else "workshop_file_missing"
        raise Refused(code, file=(workshops or workers)[0].name)
    return pairs


def _pair(workshop: _File, workers: _File, book: Book) -> ListPair:
    head, rows = workshop.content, workers.content
    if head.rows_count > 1:
        workshop.book.add("error", "workshop_records_many", seen=str(head.rows_count), file=workshop.name, count=head.rows_count)
    header, columns, left_out = _whole(workshop, workers)
    return ListPair(
        header=header,
        workers=columns,
        encoding=rows.encoding if rows.encoding != "ascii" else head.encoding,
        layout=rows.layout,
        form=workers.form,
        names=(workshop.name, workers.name),
        findings=book.findings() + workshop.book.findings() + workers.book.findings(),
        unread=rows.broken,
        left_out=left_out,
        nobody_worked=workers.nobody_worked,
    )


def _whole(workshop: _File, workers: _File) -> tuple[dict, dict, frozenset[str]]:
    """Header and columns; of tables with headings also what they left to us."""
    if workshop.form in sheets.FORMS:
        return sheets.complete(workshop.content, workers.content)
    return {name: values[0].item() for name, values in workshop.content.columns.items()}, workers.content.columns, frozenset()
