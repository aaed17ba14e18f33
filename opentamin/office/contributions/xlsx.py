"""Workbooks of a list: the report of findings, and the ready sheet to write in. Both can be sent as they are.

The report has a sheet of sentences, and the list itself in two tables as the reader of lists takes them: mend the coloured
cells, save, send. Sums are left out: they are added up again on arrival. Every cell is written as text: what stands in a sent file can never become a formula or a link on the reader's machine."""

import io
from collections.abc import Iterable

import xlsxwriter
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from opentamin.lists import words
from opentamin.lists.fields import TOTALS

from .listings import findings_of
from .models import MonthlyList
from .sent_files import Rows, rows_as_sent
from .telling import Line, lines_of

COLUMN_WIDTH = 16
CELL_TEXT_MAX = 32_000  # a cell of a workbook holds at most 32,767 characters
SUMS = {"DSK_NUM", "DSK_INC", "DSK_TKOSO", "DSK_BIC", "DSK_TBIM20", *TOTALS}
COMMENTS_MAX = 20_000  # more comments than this make the file too heavy to open


def findings_report(one: MonthlyList) -> bytes:
    """The report of a list, in the language in force."""
    return findings_workbook(lines_of(findings_of(one), get_language()), rows_as_sent(one))


def findings_workbook(lines: Iterable[Line], rows: Rows | None) -> bytes:
    """Errors first. Strings in the language in force; sheets run right to left when it is Persian."""
    lines = list(lines)
    body = io.BytesIO()
    book = xlsxwriter.Workbook(body, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    with book:
        formats = _formats(book)
        _findings_sheet(book, formats, lines)
        if rows:
            _rows_sheet(book, formats, lines, rows)
            _workshop_sheet(book, formats, lines, rows)
    return body.getvalue()


def list_workbook(rows: Rows) -> bytes:
    """A list to write in: the workshop's table and the workers', no findings."""
    body = io.BytesIO()
    book = xlsxwriter.Workbook(body, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    with book:
        formats = _formats(book)
        _rows_sheet(book, formats, [], rows)
        _workshop_sheet(book, formats, [], rows)
    return body.getvalue()


def _formats(book) -> dict:
    plain = {"text_wrap": True, "valign": "top", "num_format": "@", "font_name": "Vazirmatn"}
    return {
        "head": book.add_format({**plain, "bold": True, "bottom": 2, "bg_color": "#EEF7F6"}),
        "cell": book.add_format(plain),
        "error": book.add_format({**plain, "bg_color": "#FBE9EA", "font_color": "#A01C2C"}),
        "warning": book.add_format({**plain, "bg_color": "#FDF3DA", "font_color": "#7A4300"}),
        "note": book.add_format({**plain, "bg_color": "#E3EAF6", "font_color": "#24457F"}),
    }


def _sheet(book, name: str, is_rtl: bool):
    sheet = book.add_worksheet(name)
    if is_rtl:
        sheet.right_to_left()
    sheet.freeze_panes(1, 0)
    return sheet


def _findings_sheet(book, formats: dict, lines: list[Line]) -> None:
    sheet = _sheet(book, _("یافته‌ها"), get_language_bidi())
    levels = {"error": _("خطا"), "warning": _("هشدار"), "note": _("یادداشت")}
    heads = [_("نوع"), _("ردیف"), _("نام"), _("ستون"), _("نشان ستون در پرونده"), _("نوشته‌اید"), _("قاعده"), _("چارهٔ کار"), _("ماده")]
    for place, (head, width) in enumerate(zip(heads, (9, 8, 22, 20, 14, 18, 48, 48, 14), strict=True)):
        sheet.write_string(0, place, head, formats["head"])
        sheet.set_column(place, place, width)
    for number, line in enumerate(lines, 1):
        row = "" if line.row is None else str(line.row)
        values = (levels[line.level], row, line.name, line.column_name, line.column, line.seen, line.rule, line.mend, line.article)
        for place, value in enumerate(values):
            sheet.write_string(number, place, _cell(value), formats[line.level] if place == 0 else formats["cell"])
    sheet.autofilter(0, 0, len(lines), len(heads) - 1)


def _workshop_sheet(book, formats: dict, lines: list[Line], rows: Rows) -> None:
    """The workshop's record without its sums."""
    sheet = _sheet(book, _("کارگاه"), get_language_bidi())
    said = {column: value for column, value in rows.header.items() if column not in SUMS}
    sheet.set_column(0, len(said), COLUMN_WIDTH)
    marks = {line.column: line for line in reversed(lines) if line.row is None and line.column in said}
    for place, (column, value) in enumerate(said.items()):
        sheet.write_string(0, place, f"{_column_name(column)}\n{column}", formats["head"])
        mark = marks.get(column)
        sheet.write_string(1, place, _cell(value), formats[mark.level if mark else "cell"])
        if mark:
            sheet.write_comment(1, place, _cell(f"{mark.rule} {mark.mend}"), {"x_scale": 2, "y_scale": 1.5, "font_size": 9})


def _rows_sheet(book, formats: dict, lines: list[Line], rows: Rows) -> None:
    sheet = _sheet(book, _("ردیف‌های فرستاده"), get_language_bidi())
    sheet.set_column(0, len(rows.columns), COLUMN_WIDTH)
    marked = _marks(lines)
    sheet.write_string(0, 0, _("ردیف"), formats["head"])
    for place, column in enumerate(rows.columns, 1):
        sheet.write_string(0, place, f"{_column_name(column)}\n{column}", formats["head"])
    for number in range(1, len(rows.values[0]) + 1 if rows.values else 1):
        sheet.write_string(number, 0, str(number), formats["cell"])
        for place, (column, values) in enumerate(zip(rows.columns, rows.values, strict=True), 1):
            mark = marked.get((number, column))
            sheet.write_string(number, place, _cell(values[number - 1]), formats[mark[0]] if mark else formats["cell"])
    places = {column: place for place, column in enumerate(rows.columns, 1)}
    for (number, column), (_level, text) in list(marked.items())[:COMMENTS_MAX]:
        if column in places:
            sheet.write_comment(number, places[column], _cell(text), {"x_scale": 2, "y_scale": 1.5, "font_size": 9})


def _marks(lines: list[Line]) -> dict[tuple[int, str], tuple[str, str]]:
    """(row, column) -> its gravest level and all its sentences. Lines come errors first."""
    marks: dict[tuple[int, str], tuple[str, str]] = {}
    for line in lines:
        if line.row is None or not line.column:
            continue
        level, before = marks.get((line.row, line.column), (line.level, ""))
        marks[line.row, line.column] = (level, f"{before}\n{line.rule} {line.mend}".strip())
    return marks


def _column_name(column: str) -> str:
    return words.column_name(column, get_language())


def _cell(text: str) -> str:
    """Text a workbook can hold: no control characters, no more than fits."""
    return "".join(mark for mark in text[:CELL_TEXT_MAX] if mark.isprintable() or mark in "\n\t\u200c")
