import numpy as np
import pytest

from opentamin.lists import charset, read_upload, write_pair
from opentamin.lists.iransystem import encode
from opentamin.lists.tests.right_list import HEADER, at_row, codes, findings, uploaded, workers


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


FOREIGN = ("cp720", "iso8859_6", "mac_arabic")
_NEAREST = str.maketrans({"ی": "ي", "ک": "ك", "گ": "ك", "پ": "ب", "چ": "ج", "ژ": "ز"})


def in_code_page(text: str, page: str, width: int = 0) -> bytes:
    """A text as a program of that code page writes it. Blanks, digits and commas stay ASCII, as on a Mac too."""
    return b"".join(c.encode("ascii" if c.isascii() else page, "replace") for c in text.translate(_NEAREST)).ljust(width)


def foreign_dbf(page: str, columns=None):
    """The right list in Windows-1256, its bytes moved to another code page of one byte a letter."""

    def spoil(name, body):
        start = int.from_bytes(body[8:10], "little")
        return body[:start] + in_code_page(body[start:-1].decode("cp1256"), page) + body[-1:]

    return uploaded(columns=columns, encoding="cp1256", spoil=spoil)


def foreign_txt(page: str):
    files = write_pair(HEADER, workers(), encoding="unicode", form="txt")
    [pair] = read_upload([(name, in_code_page(body.decode("utf-8-sig"), page)) for name, body in files.items()])
    return pair


@pytest.mark.parametrize("page", FOREIGN)
@pytest.mark.parametrize("written", [foreign_dbf, foreign_txt])
def test_a_code_page_we_do_not_read_is_one_error_and_no_warning_of_every_row(page, written):
    found = findings(written(page))
    [told] = [f for f in found if f.code == "code_page_unknown"]
    assert (told.level, told.row, told.column, told.facts) == ("error", None, "DSW_SEX", {"misread": told.seen, "count": 5, "first": 1})
    assert told.seen and not told.seen.isascii()
    assert "sex_unknown" not in {f.code for f in found}


@pytest.mark.parametrize("encoding", ["iransystem", "cp1256", "unicode"])
@pytest.mark.parametrize("form", ["dbf", "txt"])
@pytest.mark.parametrize("sex", [None, "", "M", "مذ", "آقا"])
def test_a_code_page_that_is_read_is_never_called_unknown(encoding, form, sex):
    columns = workers() if sex is None else workers(DSW_SEX=[sex] * 5)
    assert ("code_page_unknown", None) not in codes(uploaded(columns=columns, encoding=encoding, form=form))


@pytest.mark.parametrize("page", FOREIGN)
def test_a_sex_column_that_is_blank_or_ascii_says_nothing_of_a_code_page(page):
    for sex in ("", "M"):
        assert ("code_page_unknown", None) not in codes(foreign_dbf(page, workers(DSW_SEX=[sex] * 5)))


def one_row(**changes):
    return uploaded(columns={name: values[:1] for name, values in workers(**changes).items()})


def test_the_only_row_with_a_mistyped_sex_is_warned_of_if_another_word_shows_the_code_page():
    assert codes(one_row(DSW_SEX=at_row("DSW_SEX", 1, "مذ"))) == [("sex_unknown", 1)]


def test_the_only_row_of_which_no_word_is_known_is_an_error():
    blank = [""] * 5
    pair = one_row(DSW_SEX=at_row("DSW_SEX", 1, "مذ"), DSW_NAT=blank, DSW_IDPLC=blank, DSW_OCP=blank)
    assert ("code_page_unknown", None) in codes(pair, "error")


def test_destroyed_text_keeps_its_own_finding():
    found = {code for code, _ in codes(uploaded(columns=workers(DSW_SEX=["???"] * 5)), "error")}
    assert found == {"text_destroyed"}
