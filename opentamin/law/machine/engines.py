"""An article over columns: the same rule for ten million rows, plain or compiled."""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..errors import LawError, Missing, OutOfBounds
from ..kinds import Kind, is_row
from .articles import Article
from .dated import Law, Laws
from .plans import Plan, figures_read, plan_of

if TYPE_CHECKING:
    import numpy as np

COMPILED_FROM = 5_000
ENGINES = ("auto", "plain", "compiled")
ENGINE_VARIABLE = "OPENTAMIN_LAW_ENGINE"


def columns(
    article: Article,
    columns: Mapping[str, Any],
    law: Law | Laws,
    engine: str = "auto",
    *,
    out: dict[str, "np.ndarray"] | None = None,
    fields: tuple[str, ...] | None = None,
) -> dict[str, "np.ndarray"]:
    """Results of an article for every row, as arrays by result field.

    ``columns`` holds one integer array per fact, or one number where a fact is the same for all
    rows, such as the day of a run. A fact with a default may be left out, and the ``absent``
    value of its kind marks a missing one, whose row comes back UNKNOWN.
    Facts that are series (Art. of five workers) are flat arrays with ``offsets``. A result
    that is no row is named ``value``. ``out`` is written into and returned, ``fields``
    limits what is computed. Raises Missing, OutOfBounds, NotInForce and UnknownFigure
    before any result is returned.
    """
    plan = plan_of(article, fields)
    arrays, count = _arrays(plan, columns)
    run = law if isinstance(law, Laws) else Laws((law,), _zeros(0))
    for one in run.laws:
        check_law(article, one)
    results = _results(plan, count, out)
    if _chosen(engine, count) == "compiled":
        from .kernels import run_compiled

        unknown = run_compiled(plan, arrays, run, results)
    else:
        unknown = _run_plain(plan, arrays, run, results, count)
    if unknown:
        for name, kind in plan.kinds.items():
            if name in arrays:
                _refuse_outside(name, arrays[name], kind)
    return results


def check_law(article: Article, law: Law) -> None:
    """Refuse a run whose law lacks a figure or an article before it starts."""
    for name in sorted(figures_read(article, law)):
        getattr(law, name)


def _chosen(engine: str, count: int) -> str:
    if engine == "auto":
        engine = os.environ.get(ENGINE_VARIABLE, "auto")
    if engine not in ENGINES:
        raise ValueError(f"Engine {engine!r} is not one of {', '.join(ENGINES)}.")
    if engine != "auto":
        return engine
    return "compiled" if count >= COMPILED_FROM and _has_numba() else "plain"


def _has_numba() -> bool:
    from importlib.util import find_spec

    return find_spec("numba") is not None


def _zeros(count: int) -> "np.ndarray":
    import numpy as np

    return np.zeros(count, np.int32)


def _arrays(plan: Plan, given: Mapping[str, Any]) -> tuple[dict[str, "np.ndarray"], int]:
    """Columns in the type of their kind, all of one length."""
    import numpy as np

    expected = {*plan.kinds, *(("offsets",) if plan.series else ())}
    strangers = sorted(set(given) - expected)
    if strangers:
        raise LawError(
            f"قاعدهٔ «{plan.article.name}» ستون «{strangers[0]}» را نمی‌شناسد.",
            f"The article {plan.article.name!r} takes no column {strangers[0]!r}.",
        )
    arrays: dict[str, np.ndarray] = {}
    shared = {name: value for name, value in given.items() if isinstance(value, int) and name not in plan.series}
    for name in sorted(expected - set(shared)):
        if name in given:
            kind = plan.kinds.get(name, Kind("int64", 0, 2**62, "count"))
            arrays[name] = _typed(name, np.asarray(given[name]), kind)
        elif name not in plan.defaults:
            raise Missing(name, plan.article.name)
    # Offsets are one more than the rows they part.
    lengths = {name: len(array) - (name == "offsets") for name, array in arrays.items() if name not in plan.series}
    if len(set(lengths.values())) > 1:
        shown = ", ".join(f"{name}: {length}" for name, length in lengths.items())
        raise LawError(f"ستون‌ها هم‌اندازه نیستند ({shown}).", f"Columns differ in length ({shown}).")
    count = next(iter(lengths.values()), 0)
    for name in plan.series:
        _check_series(name, arrays, plan.kinds[name])
    for name, value in shared.items():
        arrays[name] = np.broadcast_to(_typed(name, np.array([value]), plan.kinds[name]), count)
    return {name: arrays[name] for name in sorted(arrays)}, count


def _typed(name: str, array: "np.ndarray", kind: Kind) -> "np.ndarray":
    """A column as its kind's type, refused when a value would not survive the change."""
    import numpy as np

    if array.dtype == kind.dtype:
        return np.ascontiguousarray(array)
    if array.dtype.kind not in "iub":
        raise TypeError(f"Column {name!r} holds {array.dtype}; whole numbers are needed.")
    narrow = array.astype(kind.dtype)
    changed = np.flatnonzero(narrow != array)
    if changed.size:
        row = int(changed[0])
        raise OutOfBounds(name, int(array[row]), kind.least, kind.greatest, row)
    return narrow


def _check_series(name: str, arrays: dict[str, "np.ndarray"], kind: Kind) -> None:
    values, offsets = arrays[name], arrays["offsets"]
    if offsets[0] != 0 or offsets[-1] != len(values) or (offsets[1:] < offsets[:-1]).any():
        raise LawError(
            f"مرزهای «{name}» با طول آن نمی‌خواند.", f"The offsets do not fit the series {name!r}."
        )
    _refuse_outside(name, values, kind)


def _refuse_outside(name: str, values: "np.ndarray", kind: Kind) -> None:
    outside = ((values < kind.least) | (values > kind.greatest)) & (values != kind.absent)
    if outside.any():
        row = int(outside.argmax())
        raise OutOfBounds(name, int(values[row]), kind.least, kind.greatest, row)


def _results(plan: Plan, count: int, out: dict[str, "np.ndarray"] | None) -> dict[str, "np.ndarray"]:
    """Result arrays, the caller's where they fit exactly."""
    import numpy as np

    if out is None:
        return {name: np.empty(count, kind.dtype) for name, kind in plan.results.items()}
    for name, kind in plan.results.items():
        array = out.get(name)
        if array is None or array.dtype != kind.dtype or array.shape != (count,):
            raise ValueError(f"The result array {name!r} must be {kind.dtype} with {count} rows.")
    return {name: out[name] for name in plan.results}


def _run_plain(
    plan: Plan, arrays: dict[str, "np.ndarray"], run: Laws,
    results: dict[str, "np.ndarray"], count: int,
) -> int:  # fmt: skip
    """Row by row in Python; returns how many rows have a fact absent or out of bounds."""
    lists = {name: array.tolist() for name, array in arrays.items()}
    versions = run.version.tolist() or [0] * count
    unknown = 0
    for row in range(count):
        facts = _facts_of_row(plan, lists, row)
        if facts is None:
            unknown += 1
            for name, array in results.items():
                array[row] = plan.blank(name)
            continue
        answer = plan.article(*_call_arguments(plan.article, facts), run.laws[versions[row]])
        for name, array in results.items():
            array[row] = answer if name == "value" else getattr(answer, name)
    return unknown


def _facts_of_row(plan: Plan, lists: dict[str, list], row: int) -> dict[str, Any] | None:
    """Facts of one row by name; None when one is absent or out of bounds."""
    facts: dict[str, Any] = dict(plan.defaults)
    for name, kind in plan.kinds.items():
        if name in plan.series:
            start, end = lists["offsets"][row], lists["offsets"][row + 1]
            facts[name] = lists[name][start:end]
            if kind.absent in facts[name]:
                return None
        elif name in lists:
            facts[name] = lists[name][row]
            if not kind.least <= facts[name] <= kind.greatest:
                return None
    return facts


def _call_arguments(article: Article, facts: dict[str, Any]) -> list[Any]:
    return [
        hint(**{field: facts[field] for field in hint._fields}) if is_row(hint) else facts[name]
        for name, hint in article.parameters.items()
    ]
