"""The one file of a backup: a ZIP that any tool can open, sealed by the SHA-256 of itself.

    opentamin-backup.txt   what this is, for whoever finds it
    database.sql           the database as SQL, as pg_dump writes it
    manifest.json          when and from what it was made; rows and digest of every table, the sums of the books

The ZIP's comment, the last bytes of the file, holds the digest of everything before it: no byte can change unseen. The file
gets its name only when it is whole; a backup killed half-way leaves nothing.
"""

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from opentamin.launch.errors import CannotStart

FORMAT = 1
ABOUT, SQL, MANIFEST = "opentamin-backup.txt", "database.sql", "manifest.json"
HEAD = b"PK\x03\x04"
NAME_AT = 30  # where a ZIP's first entry has its name
SEAL_WORD, DIGITS = b"sha256:", 64
CHUNK_BYTES = 1 << 20
ABOUT_TEXT = (
    "پشتیبان کامل یک سامانهٔ تأمین اجتماعی. بازگرداندن: ./run restore FILE\n"
    "A whole backup of a social security system, with personal data. To restore it: ./run restore FILE\n"
)


class Sealed:
    """A stream into a file that counts everything in its digest but the last 64 bytes, and puts the digest there."""

    def __init__(self, file: IO[bytes]):
        self.file, self.digest, self.held = file, hashlib.sha256(), b""

    def write(self, data: bytes) -> int:
        held = self.held + bytes(data)
        ready, self.held = held[:-DIGITS], held[-DIGITS:]
        self.digest.update(ready)
        self.file.write(ready)
        return len(data)

    def flush(self) -> None:
        self.file.flush()

    def seal(self) -> None:
        """Write the digest in place of the zeros the archive ended with."""
        assert self.held == b"0" * DIGITS, "an archive ends with room for its seal"
        self.file.write(self.digest.hexdigest().encode())


@contextmanager
def new_backup(path: Path) -> Iterator[ZipFile]:
    """An archive to write to; it becomes `path` when the block ends well, and nothing at all when it does not.

    Raises CannotStart when there is such a file already, or no folder that can be written to.
    """
    if path.exists():
        raise CannotStart(f"پروندهٔ {path} از پیش هست؛ نام دیگری بدهید.", f"The file {path} is there already; give another name.")
    try:
        with unnamed_file(path) as file:
            sealed = Sealed(file)
            with ZipFile(sealed, "w", ZIP_DEFLATED, compresslevel=1) as archive:  # type: ignore[call-overload]
                archive.writestr(ABOUT, ABOUT_TEXT)
                yield archive
                archive.comment = SEAL_WORD + b"0" * DIGITS
            sealed.seal()
    except OSError as error:
        raise CannotStart(
            f"نوشتن {path} نشد: {error.strerror}. پوشه و جای خالی دیسک را ببینید.",
            f"{path} could not be written: {error.strerror}. Look at the folder and at the room on the disk.",
        ) from error


@contextmanager
def unnamed_file(path: Path) -> Iterator[IO[bytes]]:
    """A file without a name, which gets `path` at the end; where the file system has no such files, one named beside it.

    Its owner alone may read it.
    """
    path = path.absolute()
    folder = path.parent
    try:
        number, beside = os.open(folder, os.O_TMPFILE | os.O_RDWR, 0o600), None
    except OSError:
        beside = folder / f".{path.name}.unfinished"
        beside.unlink(missing_ok=True)
        number = os.open(beside, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    try:
        with os.fdopen(number, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
            give_name(beside or Path(f"/proc/self/fd/{file.fileno()}"), path)
    finally:
        if beside:
            with suppress(FileNotFoundError):
                beside.unlink()


def give_name(source: Path, path: Path) -> None:
    """Give a file its name, never over another file, and have the name on the disk, too."""
    number = os.open(path.parent, os.O_RDONLY)
    try:
        # Only with a folder named does Python follow the link in /proc to the file itself.
        os.link(source, path, src_dir_fd=number, follow_symlinks=True)
        os.fsync(number)
    finally:
        os.close(number)


def entry(name: str) -> ZipInfo:
    """An entry of an archive whose size is not known before."""
    info = ZipInfo(name)
    info.compress_type = ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    return info


@contextmanager
def whole_backup(path: Path) -> Iterator[tuple[ZipFile, dict[str, Any]]]:
    """A backup whose every byte was looked at, and its manifest.

    Raises CannotStart when it is not there, is no backup of ours, was changed or cut, or has a form made later than this version.
    """
    try:
        with path.open("rb") as file:
            refuse_foreign(path, file)
            refuse_damaged(path, file)
            with ZipFile(file) as archive:
                manifest = json.loads(archive.read(MANIFEST))
                refuse_later_form(path, manifest)
                yield archive, manifest
    except OSError as error:
        raise CannotStart(f"خواندن {path} نشد: {error.strerror}.", f"{path} could not be read: {error.strerror}.") from error
    except (BadZipFile, KeyError, ValueError) as error:  # sealed as it is, it was never a whole backup
        raise foreign(path) from error


def refuse_foreign(path: Path, file: IO[bytes]) -> None:
    """Raise unless the file begins, or ends, as ours do; one of the two may be damaged."""
    first = file.read(NAME_AT + len(ABOUT))
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - DIGITS - len(SEAL_WORD)))
    begins = first.startswith(HEAD) and first.endswith(ABOUT.encode())
    if not begins and not file.read().startswith(SEAL_WORD):
        raise foreign(path)


def refuse_damaged(path: Path, file: IO[bytes]) -> None:
    """Raise unless the seal is the digest of all before it."""
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    digest, left = hashlib.sha256(), max(0, size - DIGITS)
    while left:
        piece = file.read(min(CHUNK_BYTES, left))
        if not piece:
            break
        digest.update(piece)
        left -= len(piece)
    if digest.hexdigest().encode() != file.read():
        raise CannotStart(
            f"پشتیبان {path} آسیب دیده یا ناتمام است و هیچ چیز از آن بازگردانده نشد. نسخهٔ دیگری از آن را بیاورید.",
            f"The backup {path} is damaged or cut off, and nothing of it was restored. Bring another copy of it.",
        )
    file.seek(0)


def refuse_later_form(path: Path, manifest: dict[str, Any]) -> None:
    """Raise when the file has a form this version does not know."""
    if manifest["form"] > FORMAT:
        raise CannotStart(
            f"پشتیبان {path} را نسخهٔ تازه‌تری از سامانه ساخته است؛ با همان نسخه بازگردانید.",
            f"The backup {path} was made by a newer version of the system; restore it with that version.",
        )


def foreign(path: Path) -> CannotStart:
    """What is said of a file that is not a backup."""
    return CannotStart(
        f"پروندهٔ {path} پشتیبانی نیست که ./run backup ساخته باشد.",
        f"The file {path} is not a backup made by ./run backup.",
    )
