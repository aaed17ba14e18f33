import io
import struct
import zipfile

import pytest

from opentamin.lists import Refused, archive, read_upload, write_pair, zip_pair
from opentamin.lists.tests.right_list import HEADER, workers


def zipped(files: dict[str, bytes], method=zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as made:
        for name, body in files.items():
            made.writestr(name, body)
    return buffer.getvalue()


def pair_files() -> dict[str, bytes]:
    return write_pair(HEADER, workers())


def refused(body: bytes, name="a.zip") -> str:
    with pytest.raises(Refused) as caught:
        read_upload([(name, body)])
    return caught.value.finding.code


def test_a_zip_with_both_files_is_a_list():
    [pair] = read_upload([("a.zip", zip_pair(pair_files()))])
    assert pair.workers_count == 5


def test_the_same_files_make_the_same_zip():
    assert zip_pair(pair_files()) == zip_pair(pair_files())


def test_files_in_a_folder_are_read_and_litter_is_not():
    inside = {f"list/aban/{name}": body for name, body in pair_files().items()}
    inside |= {"__MACOSX/list/._DSKKAR01.DBF": b"x", "list/Thumbs.db": b"x", ".DS_Store": b"x"}
    [pair] = read_upload([("a.zip", zipped(inside))])
    assert pair.findings == []


def test_several_lists_in_one_zip_are_several_lists():
    other = write_pair({**HEADER, "DSK_LISTNO": "0002"}, workers())
    third = write_pair({**HEADER, "DSK_ID": "0183630046"}, workers())
    inside = pair_files() | other | {f"b/{name}": body for name, body in third.items()}
    pairs = read_upload([("a.zip", zipped(inside))])
    assert [(p.workplace_code, p.list_number) for p in pairs] == [("0183630045", 1), ("0183630045", 2), ("0183630046", 1)]


@pytest.mark.parametrize(
    "path", ["../DSKKAR00.DBF", "a/../../DSKKAR00.DBF", "/etc/DSKKAR00.DBF", "C:/DSKKAR00.DBF", "..\\DSKKAR00.DBF"]
)
def test_a_path_that_climbs_out_is_refused(path):
    assert refused(zipped({path: b"x"})) == "zip_path"


def test_a_name_with_two_dots_inside_is_no_climbing_path():
    inside = {f"list..aban/{name}": body for name, body in pair_files().items()}
    assert len(read_upload([("a.zip", zipped(inside))])) == 1


def test_a_bomb_is_refused_before_it_is_unpacked():
    assert refused(zipped({"DSKWOR00.DBF": b"\0" * 20_000_000})) == "zip_ratio"


def test_ninety_four_megabytes_of_workers_are_taken_and_300_are_not(monkeypatch):
    sizes = {"DSKWOR00.DBF": 94 * 2**20}
    entries = [entry(name, size) for name, size in sizes.items()]
    archive._refuse_by_directory("a.zip", entries)
    with pytest.raises(Refused) as caught:
        archive._refuse_by_directory("a.zip", [entry("DSKWOR00.DBF", 150 * 2**20), entry("DSKWOR01.DBF", 150 * 2**20)])
    assert caught.value.finding.code == "zip_too_big"


def entry(name: str, size: int) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name)
    made.file_size, made.compress_size, made.compress_type = size, size // 20, zipfile.ZIP_DEFLATED
    return made


def test_a_directory_that_understates_a_size_is_found_out_while_unpacking():
    body = bytearray(zipped({"DSKWOR00.DBF": b"a" * 5000}))
    place = body.rfind(b"PK\x01\x02") + 24
    struct.pack_into("<I", body, place, 10)
    assert refused(bytes(body)) in ("zip_ratio", "zip_broken")


def test_a_password_is_refused():
    body = bytearray(zipped({"DSKKAR00.DBF": b"x"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        body[body.find(mark) + offset] |= 1
    assert refused(bytes(body)) == "zip_encrypted"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_unusual_packing_is_refused(method):
    assert refused(zipped({"DSKKAR00.DBF": b"x"}, method)) == "zip_method"


def test_an_archive_in_an_archive_is_refused():
    assert refused(zipped({"a.zip": zipped({"x": b"x"})})) == "zip_nested"


def test_a_broken_archive_is_refused():
    body = zipped(pair_files())
    assert refused(body[: len(body) // 2]) == "zip_broken"


def test_a_file_without_a_name_is_refused():
    body = bytearray(zipped({"x": b"x"}))
    struct.pack_into("<HH", body, body.rfind(b"PK\x01\x02") + 28, 0, 1)  # its one letter is said to be something else
    assert refused(bytes(body)) == "zip_broken"


def test_an_empty_archive_is_refused():
    assert refused(zipped({})) == "zip_empty"


@pytest.mark.parametrize(("count", "code"), [(200, "no_list_files"), (201, "zip_too_many")])
def test_two_hundred_files_are_looked_at_and_one_more_is_not(count, code):
    assert refused(zipped({f"{n}.txt": b"x" for n in range(count)})) == code


@pytest.mark.parametrize("magic", [b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08"])
def test_other_archives_are_refused_by_name(magic):
    assert refused(magic + b"\0" * 100, "a.rar") == "archive_not_zip"
