"""The source of a kernel, written from what an article needs and from the columns at hand: on threads for a large run, and as
a routine of plain addresses for a small one."""

from functools import cache
from typing import NamedTuple

from ..kinds import is_row
from .figures import all_figures
from .plans import Plan


class Figures(NamedTuple):
    """How figures are written into a kernel: their names, divisors that are one number, and all of them where one law governs."""

    names: tuple[str, ...] = ()
    divisors: tuple[tuple[str, int], ...] = ()
    constants: tuple[int, ...] = ()


class Form(NamedTuple):
    """What a kernel is made for: the columns given, those that are one number, several laws or one, and figures written into it."""

    given: tuple[str, ...]
    shared: tuple[str, ...]
    several: bool
    figures: Figures = Figures()


@cache
def rates() -> frozenset[str]:
    """Figures that are exact fractions."""
    return frozenset(name for name, figure in all_figures().items() if figure.unit == "rate")


def places_of(names: tuple[str, ...]) -> dict[str, int]:
    """First column of each figure in the table; a rate has two."""
    places, place = {}, 2
    for name in names:
        places[name] = place
        place += 2 if name in rates() else 1
    return places


@cache
def all_places() -> dict[str, int]:
    """First column of each figure of the law, where a table holds them all."""
    return places_of(tuple(sorted(all_figures())))


def kernel_text(plan: Plan, form: Form) -> str:
    """Source of a kernel on threads: one loop that builds the row and asks the rule."""
    outputs = ", ".join(f"out_{name}" for name in plan.results)
    lines = [
        '"""Written by the law machine; do not edit."""',
        "from collections import namedtuple",
        "import numpy as np",
        "from numba import njit, prange",
        f"Figures = namedtuple('Figures', {['day_number', 'known_number', *form.figures.names]!r})",
        "@njit(parallel=True, cache=True, error_model='numpy')",
        f"def kernel({', '.join(form.given)}, table, version, {outputs}):",
        f"    rows = out_{next(iter(plan.results))}.size",
        *_loop_lines(plan, form, "prange(rows)", _figure_lines(form)),
    ]
    return "\n".join(lines) + "\n"


def routine_text(plan: Plan, form: Form) -> str:
    """Source of the same loop as a routine of plain addresses and numbers, in the order of `routine_parameters`."""
    columns = [name for name in form.given if name not in form.shared]
    sizes = {name: f"size_{name}" if name in plan.series else "rows + 1" if name == "offsets" else "rows" for name in columns}
    law = f"law = law_of(table, {'version[i]' if form.several else '0'})"
    lines = [
        f"def routine({', '.join(routine_parameters(plan, form))}):",
        *(f"    {name} = carray(at_{name}, {size})" for name, size in sizes.items()),
        *(f"    out_{name} = carray(at_out_{name}, rows)" for name in plan.results),
        "    table = carray(at_table, (laws, figures))",
        "    version = carray(at_version, rows)",
        *_loop_lines(plan, form, "range(rows)", [law]),
    ]
    return "\n".join(lines) + "\n"


def routine_parameters(plan: Plan, form: Form) -> list[str]:
    """What a routine is called with: rows, the columns given (an address, or the number itself), sizes, the figures, the results."""
    columns = [name if name in form.shared else f"at_{name}" for name in form.given]
    sizes = [f"size_{name}" for name in plan.series]
    return ["rows", *columns, *sizes, "at_table", "laws", "figures", "at_version", *(f"at_out_{name}" for name in plan.results)]


def _loop_lines(plan: Plan, form: Form, over: str, within: list[str]) -> list[str]:
    """The loop: a row's facts, whether they are known, the rule's answer."""
    single = [name for name in form.given if name not in plan.series and name != "offsets"]
    return [
        "    unknown = 0",
        *(f"    a_{name} = np.int64({name})" for name in form.shared),
        f"    for i in {over}:",
        *(f"        {line}" for line in within),
        *(f"        a_{name} = np.int64({name}[i])" for name in single if name not in form.shared),
        *_series_lines(plan),
        *_check_lines(plan, single),
        f"        answer = rule({', '.join(_argument_texts(plan, form.given))}, law)",
        *_output_lines(plan),
        "    return unknown",
    ]


def _figure_lines(form: Form) -> list[str]:
    """The figures of a row's law. They stand within the loop, the numbers of one law too: what stands before it reaches the
    threads as an argument, and the compiler no longer knows that it is one number."""
    row = "version[i]" if form.several else "0"
    fields, values = _figure_fields(form.figures.names, dict(form.figures.divisors))
    read = [f"np.int64({value})" for value in form.figures.constants] or [f"table[{row}, {place}]" for place in range(values)]
    return [*(f"f{place} = {value}" for place, value in enumerate(read[:values])), f"law = Figures({', '.join(fields)})"]


def _figure_fields(names: tuple[str, ...], divisors: dict[str, int]) -> tuple[list[str], int]:
    """How each figure is built from the columns of the table, and how many it has."""
    fields = ["f0", "f1"]
    width = 2
    for name, place in places_of(names).items():
        if name in rates():
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
        f"        out_{name}[i] = np.int64(answer{'' if name == 'value' else '.' + name}) if is_known else {plan.blank(name)}"
        for name in plan.results
    ]
