"""The law of a day on which something was chosen otherwise."""

from dataclasses import replace
from typing import Any

from opentamin.law import Law
from opentamin.law.days import date_from_text
from opentamin.law.machine.figures import Status, all_figures


def law_choosing(day: str, **chosen: Any) -> Law:
    """The law of a Jalali day, 1405-08-01, with some figures read otherwise: a choice by its name, a number or Rate as it is."""
    figures = dict(all_figures())
    for name, wanted in chosen.items():
        figure = figures[name]
        value = figure.choices.index(wanted) if figure.choices else wanted
        rows = (replace(row, value=value, status=Status.POLICY, source="chosen by a test") for row in figure.values)
        figures[name] = replace(figure, values=tuple(rows))
    return Law(date_from_text(day), None, figures)
