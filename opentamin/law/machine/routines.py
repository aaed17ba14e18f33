"""Small runs: a rule as machine code of our own, asked by address.

A small run reads the figures by name from a table of all figures (``law_type``): the law is then of one type for every routine,
so an article is compiled once whoever asks it. The machine code of a routine is kept as one object file and loaded by LLVM alone;
Numba's own way back from its cache takes ten times as long.
"""

import ctypes
import hashlib
from collections.abc import Callable
from functools import cache
from typing import Any, cast

import llvmlite.binding as llvm
import numpy as np
from numba import carray, cfunc, types
from numba.core.registry import cpu_target

from ..kinds import is_row
from .articles import Article
from .compiling import register
from .dated import Laws
from .figures import Rate
from .kernel_cache import kept, text_beyond_law
from .kernel_text import Form, all_places, rates, routine_parameters, routine_text
from .law_type import law_of
from .plans import Plan, figures_read, plan_of

VERSION = "int32"


def run_routine(plan: Plan, arrays: dict[str, np.ndarray], shared: tuple[str, ...], run: Laws, results: dict[str, np.ndarray]) -> int:
    """Fill the results; returns how many rows have a fact that is absent or out of bounds."""
    form = Form(tuple(arrays), shared, len(run.version) > 0)
    routine = _routine(plan.article, tuple(results), form)
    table, version = _all_figures(run, plan.article), np.ascontiguousarray(run.version, VERSION)
    filled = {name: np.ascontiguousarray(array) for name, array in results.items()}
    given = [int(array[0]) if name in shared else array.ctypes.data for name, array in arrays.items()]
    sizes = [len(arrays[name]) for name in plan.series]
    rows = len(next(iter(results.values())))
    unknown = routine(
        rows, *given, *sizes, table.ctypes.data, *table.shape, version.ctypes.data, *(array.ctypes.data for array in filled.values())
    )
    for name, array in results.items():
        if array is not filled[name]:
            array[:] = filled[name]
    return int(unknown)


def forget() -> None:
    """Drop the routines loaded so far."""
    _routine.cache_clear()


def _all_figures(run: Laws, article: Article) -> np.ndarray:
    """Figures of each law, a row each; what the article does not read that day is 0 or 0/1."""
    table = np.zeros((len(run.laws), len(_blank())), np.int64)
    table[:] = _blank()
    places = all_places()
    for row, law in zip(table, run.laws, strict=True):
        row[0], row[1] = law.day_number, law.known_number
        for name in figures_read(article, law):
            width = 2 if name in rates() else 1
            row[places[name] : places[name] + width] = getattr(law, name)
    return table


@cache
def _blank() -> np.ndarray:
    """A row of figures nobody reads: a rate is 0/1, so that nothing is divided by nought."""
    places = all_places()
    row = np.zeros(max(places.values()) + 2, np.int64)
    row[[places[name] + 1 for name in rates()]] = 1
    return row


@cache
def _routine(article: Article, wanted: tuple[str, ...], form: Form) -> Callable:
    """The routine for an article and the columns at hand, out of the cache or compiled now."""
    plan = plan_of(article, wanted)
    text = routine_text(plan, form)
    name = f"routine_{article.name}_{hashlib.sha256((text + text_beyond_law(article)).encode()).hexdigest()[:16]}"
    body = kept(f"{name}.o", lambda: _machine_code(name, plan, form, text))
    loader = llvm.create_mcjit_compiler(llvm.parse_assembly(""), _machine())  # each its own, so that names never meet
    loader.add_object_file(llvm.ObjectFileRef.from_data(body))
    loader.finalize_object()
    parameters = [ctypes.c_int64] * len(routine_parameters(plan, form))
    routine: Any = ctypes.CFUNCTYPE(ctypes.c_int64, *parameters)(loader.get_function_address(name))
    routine.loader = loader  # lives as long
    return cast("Callable", routine)


def _machine() -> Any:
    """The processor at hand, as LLVM writes and loads code for it; whoever loads by it owns it from then on."""
    _ = cpu_target.target_context  # names what routines may call of Numba's own runtime
    target, features = llvm.Target.from_default_triple(), llvm.get_host_cpu_features().flatten()
    reloc = "static" if target.name.startswith("x86") else "default"  # as Numba itself chooses
    return target.create_target_machine(
        cpu=llvm.get_host_cpu_name(), features=features, opt=3, reloc=reloc, codemodel="jitdefault", jit=True
    )


def _machine_code(name: str, plan: Plan, form: Form, text: str) -> bytes:
    """An object file whose one public name is the routine's."""
    register(plan.article)
    rows = {hint.__name__: hint for hint in plan.article.parameters.values() if is_row(hint)}
    space: dict[str, Any] = {"rule": plan.article, "Rate": Rate, "law_of": law_of, "carray": carray, "np": np, **rows}
    exec(compile(text, f"<{name}>", "exec"), space)  # noqa: S102 - written here from names and bounds
    compiled = cfunc(types.int64(*_types(plan, form)), error_model="numpy")(space["routine"])
    module = llvm.parse_assembly(compiled.inspect_llvm())
    for one in (*module.functions, *module.global_variables):
        if one.name == compiled.native_name:
            one.name = name
        elif not one.is_declaration:
            one.linkage = "internal"  # names Numba counts up anew in each process would meet here
    code: bytes = _machine().emit_object(module)
    return code


def _types(plan: Plan, form: Form) -> list[Any]:
    """Types of a routine's parameters, by their names."""
    kinds = {f"at_{name}": kind.dtype for name, kind in plan.kinds.items()} | {f"at_out_{name}": kind.dtype for name, kind in plan.results.items()}
    kinds |= {"at_offsets": "int64", "at_table": "int64", "at_version": VERSION}
    return [
        types.CPointer(getattr(types, kinds[name])) if name.startswith("at_") else types.int64
        for name in routine_parameters(plan, form)
    ]
