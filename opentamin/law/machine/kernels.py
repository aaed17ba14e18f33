"""Compiled rules. Numba is imported here, in ``compiling`` and in ``routines``, when a batch asks for it.

A small run goes through a routine (``routines``), compiled once for every law. A large run has a kernel on threads with the
figures it reads as numbers, those of one law written into it: slower to compile, several times as fast for millions. For each a
file is written into a folder of our own (``kernel_cache``): Numba's own cache does not notice that a rule called from another
file has changed.
"""

import hashlib
import importlib.util
import sys
from collections.abc import Callable
from functools import cache
from types import ModuleType
from typing import Any

import numpy as np

from ..kinds import is_row
from . import routines, tracing
from .articles import Article
from .compiling import register
from .dated import Laws
from .figures import Rate
from .kernel_cache import cache_folder, text_beyond_law, write_whole
from .kernel_text import Figures, Form, kernel_text, places_of, rates
from .plans import Plan, figures_read, plan_of
from .routines import run_routine

# Fewer rows end before threads have started, and a kernel without them is compiled in a third of the time.
THREADS_FROM = 100_000


def run_compiled(plan: Plan, arrays: dict[str, np.ndarray], run: Laws, results: dict[str, np.ndarray]) -> int:
    """Fill the results; returns how many rows have a fact that is absent or out of bounds."""
    # A number given for all rows is read once, and what follows from it alone is worked out once.
    shared = tuple(name for name, array in arrays.items() if array.strides == (0,) and array.size)
    if len(next(iter(results.values()))) < THREADS_FROM:
        return run_routine(plan, arrays, shared, run, results)
    table, figures = _large(run, plan.article)
    form = Form(tuple(arrays), shared, len(run.version) > 0, figures)
    kernel = _kernel(plan.article, tuple(results), form)
    given = [array[0] if name in shared else array for name, array in arrays.items()]
    return int(kernel(*given, table, run.version, *results.values()))


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
    stamp = hashlib.sha256((text + text_beyond_law(article)).encode()).hexdigest()[:16]
    rows = {hint.__name__: hint for hint in article.parameters.values() if is_row(hint)}
    module = _load(f"kernel_{article.name}_{stamp}", text, {"rule": article, "Rate": Rate, **rows})
    return module.kernel


def _load(name: str, text: str, given: dict[str, Any]) -> ModuleType:
    """A real file, registered before it runs: only so can its machine code be kept."""
    path = cache_folder() / f"{name}.py"
    if not path.exists() or path.read_text() != text:
        write_whole(path, text.encode())
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    module.__dict__.update(given)
    spec.loader.exec_module(module)
    return module


def forget() -> None:
    """Drop kernels built so far; the next run builds them again from the rules."""
    _kernel.cache_clear()
    routines.forget()
    tracing.script_of.cache_clear()
