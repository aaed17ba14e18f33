"""Compiled kernels. Numba is imported here and in ``compiling``, when a batch asks for it.

For each article and layout a small kernel file is written into a folder of our own, named
by a hash of all rules, the layout of the figures and the compiler: Numba's own cache does
not notice that a rule called from another file has changed.

Figures reach a kernel in one of two ways. A small run reads them by name from a table of all figures (``law_type``): the law
is then of one type for every kernel, so an article is compiled once whoever asks it, and the whole law in minutes. A large
run gets those it reads as numbers, those of one law written into the kernel: slower to compile, several times as fast for
millions.
"""

import hashlib
import importlib.util
import os
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import llvmlite
import numba
import numpy as np

from ..kinds import is_row
from . import sources, tracing
from .articles import Article
from .compiling import register
from .dated import Laws
from .figures import Rate, layout
from .kernel_text import BY_NAME, Figures, Form, all_places, kernel_text, places_of, rates
from .law_type import law_of
from .plans import Plan, called_by, figures_read, plan_of

CACHE_VARIABLE = "OPENTAMIN_CACHE"
# Fewer rows end before threads have started, and a kernel without them is compiled in a third of the time.
THREADS_FROM = 100_000


def run_compiled(plan: Plan, arrays: dict[str, np.ndarray], run: Laws, results: dict[str, np.ndarray]) -> int:
    """Fill the results; returns how many rows have a fact that is absent or out of bounds."""
    threaded = len(next(iter(results.values()))) >= THREADS_FROM
    table, figures = _large(run, plan.article) if threaded else (_all_figures(run, plan.article), BY_NAME)
    # A number given for all rows is read once, and what follows from it alone is worked out once.
    shared = tuple(name for name, array in arrays.items() if array.strides == (0,) and array.size)
    form = Form(tuple(arrays), shared, len(run.version) > 0, threaded, figures)
    kernel = _kernel(plan.article, tuple(results), form)
    given = [array[0] if name in shared else array for name, array in arrays.items()]
    return int(kernel(*given, table, run.version, *results.values()))


def cache_key() -> str:
    """Name of the folder the kernels of this law, on this compiler, live in."""
    parts = (
        sources.rules_hash(), layout(), numba.__version__, llvmlite.__version__,
        np.__version__, sys.version,
    )  # fmt: skip
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:20]


def cache_folder() -> Path:
    """Folder of the kernels: OPENTAMIN_CACHE, or the user's cache."""
    told = os.environ.get(CACHE_VARIABLE)
    if told:
        root = Path(told)
    elif os.environ.get("XDG_CACHE_HOME") or os.environ.get("HOME"):
        root = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "opentamin"
    else:
        root = Path(tempfile.gettempdir()) / f"opentamin-{os.getuid()}"
    return root / "law" / cache_key()


def _all_figures(run: Laws, article: Article) -> np.ndarray:
    """Figures of each law, a row each; what the article does not read that day is 0 or 0/1."""
    places = all_places()
    table = np.zeros((len(run.laws), max(places.values()) + 2), np.int64)
    table[:, [places[name] + 1 for name in rates()]] = 1
    for row, law in zip(table, run.laws, strict=True):
        row[0], row[1] = law.day_number, law.known_number
        for name in figures_read(article, law):
            value = getattr(law, name)
            width = 2 if name in rates() else 1
            row[places[name] : places[name] + width] = value
    return table


def _large(run: Laws, article: Article) -> tuple[np.ndarray, Figures]:
    """Figures for many rows. Those of one law are written into the kernel as numbers, which turns every choice of policy and
    every switch of days into straight code, and divisions into products."""
    names = tuple(sorted(figures_read(article)))
    table = _table(run, names, article)
    return table, Figures(names, _divisors(table, names), () if len(run.version) else tuple(table[0].tolist()))


def _table(run: Laws, names: tuple[str, ...], article: Article) -> np.ndarray:
    """Figures of each law, one row each; what an article does not read that day is 0/1."""
    rows: list[list[int]] = []
    for law in run.laws:
        read = figures_read(article, law)
        row = [law.day_number, law.known_number]
        for name in names:
            is_rate = name in rates()
            value = getattr(law, name) if name in read else (Rate(0, 1) if is_rate else 0)
            row += list(value) if isinstance(value, Rate) else [value]
        rows.append(row)
    return np.array(rows, np.int64)


def _divisors(table: np.ndarray, names: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """Divisors of rates that are the same in every law of the run.

    They are written into the kernel as numbers: a division by a constant is a product,
    four times as fast. Any other divisor makes another kernel.
    """
    places = places_of(names)
    common = {name: np.unique(table[:, places[name] + 1]) for name in names if name in rates()}
    return tuple((name, int(found[0])) for name, found in common.items() if len(found) == 1)


@cache
def _kernel(article: Article, wanted: tuple[str, ...], form: Form) -> Callable:
    """The kernel for an article and the columns at hand."""
    register(article)
    text = kernel_text(plan_of(article, wanted), form)
    stamp = hashlib.sha256((text + _text_of_closure(article)).encode()).hexdigest()[:16]
    rows = {hint.__name__: hint for hint in article.parameters.values() if is_row(hint)}
    module = _load(f"kernel_{article.name}_{stamp}", text, {"rule": article, "Rate": Rate, "law_of": law_of, **rows})
    return module.kernel


def _load(name: str, text: str, given: dict[str, Any]) -> ModuleType:
    """A real file, registered before it runs: only so can its machine code be kept."""
    path = cache_folder() / f"{name}.py"
    if not path.exists() or path.read_text() != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False) as fresh:
            fresh.write(text)
        Path(fresh.name).replace(path)
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    module.__dict__.update(given)
    spec.loader.exec_module(module)
    return module


def _text_of_closure(article: Article) -> str:
    """Source of an article and all it calls, for articles that live outside the law."""
    texts = []
    for version in article.versions:
        if version.function is not None:
            texts.append(sources.module_text(version.function.__module__))
            texts += [_text_of_closure(called) for called in called_by(version.function)]
    return "\0".join(texts)


def forget() -> None:
    """Drop kernels built so far; the next run builds them again from the rules."""
    _kernel.cache_clear()
    tracing.script_of.cache_clear()
