"""The law's own text: every rule, figure and word file, as loaded, and their hashes.

Read once when the package is imported, so that the hash speaks of the running code and
not of files changed since. An archived release brings its sources with its loader.
"""

import hashlib
import sys
from functools import cache
from pathlib import Path

# Not law: they neither decide nor word anything.
APART = ("tests/", "README.md")


def _read() -> dict[str, bytes]:
    archived = getattr(__spec__.loader, "law_sources", None) if __spec__ else None
    if archived is not None:
        return dict(archived)
    root = Path(__file__).parent
    found = sorted(path for path in root.rglob("*") if path.suffix in (".py", ".yaml"))
    texts = {path.relative_to(root).as_posix(): path.read_bytes() for path in found}
    return {name: text for name, text in texts.items() if not name.startswith(APART)}


SOURCES = _read()


def read(name: str) -> str:
    """Text of one file of the law, by its path inside the package."""
    return SOURCES[name].decode()


def folder(prefix: str) -> list[str]:
    """Names of the YAML files in one folder of the law."""
    return [name for name in SOURCES if name.startswith(prefix) and name.endswith(".yaml")]


@cache
def digest_of(*folders_left_out: str) -> str:
    """sha256 (hex) over names and contents, without the folders named."""
    total = hashlib.sha256()
    for name, text in sorted(SOURCES.items()):
        if not folders_left_out or not name.startswith(folders_left_out):
            total.update(f"{name}\0{len(text)}\0".encode())
            total.update(text)
    return total.hexdigest()


def law_hash() -> str:
    """Hash of this release of the law: rules, figures, words and cases."""
    return digest_of()


def rules_hash() -> str:
    """Hash of what kernels are made of: rules and figures, without words and cases."""
    return digest_of("words/", "cases/")


def module_text(name: str) -> str:
    """Source of a module that holds articles, inside the law or outside it."""
    package = __package__ + "."
    if name.startswith(package):
        inside = name.removeprefix(package).replace(".", "/")
        for path in (f"{inside}.py", f"{inside}/__init__.py"):
            if path in SOURCES:
                return read(path)
    module = sys.modules[name]
    loader = getattr(module, "__loader__", None)
    text = loader.get_source(name) if loader is not None else None
    if text is None:
        text = Path(str(module.__file__)).read_text()
    return text
