"""The law as a compiled rule sees it: a row of figures, read by name.

A tuple of all figures would be taken apart and put together at every call of an article. This is one pointer, and one type for
all kernels.
"""

from llvmlite import ir
from numba.core import cgutils, types
from numba.core.datamodel import models
from numba.core.typing.templates import AttributeTemplate
from numba.extending import infer_getattr, intrinsic, lower_getattr_generic, register_model

from .figures import Rate
from .kernel_text import all_places, rates

DAYS = {"day_number": 0, "known_number": 1}
RATE = types.NamedTuple((types.int64, types.int64), Rate)


class LawType(types.Type):
    """The figures in force for a row."""

    def __init__(self) -> None:
        super().__init__(name="Law")


LAW = LawType()
register_model(LawType)(models.OpaqueModel)


@infer_getattr
class LawAttributes(AttributeTemplate):
    """A figure is a whole number, or a fraction."""

    key = LawType

    def generic_resolve(self, typ, attr):  # type: ignore[override]
        if attr in DAYS or attr in all_places():
            return RATE if attr in rates() else types.int64
        return None


@lower_getattr_generic(LawType)
def figure_of(context, builder, typ, value, attr):
    """Load a figure from its place in the row."""
    row = builder.bitcast(value, ir.IntType(64).as_pointer())
    place = DAYS[attr] if attr in DAYS else all_places()[attr]

    def at(column):
        return builder.load(cgutils.gep_inbounds(builder, row, column))

    return context.make_tuple(builder, RATE, [at(place), at(place + 1)]) if attr in rates() else at(place)


@intrinsic
def law_of(typing_context, table, row):
    """The law in a row of a table of int64."""

    def build(context, builder, signature, arguments):
        array = context.make_array(signature.args[0])(context, builder, arguments[0])
        place = context.cast(builder, arguments[1], signature.args[1], types.intp)
        first = cgutils.get_item_pointer(
            context, builder, signature.args[0], array, [place, context.get_constant(types.intp, 0)], wraparound=False
        )
        return builder.bitcast(first, context.get_value_type(LAW))

    return LAW(table, row), build
