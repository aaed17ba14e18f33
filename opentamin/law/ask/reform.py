"""A reform: a small file of dated changes over the figures in force, checked like figures.

    title: Ceiling of nine times
    changes:
      - {figure: ceiling_factor, from: 1406-01-01, value: 9, why: what the draft says}

A change stands from its day until the next row the law has for that figure. The law itself is never
touched: ``law_at`` gives laws of their own with a hash of their own, and every figure changed is
marked as proposed wherever it is read.
"""

import hashlib
import json
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from typing import Any

from .. import days
from ..errors import LawError
from ..kinds import AMOUNT_MAX, DayNumber, Rials, kind_needed
from ..machine import sources
from ..machine.dated import Law
from ..machine.figures import Figure, Rate, Status, Value, all_figures, number_of_figure
from ..words import words_of
from .reading import Unreadable, folded, read_value
from .saying import Part, as_written, in_both, numbered
from .texts import Unwritten, read_table, shown

CHANGES_MAX = 500
PARTS = {"figure", "from", "value", "why"}


@dataclass(frozen=True)
class Change:
    """One figure from one day on: its new value, and why."""

    figure: str
    since: date
    value: int | Rate
    why: str


@dataclass(frozen=True)
class Reform:
    """Changes over the law in force, by a title of their own."""

    title: str
    changes: tuple[Change, ...]
    _laws: dict[tuple[date, date | None], Law] = field(default_factory=dict, repr=False, compare=False)

    @property
    def hash(self) -> str:
        """sha256 (hex) over the law in force and what the reform changes of it."""
        told = [[one.figure, one.since.isoformat(), one.value] for one in self.changes]
        return hashlib.sha256(f"{sources.law_hash()}\0{json.dumps(told)}".encode()).hexdigest()

    def law_at(self, day: date, known_on: date | None = None) -> Law:
        """The law of a day with the reform in force."""
        key = (day, known_on)
        if key not in self._laws:
            self._laws[key] = Law(day, known_on, self._figures(), self.hash)
        return self._laws[key]

    def _figures(self) -> dict[str, Figure]:
        figures = dict(all_figures())
        for change in self.changes:
            figures[change.figure] = _changed(figures[change.figure], change, self.title)
        return figures


def _changed(figure: Figure, change: Change, title: str) -> Figure:
    """The figure with one more row; a row of the law that begins on the same day gives way."""
    row = Value(change.value, change.since, change.since, Status.PROPOSED, title, change.why)
    others = [value for value in figure.values if value.since != change.since]
    return replace(figure, values=tuple(sorted((*others, row), key=lambda value: (value.since, value.known_from))))


class ReformRefused(LawError):
    """The file is no reform; ``faults`` are (Persian, English) sentences, one for each thing wrong."""

    def __init__(self, faults: list[dict[str, str]]) -> None:
        super().__init__("\n".join(one["fa"] for one in faults), "\n".join(one["en"] for one in faults))
        self.faults = tuple((one["fa"], one["en"]) for one in faults)


def load_reform(text: str | bytes) -> Reform:
    """The reform of a YAML or JSON text; ReformRefused with everything that is wrong with it."""
    try:
        written = read_table(text)
    except Unwritten as error:
        raise ReformRefused([{"fa": error.fa, "en": error.en}]) from None
    return _Reader().read(written)


class _Reader:
    """Reads a reform and gathers what is wrong with it."""

    def __init__(self) -> None:
        self.faults: list[dict[str, str]] = []
        self.changes: list[Change] = []

    def read(self, written: dict[str, Any]) -> Reform:
        for name in sorted(set(written) - {"title", "changes"}):
            self._fault("stranger", value=shown(name))
        title = written.get("title")
        if not isinstance(title, str) or not title.strip():
            self._fault("no_title")
        rows = written.get("changes")
        if not isinstance(rows, list) or not rows:
            self._fault("no_changes")
        elif len(rows) > CHANGES_MAX:
            self._fault("too_many", greatest=numbered(CHANGES_MAX))
        else:
            for place, row in enumerate(rows):
                self._change(row, numbered(place + 1))
        if self.faults:
            raise ReformRefused(self.faults)
        return Reform(shown(title), tuple(self.changes))

    def _change(self, row: Any, place: Part) -> None:
        if not isinstance(row, dict) or set(row) != PARTS:
            self._fault("not_a_change", row=place)
            return
        figure = self._figure(row["figure"])
        since = self._day(row["from"], place)
        if not isinstance(row["why"], str) or not row["why"].strip():
            self._fault("no_why", row=place)
            return
        value = self._value(figure, row["value"], place) if figure is not None else None
        if figure is None or since is None or value is None:
            return
        if any(one.figure == figure.name and one.since == since for one in self.changes):
            self._fault("same_day", row=place, figure=figure.name)
            return
        self.changes.append(Change(figure.name, since, value, shown(row["why"])))

    def _figure(self, written: Any) -> Figure | None:
        figures = all_figures()
        if isinstance(written, str) and written in figures:
            return figures[written]
        close = get_close_matches(str(written)[:100], figures, 1)
        if close:
            self._fault("maybe_figure", figure=shown(written), close=close[0])
        else:
            self._fault("unknown_figure", figure=shown(written))
        return None

    def _day(self, written: Any, place: Part) -> date | None:
        try:
            return days.date_of(read_value(written, kind_needed(DayNumber)))
        except Unreadable:
            self._fault("no_day", row=place, value=as_written(shown(written)))
            return None

    def _value(self, figure: Figure, written: Any, place: Part) -> int | Rate | None:
        """The value as the figure's unit wants it."""
        try:
            if figure.unit in ("choice", "rate"):
                return number_of_figure(figure.name, figure.unit, figure.choices, folded(str(written)[:100]).replace(" ", ""))
            number = read_value(written, kind_needed(Rials))
            if 0 <= number <= AMOUNT_MAX:
                return number
        except (Unreadable, LawError):
            pass
        mend = figure.unit if figure.unit in ("choice", "rate") else "whole"
        self._fault(
            "no_value", row=place, value=as_written(shown(written)),
            figure=lambda language: words_of(language).find("figures", figure.name, figure.name),
            mend=lambda language: in_both("reform", "mend", mend, choices=", ".join(figure.choices))[language],
        )  # fmt: skip
        return None

    def _fault(self, code: str, **parts: Part) -> None:
        self.faults.append(in_both("reform", code, **parts))
