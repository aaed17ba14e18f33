"""Headers that lie, files cut short, marks nobody knows: read what is there, say what is wrong, never crash."""

import struct

import numpy as np
import pytest

from opentamin.lists import Refused, fields, read_upload, write_pair
from opentamin.lists.dbf import write_dbf
from opentamin.lists.tests.right_list import HEADER, codes, uploaded, workers
from opentamin.lists.writer import _TEMPLATE_DAY, _cells, completed

# The official empty templates of list program version 6: first 32 bytes, and every column as name, type, width.
TEMPLATES = {
    "workshop": (
        "03 07 08 08 00000000 4103 3701",
        "DSK_ID C10 DSK_NAME C30 DSK_FARM C30 DSK_ADRS C40 DSK_KIND N1 DSK_YY N2 DSK_MM N2 DSK_LISTNO C12 DSK_DISC C30 "
        "DSK_NUM N5 DSK_TDD N6 DSK_TROOZ N12 DSK_TMAH N12 DSK_TMAZ N12 DSK_TMASH N12 DSK_TTOTL N12 DSK_TBIME N12 "
        "DSK_TKOSO N12 DSK_BIC N12 DSK_RATE N5 DSK_PRATE N2 DSK_BIMH N12 MON_PYM C3 DSK_INC N12 DSK_SPOUSE N12",
    ),
    "workers": (
        "03 0a 0a 09 00000000 c103 d501",
        "DSW_ID C10 DSW_YY N2 DSW_MM N2 DSW_LISTNO C12 DSW_ID1 C8 DSW_FNAME C60 DSW_LNAME C60 DSW_DNAME C60 DSW_IDNO C15 "
        "DSW_IDPLC C30 DSW_IDATE C8 DSW_BDATE C8 DSW_SEX C3 DSW_NAT C10 DSW_OCP C50 DSW_SDATE C8 DSW_EDATE C8 DSW_DD N2 "
        "DSW_ROOZ N12 DSW_MAH N12 DSW_MAZ N12 DSW_MASH N12 DSW_TOTL N12 DSW_BIME N12 DSW_PRATE N2 DSW_JOB C6 "
        "PER_NATCOD C10 DSW_INC N12 DSW_SPOUSE C10",
    ),
}


@pytest.mark.parametrize("kind", TEMPLATES)
def test_an_empty_file_is_the_official_template_byte_for_byte(kind):
    start, columns = TEMPLATES[kind]
    words = columns.split()
    expected = bytes.fromhex(start) + bytes(17) + b"\x7e\0\0"
    for name, shape in zip(words[::2], words[1::2], strict=True):
        expected += struct.pack("<11sc4xBB14x", name.encode(), shape[:1].encode(), int(shape[1:]), 0)
    table = fields.LAYOUTS[kind]["v6"]
    written = write_dbf(table, [np.zeros((0, f.width), np.uint8) for f in table], _TEMPLATE_DAY[kind])
    assert written == expected + b"\x0d\x1a"


@pytest.mark.parametrize(
    ("kind", "layout", "columns", "size"),
    [("workshop", "v27", 23, 287), ("workers", "v27", 27, 447), ("workshop", "v6", 25, 311), ("workers", "v6", 29, 469),
     ("workshop", "wide", 26, 609), ("workers", "wide", 31, 398)],
)  # fmt: skip
def test_each_layout_has_the_columns_and_record_size_seen_in_the_field(kind, layout, columns, size):
    table = fields.LAYOUTS[kind][layout]
    assert (len(table), 1 + sum(f.width for f in table)) == (columns, size)


def on_workers(change):
    """Spoil only the workers' file."""
    return lambda name, body: change(body) if "WOR" in name else body


def poke(offset: int, shape: str, value: int):
    def change(body):
        spoiled = bytearray(body)
        struct.pack_into(shape, spoiled, offset, value)
        return bytes(spoiled)

    return on_workers(change)


def told(pair):
    return [(f.code, f.level) for f in pair.findings]


def test_a_whole_file_says_nothing():
    assert told(uploaded()) == []


def test_a_file_without_its_end_mark_is_whole():
    pair = uploaded(spoil=lambda name, body: body[:-1])
    assert told(pair) == [] and pair.workers_count == 5


def test_bytes_after_the_end_mark_are_not_records():
    pair = uploaded(spoil=on_workers(lambda body: body + b"\0" * 1000))
    assert told(pair) == [] and pair.workers_count == 5


def test_a_file_cut_inside_a_record_is_an_error_and_the_whole_records_are_read():
    pair = uploaded(spoil=on_workers(lambda body: body[: -469 - 200]))
    assert told(pair) == [("records_cut", "error")] and pair.workers_count == 3


def test_a_header_that_counts_more_records_than_there_are_is_an_error():
    pair = uploaded(spoil=poke(4, "<I", 6))
    assert told(pair) == [("records_fewer", "error")] and pair.workers_count == 5


def test_a_header_that_counts_four_thousand_million_records_does_no_harm():
    assert uploaded(spoil=poke(4, "<I", 0xFFFFFFFF)).workers_count == 5


def test_records_beyond_the_count_are_read_and_said():
    pair = uploaded(spoil=poke(4, "<I", 4))
    assert told(pair) == [("records_more", "error")] and pair.workers_count == 5


def test_deleted_records_are_left_out_and_noted():
    def change(body):
        start = struct.unpack_from("<H", body, 8)[0]
        return body[: start + 469] + b"*" + body[start + 470 :]

    pair = uploaded(spoil=on_workers(change))
    assert told(pair) == [("deleted_records", "note")]
    assert pair.workers["DSW_FNAME"].tolist() == ["زهرا", "نسترن", "کیانوش", "پریسا"]


def test_an_unknown_mark_before_a_record_is_a_warning_and_the_record_counts():
    def change(body):
        start = struct.unpack_from("<H", body, 8)[0]
        return body[:start] + b"?" + body[start + 1 :]

    pair = uploaded(spoil=on_workers(change))
    assert told(pair) == [("record_flag", "warning")] and pair.workers_count == 5


def test_a_record_size_written_too_small_is_mended_when_the_length_agrees():
    pair = uploaded(spoil=poke(10, "<H", 10))
    assert told(pair) == [("dbf_record_size", "warning")]
    assert pair.workers["DSW_LNAME"].tolist() == workers()["DSW_LNAME"].tolist()


def test_a_record_size_that_nothing_agrees_with_is_refused():
    files = write_pair(HEADER, workers())
    spoiled = [(name, poke(10, "<H", 10)(name, body[:-100])) for name, body in files.items()]
    with pytest.raises(Refused) as refused:
        read_upload(spoiled)
    assert refused.value.finding.code == "dbf_header_contradicts"


def test_a_header_size_that_lies_is_replaced_by_where_the_columns_end():
    assert told(uploaded(spoil=poke(8, "<H", 20))) == []


def test_a_file_that_is_no_dbf_is_refused_by_name():
    with pytest.raises(Refused) as refused:
        read_upload([("DSKKAR00.DBF", b"hello"), ("DSKWOR00.DBF", b"\0" * 500)])
    assert refused.value.finding.code == "dbf_header_broken" and refused.value.finding.facts["file"] == "DSKKAR00.DBF"


def test_columns_in_another_order_with_other_widths_and_strangers_are_read_by_name():
    table = (*reversed(fields.WORKERS["v6"]), fields.Field("VENDOR_X", "C", 7, "text"))
    table = tuple(f._replace(width=f.width + 3) for f in table)
    _, columns = completed(HEADER, workers())
    cells = [_cells(f, columns.get(f.name), 5, "iransystem") for f in table]
    files = write_pair(HEADER, workers())
    files["DSKWOR01.DBF"] = write_dbf(table, cells, (7, 8, 8))
    [pair] = read_upload(list(files.items()))
    assert pair.workers["DSW_MASH"].tolist() == workers()["DSW_MASH"].tolist()
    assert pair.workers["DSW_LNAME"].tolist() == workers()["DSW_LNAME"].tolist()
    assert codes(pair, "error") == []


def test_a_needed_column_that_is_missing_is_an_error_and_another_a_warning():
    table = tuple(f for f in fields.WORKERS["v6"] if f.name not in ("DSW_BIME", "DSW_OCP"))
    _, columns = completed(HEADER, workers())
    files = write_pair(HEADER, workers())
    files["DSKWOR01.DBF"] = write_dbf(table, [_cells(f, columns.get(f.name), 5, "iransystem") for f in table], (7, 8, 8))
    [pair] = read_upload(list(files.items()))
    missing = [(f.code, f.column, f.level) for f in pair.findings]
    assert ("column_missing", "DSW_BIME", "error") in missing and ("column_missing", "DSW_OCP", "warning") in missing


@pytest.mark.parametrize(
    ("cell", "code"),
    [(b"    12a45678", "number_junk"), (b"************", "number_overflow"), (b"  1234567.50", "number_fraction")],
)
def test_an_amount_that_is_no_number_is_an_error_on_its_row_and_column(cell, code):
    def change(body):
        place = struct.unpack_from("<H", body, 8)[0] + 469 + 393  # second worker, DSW_MASH
        return body[:place] + cell + body[place + 12 :]

    pair = uploaded(spoil=on_workers(change))
    assert [(f.code, f.row, f.column, f.seen) for f in pair.findings] == [(code, 2, "DSW_MASH", cell.decode().strip())]


def test_blank_and_decimal_zero_amounts_are_numbers():
    def change(body):
        place = struct.unpack_from("<H", body, 8)[0] + 369  # first worker, DSW_MAH
        return body[:place] + b"180000000.00" + body[place + 12 :]

    pair = uploaded(spoil=on_workers(change))
    assert told(pair) == [] and pair.workers["DSW_MAH"][0] == 180_000_000
