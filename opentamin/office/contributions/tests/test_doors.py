"""The other ways a list comes in: sheets, JSON, the mended report, a month in which nobody worked."""

import io
import json

import pytest
from openpyxl import load_workbook

from opentamin.office.accounts.queries import system_user
from opentamin.office.ledger.models import Journal

from ..actions import assess_list
from ..intake import take_in
from ..listings import duties_of, findings_of
from ..models import ListState, MonthlyList
from ..sent_files import rows_as_sent
from ..telling import lines_of
from ..xlsx import findings_workbook
from .builders import CODE, MONTH, NOW, files_of, worker_columns, wrong_files

NOBODY = {"header": {"DSK_ID": CODE, "month": MONTH, "DSK_LISTNO": "0001"}, "workers": [], "nobody_worked": True}


def as_json(columns, **members) -> bytes:
    rows = [dict(zip(columns, row, strict=True)) for row in zip(*(values.tolist() for values in columns.values()), strict=True)]
    return json.dumps({"header": NOBODY["header"], "workers": rows} | members, ensure_ascii=False).encode()


def report_of(one) -> bytes:
    return findings_workbook(lines_of(findings_of(one), "fa"), rows_as_sent(one))


def test_a_json_list_comes_to_the_amount_of_the_same_dbf(made):
    columns = worker_columns(3)
    [receipt] = take_in([("list.json", as_json(columns))], by=made.employer, now=NOW)
    assert receipt.list.state == ListState.ACCEPTED and receipt.list.warning_count == 0
    by_json = assess_list(receipt.list.id, by=made.employer, now=NOW)
    [of_dbf] = take_in(files_of(columns=worker_columns(3, first=50), number="0002"), by=made.employer, now=NOW)
    assert by_json.due_total == assess_list(of_dbf.list.id, by=made.employer, now=NOW).due_total


def test_a_returned_lists_report_is_mended_and_sent_back(made):
    [first] = take_in(wrong_files(4, wrong=2), by=made.employer, now=NOW)
    assert first.list.state == ListState.RETURNED
    book = load_workbook(io.BytesIO(report_of(first.list)))
    sheet = book["ردیف‌های فرستاده"]
    place = next(cell.column for cell in sheet[1] if "DSW_DD" in cell.value)
    for row in (2, 3):
        assert sheet.cell(row, place).value == "31"
        sheet.cell(row, place).value = 30
    mended = io.BytesIO()
    book.save(mended)
    [second] = take_in([("findings.xlsx", mended.getvalue())], by=made.employer, now=NOW)
    assert second.list.state == ListState.ACCEPTED, [finding.code for finding in findings_of(second.list)]
    assert (second.list.month, second.list.list_number, second.list.workers_count) == (MONTH, 1, 4)


def test_the_report_sent_back_unmended_has_the_same_errors(made):
    [first] = take_in(wrong_files(4, wrong=2), by=made.employer, now=NOW)
    [second] = take_in([("findings.xlsx", report_of(first.list))], by=made.employer, now=NOW)
    errors = [[(one.code, one.row) for one in findings_of(receipt.list, "error")] for receipt in (first, second)]
    assert errors[0] == errors[1] and len(errors[0]) == 2


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+1", "-1"])
def test_a_name_that_looks_like_a_formula_stays_text_on_its_way_out_and_back(made, text):
    columns = worker_columns(2)
    columns["DSW_LNAME"][0] = text
    [first] = take_in([("a.json", as_json(columns))], by=made.employer, now=NOW)
    rows = rows_as_sent(first.list)
    [again] = take_in([("a.xlsx", report_of(first.list))], by=made.employer, now=NOW)
    place = rows.columns.index("DSW_LNAME")
    assert rows_as_sent(again.list).values[place][0] == rows.values[place][0]


def test_a_month_in_which_nobody_worked_is_said_once_and_ends_the_duty(made):
    before = {duty.month for duty in duties_of([made.sepidar], NOW.date())}
    [receipt] = take_in([("nobody.json", json.dumps(NOBODY).encode())], by=made.employer, now=NOW)
    assert (receipt.list.state, receipt.list.workers_count) == (ListState.ACCEPTED, 0)
    assessment = assess_list(receipt.list.id, by=made.employer, now=NOW)
    assert (assessment.due_total, assessment.journal) == (0, None) and not Journal.objects.exists()
    assert before == {MONTH} and duties_of([made.sepidar], NOW.date()) == []
    assert not receipt.list.workers.exists()


def test_an_empty_list_that_does_not_say_so_is_handed_back(made):
    [receipt] = take_in([("a.json", json.dumps(NOBODY | {"nobody_worked": False}).encode())], by=made.employer, now=NOW)
    assert receipt.list.state == ListState.RETURNED


def test_a_list_after_the_word_that_nobody_worked_corrects_it(made):
    [none] = take_in([("nobody.json", json.dumps(NOBODY).encode())], by=made.employer, now=NOW)
    assess_list(none.list.id, by=made.employer, now=NOW)
    [receipt] = take_in(files_of(2), by=made.employer, now=NOW)
    assert receipt.list.corrects_id == none.list.id
    assert assess_list(receipt.list.id, by=made.employer, now=NOW).due_before == 0


def test_a_sheet_for_somebody_elses_workplace_leaves_nothing_behind(made):
    from opentamin.lists import Refused

    for body in (json.dumps(NOBODY).encode(), as_json(worker_columns(2))):
        with pytest.raises(Refused):
            take_in([("a.json", body)], by=made.neighbour, now=NOW)
    assert not MonthlyList.objects.exists() and system_user()
