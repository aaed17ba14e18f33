"""Whatever bytes come, the door answers with findings or a refusal: it does not crash, hang or grow."""

import random
import time
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opentamin.lists import Refused, read_upload, words
from opentamin.lists.tests.mutation import originals, outcome, spoiled

ROUNDS = 1_500
SECONDS_MAX = 2.0  # for one small upload, on a busy machine


def test_spoiled_files_are_read_or_refused_and_never_crash_the_door():
    chance, uploads = random.Random(1405), originals()
    seen = {"refused": 0, "read": 0}
    slowest = 0.0
    for _ in range(ROUNDS):
        upload = spoiled(chance.choice(uploads), chance)
        start = time.perf_counter()
        seen[outcome(upload)] += 1
        slowest = max(slowest, time.perf_counter() - start)
    # Both answers must really occur, or the mutator spoils too much or too little to prove anything.
    assert seen["refused"] > ROUNDS // 20 and seen["read"] > ROUNDS // 20, seen
    assert slowest < SECONDS_MAX


def test_memory_does_not_grow_with_the_number_of_spoiled_files():
    chance, uploads = random.Random(7), originals()
    for _ in range(50):
        outcome(spoiled(chance.choice(uploads), chance))
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        for _ in range(150):
            outcome(spoiled(chance.choice(uploads), chance))
        held, peak = (size - before for size in tracemalloc.get_traced_memory())
    finally:
        tracemalloc.stop()
    assert held < 2_000_000 and peak < 50_000_000


@given(st.binary(max_size=2_000), st.sampled_from(["DSKKAR00.DBF", "DSKWOR00.DBF", "DSKKAR00.TXT", "DSKWOR00.TXT", "a.zip", "x"]))
@settings(max_examples=150)
def test_any_bytes_under_any_name_are_refused_in_words(body, name):
    with pytest.raises(Refused) as refused:
        read_upload([(name, body)])
    for language in words.LANGUAGES:
        assert words.sentence(refused.value.finding, language).mend


@given(st.text(alphabet="0123456789,٫۱۲آبپ\"'<>\r\n \0", max_size=800))
@settings(max_examples=150)
def test_any_text_is_read_or_refused(text):
    assert outcome([("DSKKAR00.TXT", text.encode()), ("DSKWOR00.TXT", text.encode())]) in ("read", "refused")


def test_a_refusal_of_a_spoiled_file_can_always_be_said():
    chance, uploads = random.Random(99), originals()
    said = set()
    for _ in range(400):
        try:
            read_upload(spoiled(chance.choice(uploads), chance))
        except Refused as refused:
            said.add(refused.finding.code)
            assert all(words.sentence(refused.finding, language).summary for language in words.LANGUAGES)
    assert len(said) > 4
