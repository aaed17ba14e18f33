import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from opentamin.lists import iransystem
from opentamin.lists.iransystem import decode, decode_column, encode, encode_column, fold

LETTERS = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآئء"
ZWNJ = "\u200c"
FIXED = LETTERS + " ،؟" + "0123456789" + "۰۱۲۳" + "AZbz" + ".,/-()%"
persian_words = st.text(alphabet=LETTERS + " ", max_size=14).map(lambda t: t.strip())
anything_kept = st.text(alphabet=FIXED, max_size=20).map(lambda t: t.strip())


def matrix(rows: list[bytes], width: int | None = None) -> np.ndarray:
    width = width or max(map(len, rows))
    return np.frombuffer(b"".join(row.ljust(width) for row in rows), np.uint8).reshape(len(rows), width)


@pytest.mark.parametrize(
    ("text", "raw"),
    [("مرد", "A2 A4 F5"), ("زن", "F6 A5"), ("ایرانی", "FC F7 90 A4 FE 90"), ("لا", "F2"), ("علی", "FC F3 E4")],
)
def test_words_are_written_with_the_bytes_the_list_program_writes(text, raw):
    assert encode(text) == bytes.fromhex(raw)
    assert decode(bytes.fromhex(raw)) == text


def test_both_alef_shapes_read_as_the_same_word():
    assert decode(bytes.fromhex("FC F7 90 A4 FE 90")) == decode(bytes.fromhex("FC F7 91 A4 FE 90")) == "ایرانی"


def test_padding_does_not_move_to_the_front_of_a_reversed_word():
    assert decode(b"\xf6\xa5 ") == "زن"
    assert decode(b"\xf6\xa5\x00\x00") == "زن"
    assert decode_column(matrix([b"\xf6\xa5 ", b"\xf6\xa5\x00"])).tolist() == ["زن", "زن"]


@pytest.mark.parametrize(
    ("written", "kept"),
    [("تأمین", "تامین"), ("إسلام", "اسلام"), ("مؤمن", "مومن"), ("فاطمة", "فاطمه"), ("خانۀ", "خانه"), ("علي اكبر", "علی اکبر")],
)
def test_letters_without_a_place_are_folded_and_not_lost(written, kept):
    assert decode(encode(written)) == kept


def test_numbers_and_latin_words_keep_their_order_inside_persian():
    assert encode("پلاک ۱۲") == b"\x81\x82 " + encode("پلاک")
    assert decode(encode("تهران، ABC Trading واحد 12/5 و ۱۴۰۳/۰۷/۰۱")) == "تهران، ABC Trading واحد 12/5 و ۱۴۰۳/۰۷/۰۱"


def test_brackets_turn_with_the_line():
    assert encode("(علی)") == b"(" + encode("علی") + b")"
    assert decode(encode("شرکت (سهامی خاص)")) == "شرکت (سهامی خاص)"


@pytest.mark.parametrize("text", ["می\u200cشود", "خانه\u200cها", "تامین\u200cاجتماعی"])
def test_a_zwnj_is_kept_where_the_letters_show_the_break(text):
    assert decode(encode(text)) == text


def test_a_zwnj_after_a_letter_that_never_joins_leaves_no_trace():
    assert decode(encode("کار\u200cگاه")) == "کارگاه"


def test_a_character_without_a_place_is_named_and_not_replaced():
    with pytest.raises(UnicodeEncodeError):
        encode("مرد☺")


@given(anything_kept)
def test_what_is_written_is_read_back(text):
    assert decode(encode(text)) == fold(text)


@given(st.lists(anything_kept, min_size=1, max_size=20))
def test_a_column_is_written_and_read_as_each_of_its_texts(texts):
    flat, lengths = encode_column(np.array(texts, dtype=str))
    assert flat.tobytes() == b"".join(map(encode, texts))
    assert lengths.tolist() == [len(encode(text)) for text in texts]
    assert decode_column(matrix([encode(text) for text in texts], 40)).tolist() == [fold(text) for text in texts]


@given(st.lists(st.binary(min_size=13, max_size=13), min_size=1, max_size=30))
def test_a_column_of_any_bytes_reads_as_each_of_its_rows(rows):
    expected = [decode(row) for row in rows]
    # numpy keeps no trailing NUL and our texts hold none
    assert decode_column(matrix(rows)).tolist() == expected


def test_ten_thousand_random_rows_read_the_same_both_ways():
    chance = random.Random(5)
    likely = [*range(0x20, 0x7F), *range(0x80, 0xB0), *range(0xE0, 0x100)]
    rows = [bytes(chance.choices(likely, k=chance.randrange(1, 20))) for _ in range(10_000)]
    assert decode_column(matrix(rows, 20)).tolist() == [decode(row) for row in rows]


def test_every_byte_has_a_text():
    assert all(iransystem._TEXT_OF[code] for code in range(256))
