"""Sentences of a form that hold a figure of the law: the figure is read when the page is written, never typed here."""

from typing import Any

from django.utils import timezone
from django.utils.functional import Promise, lazy
from django.utils.translation import get_language

from opentamin import law as laws
from opentamin.law.words import figure_value, words_of
from opentamin.office.kit import days


class _Figures:
    """Figures of today's law by name, in words: «۹۰ روز»; of an article the first day of its present text, or its `month`."""

    def __getitem__(self, name: str) -> str:
        article, _, part = name.partition(".")
        if article in laws.ARTICLES:
            starts = laws.ARTICLES[article].versions[-1].starts
            return days.month_words(laws.days.month_of_day(starts)) if part == "month" else days.day_plain(laws.days.date_of(starts))
        figure, row = laws.at(timezone.localdate()).figure(name)
        if figure.unit == "day":
            return days.day_plain(laws.days.date_of(row.value))
        return figure_value(name, figure.unit, row.value, "", words_of(get_language() or "fa"))


def by_law(text: Promise) -> Any:
    """A lazy sentence whose places such as %(wage_lookback_days)s or %(path_mother.month)s are filled with that figure of today's law."""
    return lazy(lambda: str(text) % _Figures(), str)()
