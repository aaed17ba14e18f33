"""The workshop's record, and what two files must agree on."""

import numpy as np
import pytest

from opentamin import law as laws
from opentamin.law import days
from opentamin.lists import check, counts
from opentamin.lists.tests.right_list import HEADER, MONTH, TODAY, at_row, codes, findings, uploaded, with_header, workers


def test_the_month_we_are_in_may_be_sent_and_the_next_one_not():
    assert codes(uploaded({"month": 140509}), "error") == []
    assert codes(uploaded({"month": 140510}), "error") == [("month_in_future", None)]


def test_a_month_of_thirteen_cannot_be_read():
    assert ("month_unreadable", None) in codes(with_header(uploaded(), DSK_MM=13), "error")


@pytest.mark.parametrize(
    ("code", "wrong"), [("0183630045", False), ("183630045", True), ("01836300451", True), ("018363004A", True)]
)
def test_a_workplace_code_has_ten_digits(code, wrong):
    pair = with_header(uploaded(), DSK_ID=code)
    assert (("workplace_code_shape", None) in codes(pair, "error")) is wrong


def test_a_list_without_workers_is_an_error():
    nobody = {name: values[:0] for name, values in workers().items()}
    assert codes(uploaded(columns=nobody), "error") == [("workers_none", None)]


def test_a_count_that_is_not_the_rows_is_an_error():
    assert codes(with_header(uploaded(), DSK_NUM=5), "error") == []
    assert codes(with_header(uploaded(), DSK_NUM=6), "error") == [("workers_count_differs", None)]


@pytest.mark.parametrize(
    "total", ["DSK_TDD", "DSK_TROOZ", "DSK_TMAH", "DSK_TMAZ", "DSK_TMASH", "DSK_TTOTL", "DSK_TBIME", "DSK_SPOUSE"]
)
def test_a_total_one_more_or_one_less_than_its_rows_is_an_error(total):
    pair = uploaded()
    right = pair.header[total]
    for stated, code in ((right + 1, "total_over"), (right - 1, "total_under")):
        [found] = findings(with_header(pair, **{total: stated}), "error")
        assert (found.code, found.column, found.facts["actual"], found.facts["difference"]) == (code, total, right, 1)


def test_a_total_that_lost_its_thirteenth_digit_is_said_to_have_lost_it():
    rich = workers(DSW_TOTL=np.full(5, 300_000_000_000))
    pair = with_header(uploaded(columns=workers(DSW_TOTL=np.full(5, 10**11))), DSK_TTOTL=500_000_000_000)
    pair.workers["DSW_TOTL"] = rich["DSW_TOTL"]
    [found] = findings(pair, "error")
    assert (found.code, found.column, found.facts["actual"]) == ("total_wrapped", "DSK_TTOTL", 1_500_000_000_000)


def test_a_total_shown_as_stars_is_not_also_called_wrong():
    def spoil(name, body):
        return body.replace(body[833 + 205 : 833 + 217], b"*" * 12) if "KAR" in name else body

    assert codes(uploaded(spoil=spoil), "error") == [("number_overflow", None)]


def test_more_workers_than_five_digits_count_is_said_once():
    few = workers()
    pair = uploaded()
    pair.workers = {name: np.resize(values, 100_000) for name, values in pair.workers.items()}
    pair.workers["DSW_ID1"] = np.arange(20_000_000, 20_100_000).astype("U8")
    pair.unread = np.zeros(100_000, bool)
    found = [f.code for f in findings(pair, "error") if f.row is None]
    assert "workers_over_format" in found and "workers_count_differs" not in found and len(few["DSW_DD"]) == 5


@pytest.mark.parametrize(("column", "header", "code"), [("DSW_ID", {"DSK_ID": "0183630046"}, "workplace_differs"), ("DSW_LISTNO", {"DSK_LISTNO": "2"}, "list_number_differs"), ("DSW_MM", {"DSK_MM": 7}, "month_differs"), ("DSW_YY", {"DSK_YY": 4}, "year_differs")])  # fmt: skip
def test_two_files_that_differ_are_one_error_for_the_file(column, header, code):
    found = [f for f in findings(with_header(uploaded(), **header), "error") if f.code.startswith(code)]
    assert [(f.code, f.row, f.column) for f in found] == [(code, None, column)]


@pytest.mark.parametrize(("column", "value", "code"), [("DSW_ID", "0183630046", "workplace_differs_row"), ("DSW_LISTNO", "2", "list_number_differs_row"), ("DSW_MM", 7, "month_differs_row"), ("DSW_YY", 4, "year_differs_row")])  # fmt: skip
def test_one_row_of_another_list_is_an_error_on_that_row(column, value, code):
    pair = uploaded()
    values = pair.workers[column].astype(object)
    values[2] = value
    pair.workers[column] = np.array(values.tolist())
    assert codes(pair, "error") == [(code, 3)]


def test_list_numbers_written_with_other_zeros_are_the_same_number():
    assert codes(with_header(uploaded(), DSK_LISTNO="000000000001"), "error") == []


def test_a_list_kind_of_zero_is_right_and_of_one_a_warning():
    assert codes(with_header(uploaded(), DSK_KIND=0)) == []
    assert codes(with_header(uploaded(), DSK_KIND=1)) == [("list_kind", None)]


@pytest.mark.parametrize(("rate", "warned"), [(27, False), (30, False), (0, False), (30_000, True), (99, True)])
def test_a_rate_nobody_writes_is_a_warning(rate, warned):
    assert codes(with_header(uploaded(), DSK_RATE=rate)) == ([("rate_odd", None)] if warned else [])


@pytest.mark.parametrize(
    ("column", "percent", "code"), [("DSK_TKOSO", 20, "employer_premium_over"), ("DSK_BIC", 3, "unemployment_over")]
)
def test_the_employer_side_may_reach_the_rate_and_not_pass_it(column, percent, code):
    pair = uploaded()
    full = pair.header["DSK_TMASH"] * percent // 100
    assert codes(with_header(pair, **{column: full})) == []
    assert codes(with_header(pair, **{column: full // 2})) == []
    assert codes(with_header(pair, **{column: full + 100})) == [(code, None)]


@pytest.mark.parametrize(("row", "warned"), [("037", False), ("000", False), ("", False), ("A1", True)])
def test_a_contract_row_is_three_digits(row, warned):
    assert codes(uploaded({"MON_PYM": row})) == ([("contract_row_shape", None)] if warned else [])


def test_a_month_before_the_law_of_premiums_is_checked_as_far_as_it_can_be():
    pair = uploaded()
    found = check(pair, laws.at(days.date_from_jalali(1350, 1, 1)), today=TODAY)
    assert [(f.code, f.level) for f in found] == [("law_unknown", "note")]


def test_errors_come_before_warnings_and_then_by_row():
    pair = uploaded(
        columns=workers(DSW_DD=at_row("DSW_DD", 4, 31), DSW_SEX=at_row("DSW_SEX", 1, "؟"), PER_NATCOD=at_row("PER_NATCOD", 5, "1"))
    )
    found = findings(with_header(pair, DSK_KIND=1))
    assert [f.level for f in found] == sorted((f.level for f in found), key=["error", "warning", "note"].index)
    errors = [f.row or 0 for f in found if f.level == "error"]
    assert errors == sorted(errors)


def test_a_thousand_of_a_kind_are_kept_and_the_rest_counted():
    pair = uploaded()
    pair.workers = {name: np.resize(values, 1_500) for name, values in pair.workers.items()}
    pair.workers["DSW_ID1"] = np.arange(20_000_000, 20_001_500).astype("U8")
    pair.workers["DSW_SEX"] = np.full(1_500, "?")
    pair.unread = np.zeros(1_500, bool)
    found = findings(pair)
    assert len([f for f in found if f.code == "sex_unknown"]) == 1_000
    [more] = [f for f in found if f.code == "more_of_this" and f.facts["of"] == "sex_unknown"]
    assert (more.facts["count"], more.facts["hidden"]) == (1_500, 500)
    assert counts(found)["warning"] >= 1_500


def test_the_header_of_the_right_list_is_in_its_month():
    assert uploaded().month == MONTH == HEADER["month"]
