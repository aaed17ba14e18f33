"""Who the rows are about: insurance number, national id, names, nationality, job."""

import numpy as np

from opentamin.lists import bytegrid, identifiers
from opentamin.lists.checks.view import View
from opentamin.lists.finding import Book

_CUT_ROWS_MIN = 5


def check_people(view: View, book: Book) -> None:
    """Each worker can be recognised, once."""
    ids, numbers = view.pair.national_ids, view.pair.insurance_numbers
    has_id, has_number = ids != "", numbers != ""
    id_holds, number_holds = identifiers.national_ids(ids), identifiers.insurance_numbers(numbers)
    _check_national_ids(view, book, has_id, id_holds)
    book.rows("error", "person_unknown", "DSW_ID1", ~id_holds & ~number_holds & ~is_foreign(view), view.column("DSW_ID1"))
    if _cut_to_eight(view, has_number):
        book.add("error", "insurance_numbers_cut", "DSW_ID1", numbers[int(has_number.argmax())], count=int(has_number.sum()))
    else:
        book.rows(
            "warning",
            "insurance_number_shape",
            "DSW_ID1",
            has_number & ~number_holds & id_holds,
            view.column("DSW_ID1"),
        )
        _check_repeated(view, book, "error", "insurance_number_repeated", "DSW_ID1", numbers, number_holds)
    _check_repeated(view, book, "warning", "national_id_repeated", "PER_NATCOD", ids, id_holds)
    _check_words(view, book)


def is_foreign(view: View) -> np.ndarray:
    """Rows whose nationality is written and is not Iranian (a column of ten bytes may cut the word)."""
    nations = view.column("DSW_NAT")
    return (nations != "") & ~np.strings.startswith(nations, "ایران")


def _check_national_ids(view: View, book: Book, has_id: np.ndarray, holds: np.ndarray) -> None:
    written = view.column("PER_NATCOD")
    book.rows("warning", "national_id_check_digit", "PER_NATCOD", has_id & ~holds, written)
    book.rows("warning", "national_id_padded", "PER_NATCOD", holds & (written != view.pair.national_ids), written,
              lambda i: {"expected": str(view.pair.national_ids[i])})  # fmt: skip
    if not has_id.all():
        iranian = np.strings.startswith(view.column("DSW_NAT"), "ایران")
        book.rows("warning", "national_id_blank", "PER_NATCOD", ~has_id & iranian, written)


def _cut_to_eight(view: View, has_number: np.ndarray) -> bool:
    """Ten-digit numbers (`00` and eight digits) forced into eight characters lose their last two digits: every row then
    begins with `00`. One number may truly begin so; a whole file does not."""
    numbers = view.column("DSW_ID1")[has_number]
    if len(numbers) < _CUT_ROWS_MIN or numbers.dtype.itemsize // 4 > 8:
        return False
    return int(np.strings.startswith(numbers, "00").sum()) * 10 >= len(numbers) * 9


def _check_repeated(view: View, book: Book, level: str, code: str, column: str, values: np.ndarray, holds: np.ndarray) -> None:
    """Each repetition points to the next row that has the same number."""
    following = _next_same(values, holds)
    if following is None:
        return
    names = view.column("DSW_FNAME"), view.column("DSW_LNAME")
    book.rows(level, code, column, following >= 0, view.column(column),
              lambda i: {"other_row": int(following[i]) + 1, "other_name": f"{names[0][following[i]]} {names[1][following[i]]}".strip()})  # fmt: skip


def _next_same(values: np.ndarray, holds: np.ndarray) -> np.ndarray | None:
    """For each row the index of the next row with the same number, -1 where there is none; None if all differ."""
    numbers = identifiers.as_integers(values)[holds]
    in_order = np.sort(numbers)
    repeated = np.unique(in_order[1:][in_order[1:] == in_order[:-1]])
    if not len(repeated):
        return None
    places = np.flatnonzero(holds)[np.isin(numbers, repeated)]
    order = places[np.argsort(values[places], kind="stable")]
    same = values[order[1:]] == values[order[:-1]]
    following = np.full(len(values), -1)
    following[order[:-1][same]] = order[1:][same]
    return following


def _check_words(view: View, book: Book) -> None:
    """Names that are there, a sex that is one of two words, a job code of up to six letters and digits."""
    for column in ("DSW_FNAME", "DSW_LNAME"):
        book.rows("warning", "name_blank", column, view.column(column) == "", view.column(column))
    sexes = view.column("DSW_SEX")
    if not any(found.code == "code_page_unknown" for found in view.pair.findings):  # said once, for all rows
        book.rows("warning", "sex_unknown", "DSW_SEX", (sexes != "مرد") & (sexes != "زن"), sexes)
    jobs = view.column("DSW_JOB")
    letters = bytegrid.letters_of(jobs)
    plain = (letters - 48 < 10) | ((letters | 32) - 97 < 26) | (letters == 0)
    book.rows("warning", "job_code_shape", "DSW_JOB", ~plain.all(axis=0) | (letters[6:] != 0).any(axis=0), jobs)
    book.rows("warning", "job_code_blank", "DSW_JOB", letters[0] == 0, jobs)
