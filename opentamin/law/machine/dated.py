"""The law on one day: its figures, as known on another day."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from .. import days
from ..errors import UnknownFigure
from . import sources
from .figures import Figure, Status, Value, all_figures

if TYPE_CHECKING:
    import numpy as np

    from .nodes import FigureUsed

# Day number that stands for "all we know now".
ALWAYS_KNOWN = 10**7


class Law:
    """Figures in force on ``day`` as known on ``known_on``, read as attributes.

    Amounts are whole rials, rates are ``Rate`` fractions, named choices are their place
    in the list of choices. Reading an unknown figure raises UnknownFigure.
    """

    day: date
    known_on: date | None
    hash: str
    day_number: int
    known_number: int
    day_text: str
    known_text: str
    used: dict[str, "FigureUsed"]

    def __init__(self, day: date, known_on: date | None, figures: dict[str, Figure], law_hash: str = "") -> None:
        rows = {name: figure.on(day, known_on) for name, figure in figures.items()}
        known = {name: row.value for name, row in rows.items() if row and row.value is not None}
        self.__dict__.update(
            known,
            day=day,
            known_on=known_on,
            hash=law_hash or sources.law_hash(),
            day_number=days.number_of(day),
            known_number=ALWAYS_KNOWN if known_on is None else days.number_of(known_on),
            day_text=day.isoformat(),
            known_text=known_on.isoformat() if known_on else "",
            used={},  # figures as explanations show them, by name
            _figures=figures,
            _rows=rows,
        )

    def __getattr__(self, name: str) -> Any:
        figures = self.__dict__.get("_figures", {})
        if name not in figures:
            raise AttributeError(f"The law has no figure named {name!r}.")
        from ..words import figure_sentence_parts

        fa, en = (figure_sentence_parts(figures[name], self.day, language) for language in ("fa", "en"))
        raise UnknownFigure(name, fa, en)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError("The law of a day is not changed; add a dated row to its figures.")

    def __repr__(self) -> str:
        return f"<Law of {days.text_of(self.day)}, {self.hash[:12]}>"

    def figure(self, name: str) -> tuple[Figure, Value]:
        """A figure and its row in force; UnknownFigure when there is none."""
        getattr(self, name)
        return self._figures[name], self._rows[name]

    def rows(self) -> dict[str, tuple[Figure, Value | None]]:
        """Every figure with its row in force, or None where the law had none yet."""
        return {name: (figure, self._rows[name]) for name, figure in self._figures.items()}


@dataclass(frozen=True)
class Laws:
    """The laws of several days, and for each row the place of its law among them."""

    laws: tuple[Law, ...]
    version: "np.ndarray"


@lru_cache(maxsize=4096)
def at(day: date, known_on: date | None = None) -> Law:
    """The law in force on a day, as known on another day (None: all we know now)."""
    return Law(day, known_on, all_figures())


def of_month(month: int, known_on: date | None = None) -> Law:
    """The law that governs the contributions of a month (140508): that of its first day."""
    return at(days.month_first_day(month), known_on)


def of_months(months: "np.ndarray", known_on: Any = None) -> Laws:
    """The laws that govern each row of a column of months (140508)."""
    import numpy as np

    present, version = np.unique(months, return_inverse=True)
    laws = tuple(of_month(int(month), known_on) for month in present)
    return Laws(laws, version.astype(np.int32))


def unknown_figures() -> list[tuple[Figure, Value]]:
    """Rows whose value nobody has supplied yet."""
    return [
        (figure, row)
        for figure in all_figures().values()
        for row in figure.values
        if row.status is Status.UNKNOWN and figure.on(row.since) is row  # not one that was learnt since
    ]
