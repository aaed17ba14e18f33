"""Where compiled rules are kept: files named by a hash of all rules, the figures' layout, the compiler and the processor."""

import hashlib
import os
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import llvmlite
import llvmlite.binding as llvm
import numba
import numpy as np

from . import sources
from .articles import Article
from .figures import layout
from .plans import called_by

CACHE_VARIABLE = "OPENTAMIN_CACHE"
LAW = "opentamin.law."


def cache_key() -> str:
    """Name of the folder the compiled rules of this law live in, with this compiler on this processor."""
    parts = (
        sources.rules_hash(), layout(), numba.__version__, llvmlite.__version__,
        np.__version__, sys.version, llvm.get_host_cpu_name(), _features(),
    )  # fmt: skip
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:20]


@cache
def _features() -> str:
    features: str = llvm.get_host_cpu_features().flatten()
    return features


def cache_folder() -> Path:
    """Folder of the compiled rules: OPENTAMIN_CACHE, or the user's cache."""
    told = os.environ.get(CACHE_VARIABLE)
    if told:
        root = Path(told)
    elif os.environ.get("XDG_CACHE_HOME") or os.environ.get("HOME"):
        root = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "opentamin"
    else:
        root = Path(tempfile.gettempdir()) / f"opentamin-{os.getuid()}"
    return root / "law" / cache_key()


def kept(name: str, make: Callable[[], bytes]) -> bytes:
    """The bytes under a name, made where they are not there or not whole. Of two who make them at once either is kept."""
    path = cache_folder().joinpath(name)
    try:
        digest, body = path.read_bytes().split(b"\n", 1)
        if digest.decode() == hashlib.sha256(body).hexdigest():
            return body
    except (OSError, ValueError):
        pass
    body = make()
    write_whole(path, hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
    return body


def write_whole(path: Path, body: bytes) -> None:
    """Write a file that others see whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("wb", dir=path.parent, delete=False) as fresh:
        fresh.write(body)
    Path(fresh.name).replace(path)


@cache
def text_beyond_law(article: Article) -> str:
    """Source of the modules, outside the law, of an article and all it calls: the folder's name does not know them."""
    texts = []
    for version in article.versions:
        if version.function is not None:
            if not version.function.__module__.startswith(LAW):
                texts.append(sources.module_text(version.function.__module__))
            texts += [text_beyond_law(called) for called in called_by(version.function)]
    return "\0".join(texts)
