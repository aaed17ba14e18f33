"""CSV, XLSX and JSON lists: the same values as the DBF, and everything a sheet can bring that no list should."""

import json
from collections.abc import Callable

import numpy as np
import pytest

from opentamin.lists import Refused, check, read_upload, words, zip_pair
from opentamin.lists.tests.right_list import HEADER, LAW, TODAY, uploaded, workers
from opentamin.lists.tests.sheet_files import SAID, csv_files, json_file, lone_csv, part_of, rows_of, with_part, xlsx_file

SHEET = "xl/worksheets/sheet2.xml"
FORMS: dict[str, Callable] = {
    "csv": csv_files,
    "semicolons": lambda *columns: csv_files(*columns, separator=";"),
    "tabs in UTF-16": lambda *columns: csv_files(*columns, separator="\t", encoding="utf-16"),
    "windows letters": lambda *columns: csv_files(*columns, encoding="cp1256") if not columns else csv_files(*columns),
    "workers alone": lambda *columns: [("azar.csv", lone_csv(*columns))],
    "xlsx": lambda *columns: [("list.xlsx", xlsx_file(*columns))],
    "json": lambda *columns: [("list.json", json_file(*columns))],
}


def read(files):
    [pair] = read_upload(files)
    return pair


def refusal(files) -> str:
    with pytest.raises(Refused) as refused:
        read_upload(files)
    for language in words.LANGUAGES:
        assert words.sentence(refused.value.finding, language).mend
    return refused.value.finding.code


def found(pair, level="error") -> list[tuple]:
    return [(f.code, f.row) for f in check(pair, LAW, today=TODAY) if f.level == level]


@pytest.mark.parametrize("form", [name for name in FORMS if name != "windows letters"])
def test_every_form_brings_the_values_of_the_dbf(form):
    pair, of_dbf = read(FORMS[form]()), uploaded()
    for name in workers():
        assert pair.workers[name].tolist() == of_dbf.workers[name].tolist(), name
    for name in ("DSK_ID", "DSK_NUM", "DSK_TDD", "DSK_TMAH", "DSK_TMASH", "DSK_TTOTL", "DSK_TBIME"):
        assert pair.header[name] == of_dbf.header[name], name
    assert (pair.month, pair.list_number, pair.workplace_code) == (of_dbf.month, of_dbf.list_number, of_dbf.workplace_code)
    assert found(pair) == []


def test_windows_letters_are_read():
    letters = {
        name: np.array([text.replace("ی", "ي").replace("۱", "1").replace("۲", "2") for text in values])
        if values.dtype.kind == "U"
        else values
        for name, values in workers().items()
    }
    said = SAID | {"DSK_NAME": "بافندگي سپيدار"}
    pair = read(csv_files(letters, encoding="cp1256", header=said))
    assert pair.header["DSK_NAME"] == "بافندگی سپیدار" and found(pair) == []


@pytest.mark.parametrize("form", FORMS)
def test_a_mistake_in_a_row_is_found_on_its_row(form):
    columns = workers(DSW_DD=np.array([30, 31, 29, 30, 15]))
    assert ("days_over_month", 2) in found(read(FORMS[form](columns)))


def test_sums_may_be_left_to_us_and_are_compared_when_they_are_given():
    assert read([("a.xlsx", xlsx_file())]).left_out >= {"DSK_NUM", "DSK_TMASH", "DSK_TBIME", "DSK_TKOSO", "DSK_BIC"}
    wrong = read([("a.xlsx", xlsx_file(header=SAID | {"DSK_TDD": 3, "DSK_NUM": 9}))])
    assert {("total_under", None), ("workers_count_differs", None)} <= set(found(wrong))
    assert "DSK_TDD" not in wrong.left_out


def test_leading_zeros_that_a_spreadsheet_dropped_come_back():
    columns = workers()
    numbers = {
        name: np.array([int(text) if text.isdigit() else text for text in columns[name].tolist()], object)
        for name in ("DSW_JOB", "PER_NATCOD")
    }
    pair = read([("a.xlsx", xlsx_file(columns | numbers, header=SAID | {"DSK_ID": 183630045}))])
    assert pair.workplace_code == "0183630045" and pair.workers["DSW_JOB"][0] == "021330"
    assert found(pair) == []


def test_numbers_with_thousands_marks_and_powers_of_ten_are_whole_numbers():
    columns = workers()
    texts = columns | {
        "DSW_MAH": np.array([f"{value:,}" for value in columns["DSW_MAH"].tolist()]),
        "DSW_MAZ": np.array(["۱۵٬۰۰۰٬۰۰۰"] * 5),
    }
    assert read(csv_files(texts)).workers["DSW_MAH"].tolist() == columns["DSW_MAH"].tolist()
    powers = part_of(xlsx_file(), SHEET).replace(b"<v>15000000</v>", b"<v>1.5E7</v>")
    assert read([("a.xlsx", with_part(xlsx_file(), SHEET, powers))]).workers["DSW_MAZ"].tolist() == [15_000_000] * 5


def test_several_lists_come_in_one_zip_of_sheets():
    second = json_file(header={"DSK_ID": "0183630099", "month": 140508, "DSK_LISTNO": "2"})
    packed = zip_pair({"a/list.xlsx": xlsx_file(), "b.json": second, "readme.csv": b"hello,there"})
    pairs = read_upload([("all.zip", packed)])
    assert [(pair.workplace_code, pair.list_number, pair.form) for pair in pairs] == [
        ("0183630045", 1, "xlsx"),
        ("0183630099", 2, "json"),
    ]
    assert any(found.code == "file_ignored" for found in pairs[0].findings)


def test_lists_of_one_json_are_kept_apart():
    one = json.loads(json_file())
    two = one | {"header": one["header"] | {"DSK_LISTNO": "0002"}}
    assert [pair.list_number for pair in read_upload([("a.json", json.dumps({"lists": [one, two]}).encode())])] == [1, 2]


def test_only_who_says_that_nobody_worked_sends_a_list_without_rows():
    silent = read([("a.json", json_file(workers=[]))])
    said = read([("a.json", json_file(workers=[], nobody_worked=True))])
    assert ("workers_none", None) in found(silent) and found(said) == []
    assert ("nobody_worked", None) in found(said, "note")
    assert refusal([("a.json", json_file(nobody_worked=True))]) == "nobody_and_somebody"


def test_a_formula_is_refused_with_its_place():
    def sum_up(book):
        book["کارکنان"]["R3"] = "=SUM(R1:R2)"

    with pytest.raises(Refused) as refused:
        read_upload([("a.xlsx", xlsx_file(change=sum_up))])
    assert (refused.value.finding.code, refused.value.finding.seen) == ("xlsx_formula", "R3")


def test_a_formula_on_a_sheet_that_is_no_list_stands_in_nobodys_way():
    def add(book):
        book.create_sheet("یادداشت")["A1"] = "=1+1"

    assert found(read([("a.xlsx", xlsx_file(change=add))])) == []


def test_a_cell_that_shows_an_error_is_refused():
    broken = part_of(xlsx_file(), SHEET).replace(b"<v>15000000</v>", b"<v>#REF!</v>", 1).replace(b't="n"><v>#REF', b't="e"><v>#REF')
    broken = broken if b't="e"' in broken else broken.replace(b"><v>#REF", b' t="e"><v>#REF')
    assert refusal([("a.xlsx", with_part(xlsx_file(), SHEET, broken))]) == "xlsx_error_cell"


@pytest.mark.parametrize("path", ["xl/workbook.xml", SHEET, "xl/sharedStrings.xml"])
def test_entities_are_refused_wherever_they_stand(path):
    laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>'
    body = xlsx_file()
    if path == "xl/sharedStrings.xml":
        body = with_part(body, path, None)
    assert refusal([("a.xlsx", with_part(body, path, laughs))]) == "xlsx_entities"


def test_a_macro_an_old_or_locked_workbook_and_a_broken_one_get_their_own_words():
    assert refusal([("a.xlsm", with_part(xlsx_file(), "xl/vbaProject.bin", b"x"))]) == "xlsx_macro"
    assert refusal([("a.xlsx", b"\xd0\xcf\x11\xe0" + b"\0" * 600)]) == "xlsx_old_or_locked"
    assert refusal([("a.xlsx", with_part(xlsx_file(), "xl/workbook.xml", b"<workbook><sheets"))]) == "xlsx_broken"
    assert refusal([("a.xlsx", b"no workbook")]) == "zip_broken"


def test_a_bomb_and_a_sheet_without_end_are_refused_quickly():
    assert refusal([("a.xlsx", with_part(xlsx_file(), "xl/media/x.bin", b"\0" * 40_000_000))]) == "zip_ratio"
    rows = b"".join(b"<row><c><v>%d</v></c></row>" % number for number in range(110_000))
    assert (
        refusal([("a.xlsx", with_part(xlsx_file(), SHEET, b"<worksheet><sheetData>" + rows + b"</sheetData></worksheet>"))])
        == "sheet_too_large"
    )
    far = b'<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    assert refusal([("a.xlsx", with_part(xlsx_file(), SHEET, far))]) == "workers_file_missing"
    assert refusal([("a.csv", ("DSW_ID1,DSW_DD,DSW_MAH\n" + "1,1,1\n" * 110_000).encode())]) == "sheet_too_large"


def test_tables_that_do_not_say_what_they_are_are_refused():
    assert refusal([("a.csv", b"name,days\nZahra,30\n")]) == "sheet_without_fields"
    assert refusal([("a.csv", b"DSW_ID1,DSW_DD,DSW_DD,DSW_MAH\n1,2,3,4\n")]) == "column_twice"
    columns = workers()
    lone = "\n".join([",".join(columns), *(",".join(map(str, row)) for row in rows_of(columns))])
    assert refusal([("a.csv", lone.encode())]) == "sheet_header_missing"
    assert refusal([("a.csv", b'DSW_ID1,DSW_DD,DSW_MAH\n"' + b"x" * 200_000)]) == "csv_broken"

    def twice(book):
        book.copy_worksheet(book["کارکنان"])

    assert refusal([("a.xlsx", xlsx_file(change=twice))]) == "sheet_tables_many"


def test_a_heading_that_is_no_field_is_said_and_a_needed_one_that_is_missing_is_an_error():
    unknown = workers() | {"DSW_XYZ": np.arange(5)}
    assert ("column_unknown", None) in found(read([("a.csv", lone_csv(unknown))]), "note")
    without = {name: values for name, values in workers().items() if name != "DSW_BIME"}
    assert ("column_missing", None) in found(read([("a.csv", lone_csv(without))]))


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"{", "json_broken"), (b'{"header": {}, "header": {}}', "json_broken"), (b'{"header": NaN}', "json_broken"),
        (b"[" * 100_000, "json_broken"), (b'{"header": {"DSK_MM": %s}}' % (b"9" * 5000), "json_broken"), (b"[]", "json_shape"),
        (b'{"workers": []}', "json_shape"), (b'{"header": {}, "more": 1}', "json_shape"), (b'{"header": {}, "workers": [1]}', "json_shape"),
        (b'{"header": {"DSK_ID": true}}', "json_shape"), (b'{"header": {"month": 1405}}', "json_shape"), (b'{"lists": []}', "json_shape"),
        (b'{"header": {"DSW_DD": 1}}', "json_field"), (b'{"header": {"NAME": "x"}}', "json_field"), (b"\xff", "json_broken"),
    ],
)  # fmt: skip
def test_json_out_of_shape_is_refused_with_its_place(body, code):
    assert refusal([("a.json", body)]) == code


def test_a_fraction_of_a_rial_in_json_is_found_on_its_row():
    one = json.loads(json_file())
    one["workers"][2]["DSW_MAZ"] = 1.5
    assert ("number_fraction", 3) in found(read([("a.json", json.dumps(one).encode())]))


def test_the_header_of_the_right_list_is_what_these_tests_say():
    assert HEADER["DSK_ID"] == SAID["DSK_ID"] and HEADER["month"] == 140508 and (SAID["DSK_YY"], SAID["DSK_MM"]) == (1405, 8)
