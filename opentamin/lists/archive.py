"""The ZIP door: what is inside is looked at before anything is unpacked, and unpacked with limits.

A national list of 200,000 workers is 94 MB; everything up to 256 MB is taken, bombs and strange paths are refused.
"""

import io
import zipfile
import zlib

from opentamin.lists.finding import Book, Refused

UNPACKED_MAX = 256 * 1024 * 1024
ENTRIES_MAX = 200
RATIO_MAX = 250  # blanks of a sparse DBF pack about 60:1; a bomb packs 1,000:1
_RATIO_FROM = 1024 * 1024
_PIECE = 1024 * 1024
WORKBOOK = "xl/workbook.xml"
_OTHER_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")


def is_zip(body: bytes) -> bool:
    """True for bytes that begin like a ZIP (also an empty one)."""
    return body[:4] in (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")


def is_workbook(body: bytes) -> bool:
    """True for a ZIP whose directory names the parts of a workbook (XLSX)."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            return WORKBOOK in archive.NameToInfo
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, ValueError):
        return False


def refuse_other_archives(name: str, body: bytes) -> None:
    """RAR, 7z and gzip are refused by name: we open ZIP only."""
    if body.startswith(_OTHER_ARCHIVES):
        raise Refused("archive_not_zip", file=name)


def unpack(name: str, body: bytes, book: Book, *, most: int | None = None) -> list[tuple[str, bytes]]:
    """ZIP → [(path inside, bytes)] of its plain files, `most` bytes in all (`UNPACKED_MAX`). Refused for bombs, passwords, paths that climb,
    broken archives."""
    most = UNPACKED_MAX if most is None else most
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.filename.endswith("/")]
            _refuse_by_directory(name, entries, most)
            budget = most
            files = []
            for entry in entries:
                if _is_litter(entry.filename):
                    continue
                content = _unpack_one(name, archive, entry, budget)
                budget -= len(content)
                files.append((entry.filename.replace("\\", "/"), content))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError) as broken:
        raise Refused("zip_broken", file=name) from broken
    return files


def _refuse_by_directory(name: str, entries: list[zipfile.ZipInfo], most: int = UNPACKED_MAX) -> None:
    """Everything that the directory alone gives away."""
    if not entries:
        raise Refused("zip_empty", file=name)
    if len(entries) > ENTRIES_MAX:
        raise Refused("zip_too_many", seen=str(len(entries)), file=name, count=len(entries), most=ENTRIES_MAX)
    for entry in entries:
        path = entry.filename.replace("\\", "/")
        if not path:
            raise Refused("zip_broken", file=name)
        if path.startswith("/") or ".." in path.split("/") or ":" in path or "\0" in path:
            raise Refused("zip_path", seen=entry.filename, file=name, path=entry.filename)
        if entry.flag_bits & 0x1:
            raise Refused("zip_encrypted", file=name)
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Refused("zip_method", file=name)
        if entry.file_size > _RATIO_FROM and entry.file_size > RATIO_MAX * max(entry.compress_size, 1):
            raise Refused("zip_ratio", file=name, path=entry.filename)
    total = sum(entry.file_size for entry in entries)
    if total > most:
        raise Refused("zip_too_big", file=name, size=total, most=most)


def _unpack_one(name: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: int) -> bytes:
    """One entry, piece by piece; more bytes than its directory admits is refused, whatever the directory says."""
    pieces, size = [], 0
    with archive.open(entry) as stream:
        while piece := stream.read(_PIECE):
            size += len(piece)
            if size > min(entry.file_size, budget):
                raise Refused("zip_ratio", file=name, path=entry.filename)
            pieces.append(piece)
    content = b"".join(pieces)
    if is_zip(content) and not is_workbook(content):  # a workbook is a ZIP too; it has its own guard
        raise Refused("zip_nested", file=name, path=entry.filename)
    return content


def _is_litter(path: str) -> bool:
    """What other systems leave in archives: resource forks, thumbnails, hidden files."""
    last = path.replace("\\", "/").rsplit("/", 1)[-1]
    return path.startswith("__MACOSX/") or last.startswith(".") or last.lower() in ("thumbs.db", "desktop.ini")


def pack(files: dict[str, bytes]) -> bytes:
    """{name: bytes} → ZIP. The same files give the same bytes (fixed time stamp)."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
