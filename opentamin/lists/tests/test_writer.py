import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from opentamin.lists import read_upload, split_for_format, write_pair
from opentamin.lists.fields import KINDS, TOTALS, WORKERS
from opentamin.lists.tests.right_list import HEADER, LAW, TODAY, check, uploaded, workers

WAYS = [
    (layout, encoding, form)
    for layout in ("v6", "v27", "wide")
    for encoding in ("iransystem", "cp1256", "unicode")
    for form in ("dbf", "txt")
]
# Letters that all three encodings hold; what Iran System folds is tested with its codec.
words = st.lists(st.text(alphabet="ابپتجچحدرزژسشصعغفقکگلمنوهی", min_size=1, max_size=5), min_size=1, max_size=3).map(" ".join)
digits = st.text(alphabet="0123456789", max_size=6)
money = st.integers(0, 10**12 - 1)


@st.composite
def rows(draw):
    """Columns of any values the format can hold."""
    count = draw(st.integers(1, 4))
    made: dict[str, np.ndarray] = {}
    values: st.SearchStrategy
    for field in WORKERS["v6"]:
        if field.name in ("DSW_ID", "DSW_YY", "DSW_MM", "DSW_LISTNO"):
            continue
        if field.name == "DSW_SEX":
            values = st.sampled_from(["مرد", "زن"])
        elif field.name == "DSW_NAT":
            values = st.just("ایران")
        elif field.kind == "number":
            values = st.integers(0, 10 ** min(field.width, 9) - 1)
        elif field.kind == "text":
            values = words
        else:
            values = digits
        made[field.name] = np.array(draw(st.lists(values, min_size=count, max_size=count)))
    return made


@pytest.mark.parametrize(("layout", "encoding", "form"), WAYS)
@given(columns=rows())
@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_what_is_written_is_read_back(layout, encoding, form, columns):
    [pair] = read_upload(list(write_pair(HEADER, columns, layout=layout, encoding=encoding, form=form).items()))
    assert (pair.layout, pair.form) == (layout, form)
    assert {f.code for f in pair.findings} <= ({"text_cut"} if (encoding, form) == ("unicode", "dbf") else set())
    for field in WORKERS[layout]:
        if field.name in columns:
            expected = columns[field.name].tolist()
            if (encoding, form) == ("unicode", "dbf") and field.kind == "text" and field.name != "DSW_SEX":
                expected = [text.encode()[: field.width].decode("utf-8", "ignore").strip() for text in expected]
            assert pair.workers[field.name].tolist() == expected, field.name
    for name in ("DSK_ID", "DSK_NAME", "DSK_FARM", "DSK_LISTNO"):
        assert pair.header[name] == HEADER[name]


@pytest.mark.parametrize(("layout", "encoding", "form"), WAYS)
def test_every_way_of_writing_a_right_list_is_right(layout, encoding, form):
    pair = uploaded(layout=layout, encoding=encoding, form=form)
    assert check(pair, LAW, today=TODAY) == []
    assert pair.header["DSK_NUM"] == 5
    for total, column in TOTALS.items():
        assert pair.header[total] == pair.workers[column].sum()


@pytest.mark.parametrize(("encoding", "read_as"), [("iransystem", "iransystem"), ("cp1256", "cp1256"), ("unicode", "utf-8")])
def test_the_encoding_is_told_from_the_content(encoding, read_as):
    assert uploaded(encoding=encoding).encoding == read_as


def test_the_same_list_is_written_as_the_same_bytes():
    assert write_pair(HEADER, workers()) == write_pair(HEADER, workers())


def test_files_are_named_by_the_list_number():
    assert list(write_pair({**HEADER, "DSK_LISTNO": "0007"}, workers())) == ["DSKKAR07.DBF", "DSKWOR07.DBF"]


def test_names_cut_by_a_unicode_column_are_a_warning_and_short_ones_are_not():
    names = ["ا" * 31, *workers()["DSW_FNAME"].tolist()[1:]]
    cut = uploaded(columns=workers(DSW_FNAME=names), encoding="unicode")
    assert [(f.code, f.level, f.column, f.facts["count"]) for f in cut.findings] == [("text_cut", "warning", "DSW_FNAME", 1)]
    assert uploaded(encoding="unicode").findings == []


def test_a_name_as_long_as_its_column_is_written_and_one_longer_is_refused():
    names = ["ا" * 60, *workers()["DSW_FNAME"].tolist()[1:]]
    assert uploaded(columns=workers(DSW_FNAME=names)).workers["DSW_FNAME"][0] == "ا" * 60
    with pytest.raises(ValueError, match="DSW_FNAME"):
        write_pair(HEADER, workers(DSW_FNAME=["ا" * 61, *names[1:]]))


def few(count: int, **columns) -> dict[str, np.ndarray]:
    return {"DSW_DD": np.full(count, 30), "DSW_MASH": np.full(count, 1), **columns}


@pytest.mark.parametrize(("count", "parts"), [(99_999, 31), (10, 1), (33_333, 1)])
def test_days_split_a_list_at_six_digits(count, parts):
    # 33,333 workers × 30 days = 999,990: one list holds them.
    expected = -(-count * 30 // 999_990) if count > 33_333 else 1
    assert len(split_for_format(few(count))) == expected <= parts


def test_a_list_splits_at_99_999_workers():
    idle = {"DSW_DD": np.zeros(100_000, int)}
    assert [len(part["DSW_DD"]) for part in split_for_format(idle)] == [99_999, 1]
    assert len(split_for_format({"DSW_DD": np.zeros(99_999, int)})) == 1


def test_a_list_splits_where_a_total_would_need_thirteen_digits():
    half = 10**12 // 2
    assert len(split_for_format({"DSW_DD": np.array([1, 1]), "DSW_MASH": np.array([half, half - 1])})) == 1
    assert len(split_for_format({"DSW_DD": np.array([1, 1]), "DSW_MASH": np.array([half, half])})) == 2


def test_the_parts_of_a_split_list_are_all_its_rows_in_order():
    columns = few(70_000, DSW_ID1=np.arange(70_000))
    parts = split_for_format(columns)
    assert np.concatenate([part["DSW_ID1"] for part in parts]).tolist() == list(range(70_000))


def test_one_amount_that_no_list_can_hold_is_refused():
    with pytest.raises(ValueError, match="row 1"):
        split_for_format({"DSW_DD": np.array([1]), "DSW_MASH": np.array([10**12])})


def test_a_list_too_big_for_its_header_is_not_written():
    with pytest.raises(ValueError, match="split"):
        write_pair(HEADER, few(2, DSW_MASH=np.array([10**12 // 2, 10**12 // 2])))


def test_every_column_of_every_layout_has_a_kind():
    assert all(kind in ("text", "code", "date", "number") for kind in KINDS.values())
