import numpy as np
import pytest

from opentamin.lists import charset
from opentamin.lists.iransystem import encode
from opentamin.lists.tests.right_list import HEADER, codes, uploaded, workers


def cells(*rows: bytes, width: int = 30) -> np.ndarray:
    return np.frombuffer(b"".join(r.ljust(width) for r in rows), np.uint8).reshape(len(rows), width)


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [("A2A4F5", "iransystem"), ("F6A520", "iransystem"), ("E3D1CF", "cp1256"), ("D2E420", "cp1256"), ("D985D8", "utf-8"),
     ("3F3F3F", "destroyed"), ("202020", None)],
)  # fmt: skip
def test_the_sex_column_gives_the_code_page_away(raw, encoding):
    assert charset.told_by_sex(cells(bytes.fromhex(raw), width=3)) == encoding


@pytest.mark.parametrize("text", ["شرکت بافندگی سپیدار", "تهران خیابان آزادی", "گچ‌کاری ژاله", "کارگاه قند", "پخش", "نان"])
def test_without_a_sex_column_the_letters_decide(text):
    assert charset.told_by_bytes(encode(text)) == "iransystem"
    assert charset.told_by_bytes(charset.cp1256_bytes(text)) == "cp1256"
    assert charset.told_by_bytes(text.encode()) == "utf-8"


def test_plain_ascii_tells_nothing():
    assert charset.told_by_bytes(b"ABC 123") is None


def test_cp1256_ye_and_kaf_become_persian():
    assert charset.decode_text(cells("علي كاوه".encode("cp1256")), "cp1256").tolist() == ["علی کاوه"]


def test_cp1256_keeps_a_zwnj():
    assert charset.decode_text(cells("مي\u200cشود".encode("cp1256")), "cp1256").tolist() == ["می\u200cشود"]


def test_a_unicode_letter_cut_in_half_by_the_column_is_dropped():
    assert charset.decode_text(cells("مرد".encode()[:3], width=3), "utf-8").tolist() == ["م"]


def test_the_sex_of_a_unicode_file_is_told_by_the_letter_that_fits():
    assert uploaded(encoding="unicode").workers["DSW_SEX"].tolist() == workers()["DSW_SEX"].tolist()


def test_the_header_byte_for_the_code_page_is_not_believed():
    def spoil(name, body):
        return body[:29] + b"\x00" + body[30:]

    assert uploaded(spoil=spoil).workers["DSW_FNAME"].tolist() == workers()["DSW_FNAME"].tolist()


def test_codes_in_persian_digits_are_kept_in_ascii():
    pair = uploaded(columns=workers(PER_NATCOD=["۱۰۰۰۰۰۰۰۰۱", "1000000011", "", "", ""]))
    assert pair.workers["PER_NATCOD"].tolist()[:2] == ["1000000001", "1000000011"]


def test_text_already_destroyed_is_one_clear_error():
    def spoil(name, body):
        return body.replace(encode("زن") + b" ", b"???").replace(encode("مرد"), b"???")

    found = [f for f in uploaded(HEADER, spoil=spoil).findings if f.code == "text_destroyed"]
    assert [(f.level, f.facts["count"], f.facts["first"]) for f in found] == [("error", 5, 1)]


def test_text_that_is_whole_is_not_called_destroyed():
    assert "text_destroyed" not in [code for code, _ in codes(uploaded())]
