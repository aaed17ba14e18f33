"""The workshop's record against the workers' rows: same workplace, same month, same number, and totals that are sums."""

from datetime import date
from typing import Any

import numpy as np

from opentamin.law import days
from opentamin.lists import identifiers
from opentamin.lists.checks import law_answers
from opentamin.lists.checks.view import View
from opentamin.lists.fields import DAYS_MAX, MONEY_MAX, TOTALS, WORKERS_MAX
from opentamin.lists.finding import Book
from opentamin.lists.numerals import exact_sum
from opentamin.lists.pair import number_of_list

_RATES_SEEN = (0, 3, 7, 20, 23, 24, 27, 30, 34)  # what producers write: 7, 20, 3, 4 and their sums


def check_header(view: View, book: Book, law: Any, today: date) -> None:
    """The workshop's own record."""
    pair, head = view.pair, view.pair.header
    if not view.month:
        book.add("error", "month_unreadable", "DSK_MM", f"{head['DSK_YY']}/{head['DSK_MM']}")
    elif view.month > days.month_of(today):
        book.add(
            "error",
            "month_in_future",
            "DSK_MM",
            f"{head['DSK_YY']}/{head['DSK_MM']}",
            month=view.month,
            today=days.month_of(today),
        )
    if not identifiers.workplace_code(pair.workplace_code):
        book.add("error", "workplace_code_shape", "DSK_ID", pair.workplace_code)
    if pair.list_number < 0:
        book.add("error", "list_number_shape", "DSK_LISTNO", head["DSK_LISTNO"])
    if not pair.workers_count and pair.nobody_worked:
        book.add("note", "nobody_worked", "DSK_NUM", head["DSK_NUM"])
    elif not pair.workers_count:
        book.add("error", "workers_none", "DSK_NUM", head["DSK_NUM"])
    if pair.contract_row and not (pair.contract_row.isascii() and pair.contract_row.isdigit() and len(pair.contract_row) == 3):
        book.add("warning", "contract_row_shape", "MON_PYM", head["MON_PYM"])
    if head["DSK_KIND"] != 0:
        book.add("warning", "list_kind", "DSK_KIND", head["DSK_KIND"])
    if head["DSK_RATE"] not in _RATES_SEEN:
        book.add("warning", "rate_odd", "DSK_RATE", head["DSK_RATE"])
    _check_employer_side(view, book, law)


def _check_employer_side(view: View, book: Book, law: Any) -> None:
    """Employer's premium and unemployment premium may be less than the full rate (relief, persons not subject), never more."""
    head = view.pair.header
    base = int(head["DSK_TMASH"])
    for column, code, figure in (
        ("DSK_TKOSO", "employer_premium_over", "rate_employer"),
        ("DSK_BIC", "unemployment_over", "rate_unemployment"),
    ):
        rate = law_answers.rate(law, figure)
        if rate is None or base <= 0 or column in view.faulty_columns():
            continue
        most = -(-base * rate.numerator // rate.denominator) + view.pair.workers_count
        stated = int(head[column])
        if stated > most:
            percent = rate.numerator * 100 // rate.denominator
            book.add(
                "warning",
                code,
                column,
                head[column],
                base=base,
                most=base * rate.numerator // rate.denominator,
                percent=percent,
            )
        elif stated < 0:
            book.add("error", "money_negative", column, head[column])


def check_rows_agree(view: View, book: Book) -> None:
    """Every row belongs to the list its header names."""
    head = view.pair.header
    for column, of_header, code in (("DSW_ID", "DSK_ID", "workplace_differs"), ("DSW_YY", "DSK_YY", "year_differs"),
                                    ("DSW_MM", "DSK_MM", "month_differs")):  # fmt: skip
        expected = head[of_header] % 100 if column == "DSW_YY" else head[of_header]
        values = view.column(column) % 100 if column == "DSW_YY" else view.column(column)
        _rows_or_whole(book, code, column, values != expected, view.column(column), expected)
    numbers = view.column("DSW_LISTNO")
    other = numbers != numbers[0]
    known = {text: number_of_list(text) for text in {str(numbers[0]), *map(str, np.unique(numbers[other]))}}
    wrong = np.zeros(len(numbers), bool)
    for text, number in known.items():
        if number != view.pair.list_number:
            wrong |= numbers == text
    _rows_or_whole(book, "list_number_differs", "DSW_LISTNO", wrong, numbers, head["DSK_LISTNO"])


def _rows_or_whole(book: Book, code: str, column: str, wrong: np.ndarray, seen: np.ndarray, expected: Any) -> None:
    """One finding if the whole file says otherwise, else one for each row that does."""
    if len(wrong) > 1 and wrong.all() and (seen == seen[0]).all():
        book.add("error", code, column, seen[0], expected=str(expected))
    else:
        book.rows("error", f"{code}_row", column, wrong, seen, lambda index: {"expected": str(expected)})


def check_totals(view: View, book: Book) -> None:
    """Number of workers and the sums; a difference of whole 10¹² is a total that did not fit its twelve digits."""
    pair, head, faulty = view.pair, view.pair.header, view.faulty_columns()
    if pair.workers_count > WORKERS_MAX:
        book.add("error", "workers_over_format", "DSK_NUM", head["DSK_NUM"], count=pair.workers_count, most=WORKERS_MAX)
    elif head["DSK_NUM"] != pair.workers_count and "DSK_NUM" not in faulty:
        book.add("error", "workers_count_differs", "DSK_NUM", head["DSK_NUM"], count=pair.workers_count)
    if pair.unread.any():
        return
    for total, column in TOTALS.items():
        if not {total, column} & faulty and not (total == "DSK_SPOUSE" and pair.layout == "v27"):
            _check_total(book, total, column, int(head[total]), exact_sum(view.column(column)))
    if pair.layout != "v27" and not {"DSK_INC", "DSW_INC"} & faulty:
        _check_seniority_total(view, book)


def _check_total(book: Book, total: str, column: str, stated: int, actual: int) -> None:
    most = DAYS_MAX if total == "DSK_TDD" else MONEY_MAX
    if stated == actual:
        return
    if actual > most and (actual - stated) % (most + 1) == 0:
        book.add("error", "total_wrapped", total, stated, actual=actual, most=most)
    else:
        code = "total_over" if stated > actual else "total_under"
        book.add("error", code, total, stated, actual=actual, difference=abs(stated - actual), of=column)


def _check_seniority_total(view: View, book: Book) -> None:
    """Producers total the seniority base by day or by month; either is accepted."""
    stated, base = int(view.pair.header["DSK_INC"]), view.column("DSW_INC")
    if not view.sound.all():
        return  # a base that is not right in a row is told there; no total by day can be made of it
    by_month = exact_sum(base)
    by_day = exact_sum(base * np.clip(view.column("DSW_DD"), 0, 31))
    if stated not in (by_month, by_day):
        book.add("warning", "seniority_total", "DSK_INC", stated, by_day=by_day, by_month=by_month)
