import pytest

from opentamin.lists import Refused, read_upload, write_pair
from opentamin.lists.tests.right_list import HEADER, codes, uploaded, workers


def files(**header) -> dict[str, bytes]:
    return write_pair({**HEADER, **header}, workers())


def refused(upload) -> str:
    with pytest.raises(Refused) as caught:
        read_upload(upload)
    return caught.value.finding.code


def test_a_right_list_has_no_findings():
    assert codes(uploaded()) == []


@pytest.mark.parametrize(
    "names", [("dskkar00.dbf", "DSKWOR00.dbf"), ("DskKar07.Dbf", "dskwor07.DBF"), ("C:\\a\\DSKKAR00.DBF", "b/DSKWOR00.DBF")]
)
def test_names_are_known_in_any_case_with_any_number_and_folder(names):
    [pair] = read_upload(list(zip(names, files().values(), strict=True)))
    assert pair.month == 140508


def test_the_order_of_the_files_does_not_matter():
    assert len(read_upload(list(reversed(files().items())))) == 1


def test_files_under_any_name_are_known_by_their_columns():
    kar, wor = files().values()
    [pair] = read_upload([("aban-workshop.dbf", kar), ("aban-people.dbf", wor)])
    assert codes(pair) == []


def test_swapped_names_are_read_by_content_and_it_is_said():
    kar, wor = files().values()
    [pair] = read_upload([("DSKKAR00.DBF", wor), ("DSKWOR00.DBF", kar)])
    assert [f.code for f in pair.findings] == ["name_says_other_kind"] * 2 and pair.workers_count == 5


def test_other_files_are_left_aside_and_it_is_said():
    [pair] = read_upload([*files().items(), ("read me.pdf", b"%PDF")])
    assert [(f.code, f.level) for f in pair.findings] == [("file_ignored", "note")]


@pytest.mark.parametrize(("kept", "code"), [(0, "workers_file_missing"), (1, "workshop_file_missing")])
def test_a_file_without_its_partner_is_refused(kept, code):
    assert refused([list(files().items())[kept]]) == code


def test_one_whole_list_does_not_hide_a_half_one():
    half = list(files(DSK_LISTNO="0002").items())[:1]
    assert refused([*files().items(), *half]) == "workers_file_missing"


def test_files_of_two_lists_with_the_same_names_are_paired_by_content():
    first, second = files(), files(DSK_ID="0183630046")
    mixed = [*list(first.items())[:1], *list(second.items())[::-1], *list(first.items())[1:]]
    pairs = read_upload(mixed)
    assert [p.workplace_code for p in pairs] == ["0183630045", "0183630046"]
    assert all(codes(pair) == [] for pair in pairs)


def test_several_list_numbers_of_one_workplace_and_month_are_several_lists():
    pairs = read_upload([*files().items(), *files(DSK_LISTNO="0002").items()])
    assert [(p.workplace_code, p.month, p.list_number) for p in pairs] == [("0183630045", 140508, 1), ("0183630045", 140508, 2)]


def test_two_files_that_disagree_are_still_a_pair_when_they_are_the_only_two():
    kar, _ = files().items()
    _, wor = files(DSK_ID="0183630046").items()
    [pair] = read_upload([kar, wor])
    assert ("workplace_differs", None) in codes(pair, "error")


def test_nothing_and_empty_files_are_refused():
    assert refused([]) == "upload_empty"
    assert refused([("DSKKAR00.DBF", b"")]) == "file_empty"
    assert refused([("holiday.jpg", b"\xff\xd8\xff")]) == "no_list_files"


def test_a_workshop_file_without_a_record_is_refused():
    kar, wor = files().items()
    assert refused([(kar[0], kar[1][:833] + b"\x1a"), wor]) == "workshop_record_missing"


def test_the_contract_row_is_three_digits_or_none():
    assert uploaded({"MON_PYM": "037"}).contract_row == "037"
    assert uploaded({"MON_PYM": "000"}).contract_row == uploaded({"MON_PYM": ""}).contract_row == ""
