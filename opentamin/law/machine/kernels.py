"""Compiled kernels. Numba is imported here and in ``compiling``, when a batch asks for it.

For each article and layout a small kernel file is written into a folder of our own, named
by a hash of all rules, the layout of the figures and the compiler: Numba's own cache does
not notice that a rule called from another file has changed.
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
from .figures import Rate, all_figures, layout
from .plans import Plan, called_by, figures_read, plan_of

CACHE_VARIABLE = "OPENTAMIN_CACHE"
# Fewer rows end before threads have started, and a kernel without them is compiled in a third of the time.
THREADS_FROM = 100_000


def run_compiled(
    plan: Plan, arrays: dict[str, np.ndarray], run: Laws, results: dict[str, np.ndarray]
) -> int:
    """Fill the results; returns how many rows have a fact that is absent or out of bounds."""
    several = len(run.version) > 0
    names = tuple(sorted(figures_read(plan.article)))
    table = _table(run, names, plan.article)
    divisors = _divisors(table, names)
    threaded = len(next(iter(results.values()))) >= THREADS_FROM
    # A large run under one law has a kernel of its own: figures written into it as numbers turn every choice of policy
    # and every switch of days into straight code, and divisions into products.
    constants = tuple(table[0].tolist()) if threaded and not several else ()
    # A number given for all rows is read once, and what follows from it alone is worked out once.
    shared = tuple(name for name, array in arrays.items() if array.strides == (0,) and array.size)
    kernel = _kernel(plan.article, tuple(arrays), tuple(results), names, divisors, several, threaded, constants, shared)
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


def _table(run: Laws, names: tuple[str, ...], article: Article) -> np.ndarray:
    """Figures of each law, one row each; what an article does not read that day is 0/1."""
    rows: list[list[int]] = []
    for law in run.laws:
        read = figures_read(article, law)
        row = [law.day_number, law.known_number]
        for name in names:
            is_rate = all_figures()[name].unit == "rate"
            value = getattr(law, name) if name in read else (Rate(0, 1) if is_rate else 0)
            row += list(value) if isinstance(value, Rate) else [value]
        rows.append(row)
    return np.array(rows, np.int64)


def _divisors(table: np.ndarray, names: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """Divisors of rates that are the same in every law of the run.

    They are written into the kernel as numbers: a division by a constant is a product,
    four times as fast. Any other divisor makes another kernel.
    """
    places = _places(names)
    rates = [name for name in names if all_figures()[name].unit == "rate"]
    common = {name: np.unique(table[:, places[name] + 1]) for name in rates}
    return tuple((name, int(found[0])) for name, found in common.items() if len(found) == 1)


def _places(names: tuple[str, ...]) -> dict[str, int]:
    """First column of each figure in the table; a rate has two."""
    places, place = {}, 2
    for name in names:
        places[name] = place
        place += 2 if all_figures()[name].unit == "rate" else 1
    return places


@cache
def _kernel(
    article: Article, given: tuple[str, ...], wanted: tuple[str, ...], names: tuple[str, ...],
    divisors: tuple[tuple[str, int], ...], several: bool, threaded: bool, constants: tuple[int, ...],
    shared: tuple[str, ...],
) -> Callable:  # fmt: skip
    """The kernel for an article and the columns at hand."""
    register(article)
    plan = plan_of(article, wanted)
    text = _kernel_text(plan, given, names, dict(divisors), several, threaded, constants, shared)
    stamp = hashlib.sha256((text + _text_of_closure(article)).encode()).hexdigest()[:16]
    rows = {hint.__name__: hint for hint in article.parameters.values() if is_row(hint)}
    module = _load(f"kernel_{article.name}_{stamp}", text, {"rule": article, "Rate": Rate, **rows})
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


def _kernel_text(
    plan: Plan, given: tuple[str, ...], names: tuple[str, ...], divisors: dict[str, int],
    several: bool, threaded: bool, constants: tuple[int, ...], shared: tuple[str, ...],
) -> str:  # fmt: skip
    """Source of the kernel: one loop, on threads or not, that builds the row and asks the rule."""
    single = [name for name in given if name not in plan.series and name != "offsets"]
    fields, values = _figure_fields(names, divisors)
    row = "version[i]" if several else "0"
    read = [f"np.int64({value})" for value in constants] or [f"table[{row}, {place}]" for place in range(values)]
    figures = [f"        f{place} = {value}" for place, value in enumerate(read[:values])]
    outputs = ", ".join(f"out_{name}" for name in plan.results)
    lines = [
        '"""Written by the law machine; do not edit."""',
        "from collections import namedtuple",
        "import numpy as np",
        "from numba import njit, prange",
        f"Figures = namedtuple('Figures', {['day_number', 'known_number', *names]!r})",
        f"@njit(parallel={threaded}, cache=True, error_model='numpy')",
        f"def kernel({', '.join(given)}, table, version, {outputs}):",
        "    unknown = 0",
        *([] if several else [line[4:] for line in figures]),
        *(f"    a_{name} = np.int64({name})" for name in shared),
        f"    for i in prange(out_{next(iter(plan.results))}.size):",
        *(figures if several else []),
        f"        law = Figures({', '.join(fields)})",
        *(f"        a_{name} = np.int64({name}[i])" for name in single if name not in shared),
        *_series_lines(plan),
        *_check_lines(plan, single),
        f"        answer = rule({', '.join(_argument_texts(plan, given))}, law)",
        *_output_lines(plan),
        "    return unknown",
    ]
    return "\n".join(lines) + "\n"


def _figure_fields(names: tuple[str, ...], divisors: dict[str, int]) -> tuple[list[str], int]:
    """How each figure is built from the columns of the table, and how many it has."""
    fields = ["f0", "f1"]
    width = 2
    for name, place in _places(names).items():
        if all_figures()[name].unit == "rate":
            divisor = divisors.get(name, f"f{place + 1}")
            fields.append(f"Rate(f{place}, {divisor})")
            width = place + 2
        else:
            fields.append(f"f{place}")
            width = place + 1
    return fields, width


def _series_lines(plan: Plan) -> list[str]:
    lines = ["        is_known = True"]
    for name in plan.series:
        lines.append(f"        a_{name} = {name}[offsets[i]:offsets[i + 1]]")
        lines.append(f"        for part in a_{name}:")
        lines.append(f"            is_known &= part != {plan.kinds[name].absent}")
    return lines


def _check_lines(plan: Plan, single: list[str]) -> list[str]:
    """A row is known when every fact lies within its bounds; others are only counted.

    Bounds from zero to a power of two cost one mask for all such facts together.
    """
    masked, compared = [], []
    for name in single:
        kind, value = plan.kinds[name], f"a_{name}"
        if kind.least == 0 and kind.greatest & (kind.greatest + 1) == 0:
            masked.append(f"({value} & {~kind.greatest})")
        else:
            compared.append(f"({value} >= {kind.least}) & ({value} <= {kind.greatest})")
    if masked:
        compared.append(f"(({' | '.join(masked)}) == 0)")
    lines = [f"        is_known &= {test}" for test in compared]
    return [*lines, "        unknown += 1 - np.int64(is_known)"]


def _argument_texts(plan: Plan, given: tuple[str, ...]) -> list[str]:
    def of(field: str) -> str:
        return f"a_{field}" if field in given else f"np.int64({plan.defaults[field]})"

    return [
        f"{hint.__name__}({', '.join(of(field) for field in hint._fields)})" if is_row(hint) else of(name)
        for name, hint in plan.article.parameters.items()
    ]


def _output_lines(plan: Plan) -> list[str]:
    return [
        f"        out_{name}[i] = np.int64(answer{'' if name == 'value' else '.' + name}) "
        f"if is_known else {plan.blank(name)}"
        for name in plan.results
    ]


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
