"""Our Iran System codec and DBF reader against independent programs (bench environment: requirements/bench.txt).

    python bench/lists_oracle.py [count]

Compares encode and decode with the `iransystem` package on random texts, and a whole written file with what `dbfread`
sees in it. One wanted difference is counted apart: the package puts a ZWNJ before every آ and after every ط and ظ, which
have one shape each («مآب» comes back broken); we look only at the letter before, so a word read is the word written.
"""

import random
import re
import sys
import tempfile
from pathlib import Path

import dbfread
import iransystem as _registered  # noqa: F401  (registers the codec)
import numpy as np

from opentamin.lists import iransystem, write_pair

LETTERS = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآئء"


def random_text(chance: random.Random) -> str:
    """Names and addresses as people write them: words, ZWNJ inside words, numbers, a Latin word now and then."""
    words = []
    for _ in range(chance.randint(1, 5)):
        word = "".join(chance.choices(LETTERS, k=chance.randint(1, 7)))
        if chance.random() < 0.15 and len(word) > 3:
            word = word[:2] + "\u200c" + word[2:]
        if chance.random() < 0.2:
            word = chance.choice(["12", "۱۴۰۳/۰۷", "ABC", "B-12", "3.5"])
        words.append(word)
    return " ".join(words)


def without_one_shape_breaks(text: str) -> str:
    """The text without ZWNJ beside letters whose one shape cannot show a break."""
    return re.sub("\u200c(?=آ)|(?<=[طظئ])\u200c", "", text)


def compare(count: int) -> dict[str, int]:
    """How often both agree, by kind of text."""
    chance = random.Random(28)
    tally = {
        "encode equal": 0,
        "encode differs": 0,
        "decode equal": 0,
        "decode differs in a ZWNJ at آ ط ظ ئ": 0,
        "decode differs": 0,
    }
    examples = []
    for _ in range(count):
        text = random_text(chance)
        ours, theirs = iransystem.encode(text), text.encode("iransystem")
        tally["encode equal" if ours == theirs else "encode differs"] += 1
        read, read_by_them = iransystem.decode(theirs), theirs.decode("iransystem")
        same = without_one_shape_breaks(read) == without_one_shape_breaks(read_by_them)
        kind = "decode equal" if read == read_by_them else "decode differs in a ZWNJ at آ ط ظ ئ" if same else "decode differs"
        tally[kind] += 1
        if ours != theirs or not same:
            examples.append((text, ours.hex(" "), theirs.hex(" ")))
    for text, ours, theirs in examples[:8]:
        sys.stdout.write(f"  {text!r}\n    ours   {ours}\n    theirs {theirs}\n")
    return tally


def compare_file(count: int) -> int:
    """Rows of a written file whose values dbfread reads otherwise."""
    chance = random.Random(5)
    names = np.array([random_text(chance)[:40].strip() for _ in range(count)])
    pay = np.arange(count) * 1_000 + 7
    files = write_pair(
        {"DSK_ID": "0183630045", "month": 140508},
        {"DSW_LNAME": names, "DSW_DD": np.full(count, 30), "DSW_MASH": pay, "DSW_ID1": (20_000_000 + np.arange(count)).astype(str)},
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "DSKWOR00.DBF"
        path.write_bytes(list(files.values())[1])
        # dbfread leaves padding on the wrong side of reversed text, so its bytes are taken raw and decoded apart.
        rows = list(dbfread.DBF(path, raw=True))
    wrong = 0
    for row, name, amount in zip(rows, names.tolist(), pay.tolist(), strict=True):
        seen = row["DSW_LNAME"].rstrip(b" ").decode("iransystem")
        same_name = without_one_shape_breaks(seen) == without_one_shape_breaks(iransystem.decode(iransystem.encode(name)))
        wrong += int(row["DSW_MASH"]) != amount or not same_name
    return wrong


if __name__ == "__main__":
    total = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    for name, hits in compare(total).items():
        sys.stdout.write(f"{name}: {hits:,}\n")
    sys.stdout.write(f"rows dbfread reads otherwise: {compare_file(total):,} of {total:,}\n")
