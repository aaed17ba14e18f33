"""A Jalali month as weeks from Saturday to Friday, with its last days marked."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from opentamin.law.days import date_from_jalali, jalali_from_date, month_length
from opentamin.office.kit.days import FRIDAY, weekday, weekday_letter, weekday_name

DUES_MAX = 5


class Due(NamedTuple):
    """A last day and what it is the last day of; `number` is its day in the month shown, 0 outside it."""

    date: date
    words: str
    number: int = 0


class Day(NamedTuple):
    """One day of the month. `due` is empty on days that are nobody's last."""

    date: date
    number: int
    is_today: bool
    due: str

    @property
    def classes(self) -> str:
        marks = {"off": weekday(self.date) == FRIDAY and not self.due, "now": self.is_today and not self.due, "due": bool(self.due)}
        return " ".join(name for name, is_so in marks.items() if is_so)


class Calendar(NamedTuple):
    """`month` as 140509; weeks of seven days or None; `week` pairs of name and letter; dues soonest first."""

    month: int
    weeks: list[list[Day | None]]
    week: list[tuple[str, str]]
    dues: list[Due]


def calendar_of(today: date, dues: Iterable[tuple[date, str]]) -> Calendar:
    """The month of `today` with the coming last days among `dues`, those of the next months in the list beneath only."""
    year, month_of_year, _ = jalali_from_date(today)
    month = year * 100 + month_of_year
    first = date_from_jalali(year, month_of_year, 1)
    last_number = month_length(month)
    coming = sorted((due for due in dues if due[0] >= today), key=lambda due: due[0])[:DUES_MAX]
    numbered = [Due(day, words, _number_in(day, first, last_number)) for day, words in coming]
    days = [_day(date_from_jalali(year, month_of_year, number), number, today, numbered) for number in range(1, last_number + 1)]
    cells: list[Day | None] = [None] * weekday(first) + days
    cells += [None] * (-len(cells) % 7)
    weeks = [cells[start : start + 7] for start in range(0, len(cells), 7)]
    return Calendar(
        month, weeks, [(weekday_name(place), weekday_letter(place)) for place in range(7)], _first_of_each_day(numbered)
    )


def _number_in(day: date, first: date, length: int) -> int:
    number = (day - first).days + 1
    return number if 1 <= number <= length else 0


def _day(day: date, number: int, today: date, dues: list[Due]) -> Day:
    return Day(day, number, day == today, "، ".join(due.words for due in dues if due.date == day))


def _first_of_each_day(dues: list[Due]) -> list[Due]:
    """Only the first of several on one day carries the number, which is an address on the page."""
    marked: list[Due] = []
    for due in dues:
        is_taken = due.number in {other.number for other in marked}
        marked.append(due._replace(number=0) if is_taken else due)
    return marked
