"""Kinds of number a rule takes and gives: column type, bounds and unit of each.

A row of facts is a NamedTuple whose fields are annotated with these kinds. Bounds keep
every product of a rule inside 64 bits, so compiled and plain arithmetic cannot part.
"""

from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_type_hints

AMOUNT_MAX = 10**15


@dataclass(frozen=True)
class Kind:
    """Column type, least and greatest value, and unit (a key of the words files).

    A kind that names one of several things holds their names in ``options``; the number is the place among them.
    """

    dtype: str
    least: int
    greatest: int
    unit: str
    options: tuple[str, ...] = ()

    @property
    def absent(self) -> int:
        """Value that stands for a missing fact in a column of this kind."""
        bits = int(self.dtype.removeprefix("int"))
        return -(2 ** (bits - 1))


Rials = Annotated[int, Kind("int64", 0, AMOUNT_MAX, "rials")]
Days = Annotated[int, Kind("int8", 0, 127, "days")]
DaysTotal = Annotated[int, Kind("int16", 0, 4_095, "days")]
Count = Annotated[int, Kind("int32", 0, 10_000_000, "count")]
Flag = Annotated[int, Kind("int8", 0, 1, "flag")]
Month = Annotated[int, Kind("int32", 135001, 149912, "month")]
DayNumber = Annotated[int, Kind("int32", -20_000, 60_000, "day")]
Code = Annotated[int, Kind("int16", 0, 4_095, "outcome")]
# Money of one month, bounded so that its product with a career in thousandths of a year stays in 64 bits.
RialsMonthly = Annotated[int, Kind("int64", 0, 10**13, "rials")]
RialsDaily = Annotated[int, Kind("int64", 0, 10**12, "rials_day")]
CareerDays = Annotated[int, Kind("int32", 0, 36_600, "days")]
Months = Annotated[int, Kind("int16", 0, 1_200, "months")]
Years = Annotated[int, Kind("int8", 0, 120, "years")]
# A length of service with three decimals: 30 years are 30,000.
YearsThousandths = Annotated[int, Kind("int32", 0, 120_000, "years_thousandths")]
Percent = Annotated[int, Kind("int8", 0, 100, "percent")]


def one_of(unit: str, *names: str) -> Any:
    """A kind that names one of several things: ``one_of("forum", "primary_board", "appeal_board")``."""
    return Annotated[int, Kind("int8", 0, len(names) - 1, unit, names)]


def kind_of(annotation: Any) -> Kind | None:
    """The kind inside an annotation, or None."""
    return next((part for part in get_args(annotation) if isinstance(part, Kind)), None)


def kind_needed(annotation: Any) -> Kind:
    """The kind inside an annotation, itself or of its list; TypeError when there is none."""
    kind = kind_of(annotation)
    if kind is None:
        kind = next((found for part in get_args(annotation) if (found := kind_of(part))), None)
    if kind is None:
        raise TypeError(f"{annotation!r} is no kind of number an article takes.")
    return kind


@cache
def fields_of(row: type) -> dict[str, Kind]:
    """Field name → kind of a NamedTuple of kinds; TypeError when a field has none."""
    kinds = {name: kind_of(hint) for name, hint in get_type_hints(row, include_extras=True).items()}
    without = [name for name, kind in kinds.items() if kind is None]
    if without:
        raise TypeError(f"{row.__name__}: fields without a kind: {', '.join(without)}")
    return {name: kind for name, kind in kinds.items() if kind is not None}


def is_row(annotation: Any) -> bool:
    """Whether an annotation is a NamedTuple class."""
    return isinstance(annotation, type) and hasattr(annotation, "_fields")
