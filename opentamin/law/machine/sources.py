"""The law's own text: every rule, figure and word file, as loaded, and their hashes.

Read once when the package is imported, so that the hash speaks of the running code and
not of files changed since. An archived release brings its sources with its loader.
"""

import hashlib
import sys
from functools import cache
from pathlib import Path, PurePosixPath

# Not law: they neither decide nor word anything.
APART = ("tests/", "README.md")
# What no amount can depend on: how the law is worded, how it is asked, and its book of reference.
NO_RULES = ("words/", "ask/", "book/")
# What a YAML file of the law may hold, told by its name or by its folder's.
KINDS = ("figures", "cases", "fa", "en", "register")


def _read() -> dict[str, bytes]:
    archived = getattr(__spec__.loader, "law_sources", None) if __spec__ else None
    if archived is not None:
        return dict(archived)
    root = Path(__file__).parents[1]
    found = sorted(path for path in root.rglob("*") if path.suffix in (".py", ".yaml"))
    texts = {path.relative_to(root).as_posix(): path.read_bytes() for path in found}
    return {name: text for name, text in texts.items() if not name.startswith(APART)}


SOURCES = _read()


def read(name: str) -> str:
    """Text of one file of the law, by its path inside the package."""
    return SOURCES[name].decode()


def named(kind: str) -> list[str]:
    """Names of the YAML files of one kind in all chapters: ``figures``, ``cases``, ``fa``, ``en``, ``register``.

    A chapter keeps a kind in one file, ``figures.yaml``, or in a folder of that name.
    """
    return [name for name in SOURCES if name.endswith(".yaml") and _kind_of(name) == kind]


def _kind_of(name: str) -> str:
    path = PurePosixPath(name)
    return path.stem if path.stem in KINDS else path.parent.name


def hash_of(texts: dict[str, bytes]) -> str:
    """sha256 (hex) over names and contents."""
    total = hashlib.sha256()
    for name, text in sorted(texts.items()):
        total.update(f"{name}\0{len(text)}\0".encode())
        total.update(text)
    return total.hexdigest()


@cache
def law_hash() -> str:
    """Hash of this release of the law: rules, figures, words and cases."""
    return hash_of(SOURCES)


@cache
def rules_hash() -> str:
    """Hash of what kernels are made of: rules and figures, without words, cases and rulings."""
    worded = {*named("fa"), *named("en"), *named("cases"), *named("register")}
    return hash_of({name: text for name, text in SOURCES.items() if name not in worded and not name.startswith(NO_RULES)})


def _file_of(module: str) -> str | None:
    """Path inside the law of a module, or None when it is not part of it."""
    package = __package__.rpartition(".")[0] + "."
    inside = module.removeprefix(package).replace(".", "/")
    paths = (f"{inside}.py", f"{inside}/__init__.py") if module.startswith(package) else ()
    return next((path for path in paths if path in SOURCES), None)


def is_law(module: str) -> bool:
    """Whether a module belongs to this release of the law."""
    return _file_of(module) is not None


def module_text(module: str) -> str:
    """Source of a module that holds articles, inside the law or outside it."""
    inside = _file_of(module)
    if inside is not None:
        return read(inside)
    return Path(str(sys.modules[module].__file__)).read_text()
