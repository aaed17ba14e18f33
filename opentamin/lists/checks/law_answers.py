"""The only place of the list door that asks the law: rates, ceiling and floor are never known here."""

from typing import Any, NamedTuple

import numpy as np

from opentamin import law as laws
from opentamin.law.contributions import ceiling_of_days, floor_of_days, premium_of_wage
from opentamin.law.errors import NotInForce, UnknownFigure
from opentamin.lists.checks.view import View
from opentamin.lists.finding import Book


class Answers(NamedTuple):
    """Per row, int64 rials: ceiling and floor of its days, and the worker's premium on its declared insurable pay."""

    ceiling: np.ndarray
    floor: np.ndarray
    premium: np.ndarray
    percent: int


def ask(view: View, book: Book, law: Any) -> Answers | None:
    """Ask the law about every row; None, and a note, when it holds no figures for the month."""
    days = np.clip(view.column("DSW_DD"), 0, view.days_in_month)
    try:
        # At most 32 different answers: the law is asked once for each number of days, not for each row.
        bounds = np.array([(ceiling_of_days(d, law), floor_of_days(d, law)) for d in range(view.days_in_month + 1)], np.int64)
        wages = np.where(view.sound, view.column("DSW_MASH"), 0)
        rate = law.rate_worker
        return Answers(bounds[days, 0], bounds[days, 1], premiums(wages, law), rate.numerator * 100 // rate.denominator)
    except (NotInForce, UnknownFigure):
        book.add("note", "law_unknown", month=view.month)
        return None


def rate(law: Any, name: str) -> Any | None:
    """A rate of the law (a fraction with numerator and denominator); None where it has none for that day."""
    try:
        return getattr(law, name)
    except UnknownFigure:
        return None


def premiums(wages: np.ndarray, law: Any) -> np.ndarray:
    """Worker's premium of each wage by the law's article, without ceiling or floor (int64 rials)."""
    return laws.columns(premium_of_wage, {"wage": wages}, law)["value"]
