import pytest

from opentamin.lists import Refused, read_upload, write_pair
from opentamin.lists.tests.right_list import HEADER, codes, uploaded, workers


def texts(layout="v27", encoding="unicode") -> dict[str, str]:
    files = write_pair(HEADER, workers(), layout=layout, encoding=encoding, form="txt")
    return {name: body.decode("utf-8-sig") for name, body in files.items()}


def read(files: dict[str, str], codec: str = "utf-8"):
    [pair] = read_upload([(name, body.encode(codec)) for name, body in files.items()])
    return pair


@pytest.mark.parametrize(("layout", "workshop", "people"), [("v27", 23, 27), ("v6", 25, 29), ("wide", 26, 31)])
def test_the_text_form_has_one_line_a_worker_and_no_header_line(layout, workshop, people):
    files = texts(layout)
    assert [line.count(",") + 1 for line in files["DSKKAR01.TXT"].splitlines()] == [workshop]
    assert [line.count(",") + 1 for line in files["DSKWOR01.TXT"].splitlines()] == [people] * 5


def test_the_workshop_line_has_a_year_of_four_digits_and_the_workers_of_two():
    files = texts()
    assert files["DSKKAR01.TXT"].split(",")[5] == "1405" and files["DSKWOR01.TXT"].split(",")[1] == "5"
    assert codes(read(files), "error") == []


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_with_and_without_its_mark(codec):
    pair = read(texts(), codec)
    assert pair.workers["DSW_LNAME"].tolist() == workers()["DSW_LNAME"].tolist() and codes(pair, "error") == []


def test_quotes_around_fields_and_commas_inside_them_are_read():
    files = texts()
    files["DSKWOR01.TXT"] = files["DSKWOR01.TXT"].replace("تهران", '"تهران، ری"').replace("شیراز", '"شیراز, فارس"')
    assert read(files).workers["DSW_IDPLC"].tolist()[:2] == ["تهران، ری", "شیراز, فارس"]


def test_a_comma_inside_a_name_is_an_error_on_its_row_and_the_only_one():
    files = texts()
    files["DSKWOR01.TXT"] = files["DSKWOR01.TXT"].replace("شیراز", "شیراز, فارس")
    assert codes(read(files)) == [("txt_columns", 2)]


@pytest.mark.parametrize(("length", "said"), [(255, []), (256, [("text_too_long", 2)])])
def test_a_cell_longer_than_any_column_is_an_error_on_its_row_and_is_cut(length, said):
    files = texts()
    files["DSKWOR01.TXT"] = files["DSKWOR01.TXT"].replace("شیراز", "ب" * length)
    pair = read(files)
    assert codes(pair) == said and pair.workers["DSW_IDPLC"][1] == "ب" * 255


def test_a_comma_at_the_end_of_every_line_is_no_column():
    files = {name: body.replace("\r\n", ",\r\n") for name, body in texts().items()}
    assert codes(read(files), "error") == []


def test_blank_lines_are_no_workers():
    files = texts()
    files["DSKWOR01.TXT"] += "\r\n\r\n"
    assert read(files).workers_count == 5


def test_a_wrong_number_of_columns_everywhere_is_refused_with_the_number():
    with pytest.raises(Refused) as refused:
        read_upload([("DSKKAR00.TXT", b"1,2,3"), ("DSKWOR00.TXT", b"1,2,3")])
    assert (refused.value.finding.code, refused.value.finding.facts["columns"]) == ("txt_layout", 3)


def test_persian_digits_in_amounts_are_read():
    files = texts()
    files["DSKWOR01.TXT"] = files["DSKWOR01.TXT"].translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    assert codes(read(files), "error") == []


def test_the_text_form_cannot_be_written_with_a_comma_in_a_name():
    with pytest.raises(ValueError, match="comma"):
        write_pair(HEADER, workers(DSW_LNAME=["الف,ب", "b", "c", "d", "e"]), form="txt")


def test_the_same_list_as_dbf_and_text_is_read_once_and_it_is_said():
    files = write_pair(HEADER, workers()) | write_pair(HEADER, workers(), form="txt", encoding="unicode")
    [pair] = read_upload(list(files.items()))
    assert pair.form == "dbf" and [f.code for f in pair.findings] == ["txt_copy", "txt_copy"]


def test_a_right_list_in_text_form_has_no_findings():
    assert codes(uploaded(form="txt", encoding="unicode", layout="v27")) == []
