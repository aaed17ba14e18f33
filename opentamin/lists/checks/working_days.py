"""Days worked against the month, the amounts, and the days of birth, start and leaving."""

import numpy as np

from opentamin.lists.checks.view import View
from opentamin.lists.finding import Book

_WHOLE_FILE_SHARE = 9  # tenths: what nine rows of ten do is the producer's habit, said once


def check_days(view: View, book: Book) -> None:
    """Days lie in the month; a row of no days carries no money."""
    days = view.column("DSW_DD")
    book.rows("error", "days_over_month", "DSW_DD", days > view.days_in_month, days,
              lambda i: {"days_in_month": view.days_in_month, "month": view.month})  # fmt: skip
    book.rows("error", "days_negative", "DSW_DD", days < 0, days)
    idle = days == 0
    if idle.any():
        paid = idle & ((view.column("DSW_MASH") > 0) | (view.column("DSW_MAH") > 0) | (view.column("DSW_BIME") > 0))
        book.rows(
            "error",
            "days_zero_with_money",
            "DSW_DD",
            paid,
            days,
            lambda i: {"insurable": int(view.column("DSW_MASH")[i])},
        )


def check_dates(view: View, book: Book) -> None:
    """Dates that can be read, in an order that a life has."""
    read = {name: view.pair.days(name) for name in ("DSW_BDATE", "DSW_IDATE", "DSW_SDATE", "DSW_EDATE")}
    for name, values in read.items():
        book.rows("warning", "date_unreadable", name, values < 0, view.column(name))
    if not view.month:
        return
    _check_births(view, book, read["DSW_BDATE"])
    _check_start_and_leave(view, book, read["DSW_SDATE"], read["DSW_EDATE"])


def _check_births(view: View, book: Book, births: np.ndarray) -> None:
    """A program that puts 14 before a two-digit year makes everybody unborn: said once for the file."""
    year = view.month // 100
    unborn = births > year * 10_000 + 1231
    known = int((births > 0).sum())
    if known > 1 and int(unborn.sum()) * 10 >= known * _WHOLE_FILE_SHARE:
        first = int(np.flatnonzero(unborn)[0])
        book.add("warning", "birth_century", "DSW_BDATE", view.column("DSW_BDATE")[first], count=int(unborn.sum()), year=year)
    else:
        book.rows("warning", "birth_after_list", "DSW_BDATE", unborn, view.column("DSW_BDATE"), lambda i: {"year": year})


def _check_start_and_leave(view: View, book: Book, start: np.ndarray, leave: np.ndarray) -> None:
    """Leaving before starting, days worked outside employment, and more days than employment left room for."""
    started, left = start > 0, leave > 0
    if not (started.any() or left.any()):
        return
    days, first = view.column("DSW_DD"), view.month * 100 + 1
    last = view.month * 100 + view.days_in_month
    backwards = started & left & (leave < start)
    book.rows(
        "error",
        "leave_before_start",
        "DSW_EDATE",
        backwards,
        view.column("DSW_EDATE"),
        lambda i: {"start": int(start[i])},
    )
    facts = lambda i: {"days": int(days[i]), "month": view.month}  # noqa: E731
    book.rows(
        "error",
        "days_before_start",
        "DSW_SDATE",
        started & (start > last) & (days > 0),
        view.column("DSW_SDATE"),
        facts,
    )
    book.rows(
        "error",
        "days_after_leaving",
        "DSW_EDATE",
        left & (leave < first) & (days > 0) & ~backwards,
        view.column("DSW_EDATE"),
        facts,
    )
    begins = np.where(started & (start >= first) & (start <= last), start % 100, 1)
    ends = np.where(left & (leave >= first) & (leave <= last), leave % 100, view.days_in_month)
    room = ends - begins + 1
    crowded = (days > room) & (days <= view.days_in_month) & (room > 0) & ~backwards
    book.rows("warning", "days_over_employment", "DSW_DD", crowded, days, lambda i: {"room": int(room[i])})
