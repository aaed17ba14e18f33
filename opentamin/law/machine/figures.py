"""Dated figures of the law, read from the ``figures`` of every chapter.

Layout after OpenFisca: a value by start day, with unit, article and source. Every value
has a status and two axes of time: the day from which it governs and the day from which
it was known. A later row is added; a row is never edited.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

import yaml

from .. import days
from ..errors import LawRefused
from . import sources

# Twice the greatest amount times the numerator, plus the divisor, stays below 2**62.
RATE_NUMERATOR_MAX, RATE_DENOMINATOR_MAX = 2_000, 1_000_000


class Status(StrEnum):
    """How well a value is known."""

    OFFICIAL = "official"
    SECONDARY = "secondary"
    RECOLLECTED = "recollected"
    POLICY = "policy"
    UNKNOWN = "unknown"
    PROPOSED = "proposed"  # by a reform; never in the figures of the law


class Rate(NamedTuple):
    """An exact fraction."""

    numerator: int
    denominator: int


@dataclass(frozen=True)
class Value:
    """One row of a figure; ``value`` is None only when the status is unknown."""

    value: int | Rate | None
    since: date
    known_from: date
    status: Status
    source: str
    why: str = ""


@dataclass(frozen=True)
class Figure:
    """One named figure with all its rows, oldest first."""

    name: str
    unit: str
    act: str
    number: str
    ask: str
    choices: tuple[str, ...]
    values: tuple[Value, ...]

    def on(self, day: date, known_on: date | None = None) -> Value | None:
        """The row in force on a day, as known on another (None: all we know now).

        Of rows that start on the same day the one learnt last stands.
        """
        known = (v for v in self.values if known_on is None or v.known_from <= known_on)
        in_force = [v for v in known if v.since <= day]
        return max(in_force, key=lambda v: (v.since, v.known_from), default=None)


# The parser in C reads ten times as fast; it comes with the wheels and may be missing elsewhere.
_Safe: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Safe):
    """YAML without dates: 1403-02-31 is a Jalali day and no Gregorian one."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, expression) for tag, expression in rules if not tag.endswith(("timestamp", "float"))]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load_yaml(text: str) -> Any:
    """YAML with Jalali days and decimals left as text."""
    return yaml.load(text, Loader=_Loader)


def refuse(name: str, fa: str, en: str) -> LawRefused:
    return LawRefused(f"رقم «{name}»: {fa}", f"Figure {name!r}: {en}")


def number_of_figure(name: str, unit: str, choices: tuple[str, ...], written: Any) -> int | Rate:
    """An integer, a fraction written 7/100, or a named choice."""
    if unit == "choice":
        if written not in choices:
            raise refuse(name, f"گزینهٔ «{written}» تعریف نشده است.", f"no choice {written!r}.")
        return choices.index(written)
    if unit == "rate":
        numerator, _, denominator = str(written).partition("/")
        if not (numerator.isdecimal() and denominator.isdecimal()) or int(denominator) == 0:
            raise refuse(
                name,
                f"نرخ «{written}» کسری با مخرج بزرگ‌تر از صفر نیست.",
                f"the rate {written!r} is not a fraction with a divisor above zero.",
            )
        if int(numerator) > RATE_NUMERATOR_MAX or int(denominator) > RATE_DENOMINATOR_MAX:
            raise refuse(name, "کسر نرخ بیش از اندازه ریز است.", f"the fraction {written!r} is too fine.")
        return Rate(int(numerator), int(denominator))
    if not isinstance(written, int) or isinstance(written, bool):
        raise refuse(name, f"مقدار «{written}» عدد درست نیست.", f"{written!r} is not a whole number.")
    return written


def _value(name: str, unit: str, choices: tuple[str, ...], start: str, row: dict) -> Value:
    status = Status(row["status"])
    if status is Status.PROPOSED:
        raise refuse(name, "پیشنهاد در رقم‌های قانون جا ندارد.", "a proposal has no place among the figures of the law.")
    if (status is Status.UNKNOWN) != ("value" not in row):
        raise refuse(
            name,
            f"در {start} مقدار و وضعیت با هم نمی‌خوانند.",
            f"on {start} value and status disagree.",
        )
    since = days.date_from_text(start)
    known_from = days.date_from_text(row["known_from"]) if "known_from" in row else since
    value = None if status is Status.UNKNOWN else number_of_figure(name, unit, choices, row["value"])
    return Value(value, since, known_from, status, str(row.get("source", "")), row.get("why", ""))


def _figure(name: str, entry: dict) -> Figure:
    choices = tuple(entry.get("choices", ()))
    rows = [
        _value(name, entry["unit"], choices, str(start), row)
        for start, written in entry["values"].items()
        for row in (written if isinstance(written, list) else [written])
    ]
    moments = [(row.since, row.known_from) for row in rows]
    if moments != sorted(set(moments)):
        raise refuse(
            name,
            "ردیف‌ها به ترتیب روز نیستند یا دو ردیف یک روز را می‌گویند.",
            "rows are out of order, or two rows claim the same day.",
        )
    article = entry["article"]
    return Figure(
        name, entry["unit"], article["act"], str(article.get("number", "")),
        entry.get("ask", "publisher"), choices, tuple(rows),
    )  # fmt: skip


def read_figures(files: dict[str, str]) -> dict[str, Figure]:
    """Figures by name from YAML texts by file name; LawRefused on any contradiction."""
    figures: dict[str, Figure] = {}
    for text in files.values():
        for name, entry in load_yaml(text).items():
            if name in figures:
                raise refuse(name, "دو بار تعریف شده است.", "is defined twice.")
            figures[name] = _figure(name, entry)
    return figures


@cache
def all_figures() -> dict[str, Figure]:
    """Every figure of this release, by name."""
    return read_figures({name: sources.read(name) for name in sources.named("figures")})


@cache
def layout() -> str:
    """Names and units of all figures: the part of them a kernel is compiled against."""
    return ",".join(f"{name}:{figure.unit}" for name, figure in sorted(all_figures().items()))
