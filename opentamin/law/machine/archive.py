"""Releases of the law kept for ever: sources in, the old explanation out.

``pack`` writes every rule, figure and word of the running release into one zip, the same
bytes each time. ``load`` turns such bytes back into a law module of its own, beside the
running one; its ``explain`` runs the old source plainly and must meet the old digest.
Keep an archive under its law hash, and load only archives of our own: they are code.
"""

import importlib
import io
import sys
import zipfile
import zlib
from functools import cache
from importlib.abc import InspectLoader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

from ..errors import LawError
from . import sources

# Zip files know no day before this one; a fixed day keeps the bytes the same.
DAY_ONE = (1980, 1, 1, 0, 0, 0)


class ArchiveDamaged(LawError):
    """The bytes are not the release they were kept under."""


@cache
def pack() -> bytes:
    """The running release as a zip file; the same release gives the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in sorted(sources.SOURCES.items()):
            archive.writestr(zipfile.ZipInfo(name, DAY_ONE), text, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def load(packed: bytes, law_hash: str | None = None) -> ModuleType:
    """The law module of a packed release: ``at``, ``explain``, ``digest``, ``ARTICLES``, ``words``.

    Raises ArchiveDamaged for bytes that are no whole archive or, with ``law_hash`` given, have another hash.
    """
    texts = _unpacked(packed)
    found = sources.hash_of(texts)
    if law_hash is not None and found != law_hash:
        raise ArchiveDamaged(
            f"این بایگانی متن قانون {law_hash[:12]} نیست؛ اثر آن {found[:12]} است.",
            f"This archive is not law {law_hash[:12]}; its hash is {found[:12]}.",
        )
    package = f"_law_{found}"
    if package not in sys.modules:
        sys.meta_path.insert(0, _Release(package, texts))
    return importlib.import_module(package)


def _unpacked(packed: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError) as broken:
        raise ArchiveDamaged("این بایگانی قانون خوانده نمی‌شود؛ نسخهٔ دیگری از آن را بیاورید.", "This archive of the law cannot be read; bring another copy of it.") from broken


class _Release(MetaPathFinder, InspectLoader):
    """Imports one release from memory under a package name of its own."""

    def __init__(self, package: str, texts: dict[str, bytes]) -> None:
        self.package, self.law_sources = package, texts

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> ModuleSpec | None:
        if fullname != self.package and not fullname.startswith(self.package + "."):
            return None
        name = self._file_of(fullname)
        if name is None:
            return None
        spec = ModuleSpec(fullname, self, origin=name, is_package=name.endswith("__init__.py"))
        return spec

    def get_source(self, fullname: str) -> str:
        name = self._file_of(fullname)
        if name is None:
            raise ImportError(f"The release has no module {fullname}.")
        return self.law_sources[name].decode()

    def is_package(self, fullname: str) -> bool:
        return str(self._file_of(fullname)).endswith("__init__.py")

    def _file_of(self, fullname: str) -> str | None:
        inside = fullname.removeprefix(self.package).lstrip(".").replace(".", "/")
        stem = f"{inside}/" if inside else ""
        for name in (f"{stem}__init__.py", f"{inside}.py"):
            if name in self.law_sources:
                return name
        return None
