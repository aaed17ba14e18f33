"""What is taken along: the report of findings, the receipt."""

import io
import zipfile

import openpyxl
import pytest
from pypdf import PdfReader

from opentamin.office.records.models import Paper

from ..intake import take_in
from .builders import NOW, files_of, worker_columns


@pytest.fixture
def employer(client, made):
    client.force_login(made.employer)
    return client


def report(client, one):
    answer = client.get(f"/lists/{one.tracking}/findings.xlsx")
    assert answer.status_code == 200
    return openpyxl.load_workbook(io.BytesIO(answer.content)), answer.content


def test_the_report_has_errors_first_and_the_rows_as_they_were_sent(employer, made):
    columns = worker_columns(3)
    columns["DSW_DD"][2] = 31
    columns["PER_NATCOD"][0] = "0047281935"
    one = take_in(files_of(columns=columns), by=made.employer, now=NOW)[0].list
    book, _body = report(employer, one)
    found, rows, _workshop = book.worksheets
    assert [sheet.sheet_view.rightToLeft for sheet in book.worksheets] == [True, True, True]
    levels = [cell.value for cell in found["A"][1:]]
    assert levels == sorted(levels, key=["خطا", "هشدار", "یادداشت"].index) and levels[0] == "خطا"
    assert [cell.value for cell in found[2]][1:3] == ["3", "زهرا کاوهپ"]
    assert rows.max_row == 4


def test_an_offending_cell_is_coloured_and_carries_its_sentence(employer, made, returned):
    book, _body = report(employer, returned)
    rows = book.worksheets[1]
    column = next(cell.column_letter for cell in rows[1] if "DSW_DD" in cell.value)
    wrong, right = rows[f"{column}2"], rows[f"{column}3"]
    assert wrong.value == "31" and wrong.fill.fgColor.rgb == "FFFBE9EA"
    assert "۳۰ یا کمتر بنویسید." in wrong.comment.text
    assert right.comment is None and right.fill.fgColor.rgb != "FFFBE9EA"


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "https://example.org", "=HYPERLINK(1)"])
def test_nothing_in_a_file_becomes_a_formula_or_a_link_in_the_report(employer, made, text):
    columns = worker_columns(1)
    columns["DSW_DD"][0] = 31
    columns["DSW_LNAME"] = columns["DSW_LNAME"].astype("<U60")
    columns["DSW_LNAME"][0] = text
    one = take_in(files_of(columns=columns, form="txt"), by=made.employer, now=NOW)[0].list
    book, body = report(employer, one)
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert all(cell.value is None for cell in cells if cell.data_type == "n")
    with zipfile.ZipFile(io.BytesIO(body)) as parts:
        sheets = b"".join(parts.read(name) for name in parts.namelist() if "worksheets" in name)
    assert b"<f>" not in sheets and b"<hyperlink" not in sheets


def test_the_report_speaks_the_readers_language(employer, returned):
    employer.cookies["django_language"] = "en"
    book, _body = report(employer, returned)
    assert book.worksheets[0].sheet_view.rightToLeft in (False, None)
    assert "30 or" in book.worksheets[0]["H2"].value


def test_a_receipt_is_a_paper_that_can_be_checked_and_is_issued_once(employer, accepted):
    first, again = (employer.get(f"/lists/{accepted.tracking}/receipt.pdf") for _ in range(2))
    assert first.content == again.content
    paper = Paper.objects.get()
    pages = PdfReader(io.BytesIO(first.content)).pages
    assert len(pages) == 1
    text = pages[0].extract_text()
    assert paper.code in text.replace(" ", "") or paper.code[:4] in text
    assert employer.get(f"/verify/{paper.code}/").status_code == 200


def test_a_receipt_says_what_arrived_and_when(employer, accepted):
    page = employer.get(f"/lists/{accepted.tracking}/receipt/").content.decode()
    assert "یکشنبه ۱\xa0آذر\xa0۱۴۰۵، ساعت <bdi>۱۰:۴۲</bdi>" in page
    assert page.count('class="id hash"') == 2
