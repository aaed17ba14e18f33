"""Iran System: the code page in which the list files are really written, whatever their header says.

One byte a glyph, stored as it looks from left to right (visual order), so a Persian word is reversed and its letters
carry their joined shapes; Latin words and numbers keep their order. Facts: the byte table of the field's software,
compared with real bytes. Two implementations that must agree: `encode`/`decode` for one text,
`encode_column`/`decode_column` for a whole column at once.
"""

import re
from functools import cache

import numpy as np

from opentamin.lists import bytegrid

ZWNJ = "\u200c"
_BOX = bytes(range(0xB0, 0xE0)).decode("cp437")

# letter: codes when the next letter is not joined, and when it is (isolated/final, initial/medial)
_TWO_SHAPES = {
    "ب": (0x92, 0x93), "پ": (0x94, 0x95), "ت": (0x96, 0x97), "ث": (0x98, 0x99), "ج": (0x9A, 0x9B), "چ": (0x9C, 0x9D),
    "ح": (0x9E, 0x9F), "خ": (0xA0, 0xA1), "س": (0xA7, 0xA8), "ش": (0xA9, 0xAA), "ص": (0xAB, 0xAC), "ض": (0xAD, 0xAE),
    "ف": (0xE9, 0xEA), "ق": (0xEB, 0xEC), "ک": (0xED, 0xEE), "گ": (0xEF, 0xF0), "ل": (0xF1, 0xF3), "م": (0xF4, 0xF5),
    "ن": (0xF6, 0xF7),
}  # fmt: skip
# letter: isolated, final, medial, initial
_FOUR_SHAPES = {
    "ع": (0xE1, 0xE2, 0xE3, 0xE4), "غ": (0xE5, 0xE6, 0xE7, 0xE8), "ه": (0xF9, 0xF9, 0xFA, 0xFB),
    "ی": (0xFD, 0xFC, 0xFE, 0xFE), "ط": (0xAF,) * 4, "ظ": (0xE0,) * 4, "ئ": (0x8E,) * 4, "ـ": (0x8B,) * 4,
} | {letter: (alone, alone, joined, joined) for letter, (alone, joined) in _TWO_SHAPES.items()}  # fmt: skip
# letters that join only the letter before them: isolated, final
_RIGHT_ONLY = {
    "ا": (0x90, 0x91), "آ": (0x8D, 0x8D), "د": (0xA2, 0xA2), "ذ": (0xA3, 0xA3), "ر": (0xA4, 0xA4), "ز": (0xA5, 0xA5),
    "ژ": (0xA6, 0xA6), "و": (0xF8, 0xF8),
}  # fmt: skip
_LAM_ALEF = 0xF2

_FOLD = str.maketrans(
    {"أ": "ا", "إ": "ا", "ٱ": "ا", "ؤ": "و", "ة": "ه", "ۀ": "ه", "ۂ": "ه", "ي": "ی", "ى": "ی", "ك": "ک", "ھ": "ه", "ہ": "ه",
     "٪": "%", "٫": ".", "٬": ",", "؛": ";", "\u2013": "-", "\u00a0": " ", "\ufeff": None, "\u200d": None}
    | {chr(0x0660 + d): chr(0x06F0 + d) for d in range(10)}
    | dict.fromkeys([chr(c) for c in (*range(0x064B, 0x0656), 0x0670, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))])
)  # fmt: skip


def fold(text: str) -> str:
    """The text in the letters this code page has: أ إ → ا, ؤ → و, ة ۀ → ه, Arabic ي ك and digits → Persian; vowel marks and
    direction marks dropped."""
    return text.translate(_FOLD)


def _decode_table() -> list[str]:
    table = [chr(b) for b in range(0x80)] + [""] * 0x80
    table[0] = " "
    for d in range(10):
        table[0x80 + d] = chr(0x06F0 + d)
    table[0x8A], table[0x8C], table[0x8F], table[_LAM_ALEF], table[0xFF] = "،", "؟", "ء", "لا", " "
    for b, shape in enumerate(_BOX, 0xB0):
        table[b] = shape
    for letter, codes in (_FOUR_SHAPES | _RIGHT_ONLY).items():
        for code in codes:
            table[code] = letter
    for opening, closing in ("()", "[]", "{}", "<>"):
        table[ord(opening)], table[ord(closing)] = closing, opening
    return table


_TEXT_OF = _decode_table()
# A letter that could have joined the next one and is written in its unjoined shape shows a break: a ZWNJ was there.
_SHOWS_BREAK = frozenset(c for codes in _FOUR_SHAPES.values() for c in codes[:2] if c not in codes[2:])
_CAN_BE_JOINED = frozenset(c for codes in (_FOUR_SHAPES | _RIGHT_ONLY).values() for c in codes) | {_LAM_ALEF}

# What keeps its left-to-right order inside the reversed text. The rule reads the same in both directions, so one function
# serves coding and decoding: numbers and Latin words with their inner signs, and Latin phrases with their blanks.
_ALNUM, _EDGE, _INNER = "0-9A-Za-z\x80-\x89", "%#+$", "%#+$.,:/\\\\_@&*=?'\\-"
_TOKEN = f"[{_EDGE}]*[{_ALNUM}]+(?:[{_INNER}]+[{_ALNUM}]+)*[{_EDGE}]*"
_PHRASE = re.compile(f"{_TOKEN}(?: +{_TOKEN})*".encode("latin-1"))
_TOKEN_BYTES = re.compile(_TOKEN.encode("latin-1"))
_LATIN = re.compile(rb"[A-Za-z]")


def _turned(codes: bytes) -> bytes:
    """Logical ↔ visual order of one line of codes (its own inverse)."""
    turned = bytearray(codes[::-1])
    for phrase in _PHRASE.finditer(bytes(turned)):
        whole = _LATIN.search(phrase.group())
        for run in [phrase] if whole else _TOKEN_BYTES.finditer(phrase.group()):
            start = run.start() + (0 if whole else phrase.start())
            end = run.end() + (0 if whole else phrase.start())
            turned[start:end] = turned[start:end][::-1]
    return bytes(turned)


def decode(raw: bytes) -> str:
    """One field → text in reading order. Padding (blanks, NUL) is stripped first, or it would move to the front."""
    codes = _turned(raw.replace(b"\0", b" ").replace(b"\xff", b" ").strip(b" "))
    out = []
    for place, code in enumerate(codes):
        out.append(_TEXT_OF[code])
        if code in _SHOWS_BREAK and place + 1 < len(codes) and codes[place + 1] in _CAN_BE_JOINED:
            out.append(ZWNJ)
    return "".join(out)


def encode(text: str) -> bytes:
    """One text → bytes as they stand in a file. UnicodeEncodeError for a character the code page has no place for."""
    text = fold(text).strip(" ")
    out, place = bytearray(), 0
    while place < len(text):
        if text[place] == "ل" and text[place + 1 : place + 2] == "ا":
            out.append(_LAM_ALEF)
            place += 2
            continue
        code = _code_of(text, place)
        if code:
            out.append(code)
        place += 1
    return _turned(bytes(out))


def _code_of(text: str, place: int) -> int:
    letter = text[place]
    joins_next = text[place + 1 : place + 2] in _JOINS_BEFORE and place + 1 < len(text)
    joins_before = place > 0 and text[place - 1] in _FOUR_SHAPES
    if letter in _FOUR_SHAPES:
        isolated, final, medial, initial = _FOUR_SHAPES[letter]
        if letter == "ی" and place and (text[place - 1] in _RIGHT_ONLY or text[place - 1] == "ء"):
            isolated = final  # the list program writes the final shape inside a word, joined or not
        return (medial if joins_before else initial) if joins_next else (final if joins_before else isolated)
    if letter in _RIGHT_ONLY:
        return _RIGHT_ONLY[letter][joins_before]
    if letter == ZWNJ:
        return 0
    try:
        return _PLAIN[letter]
    except KeyError:
        raise UnicodeEncodeError("iransystem", text, place, place + 1, "no such character in the code page") from None


_JOINS_BEFORE = frozenset(_FOUR_SHAPES | _RIGHT_ONLY)
_PLAIN = {text: code for code, text in enumerate(_TEXT_OF) if len(text) == 1 and code and text not in _JOINS_BEFORE}
_PLAIN[" "] = 32


# ---- whole columns ----


_BREAKS, _JOINED, _TWO_LETTERS = 1, 2, 4
_SHAPES = bytes(
    (code in _SHOWS_BREAK) * _BREAKS + (code in _CAN_BE_JOINED) * _JOINED + (code == _LAM_ALEF) * _TWO_LETTERS
    for code in range(256)
)


@cache
def _tables() -> dict[str, np.ndarray]:
    first = np.array([ord(t[0]) if t else 0xFFFD for t in _TEXT_OF], np.uint32)
    marks = {"alnum": _members(_ALNUM), "edge": _members(_EDGE), "inner": _members(_INNER)}
    marks |= {"latin": frozenset(c for c in range(128) if chr(c).isalpha())}
    return {"first": first} | {name: np.isin(np.arange(256), sorted(codes)) for name, codes in marks.items()}


def _members(class_text: str) -> frozenset[int]:
    pattern = re.compile(f"[{class_text}]")
    return frozenset(c for c in range(256) if pattern.match(chr(c)))


def decode_column(cells: np.ndarray) -> np.ndarray:
    """(n, width) uint8 → n texts (numpy str). Same answer as `decode` on every row.

    Works on the letters alone: rows are laid end to end, each already reversed, and padding never enters.
    """
    grid = bytegrid.without_padding(cells)
    words = bytegrid.repeated_words(grid)
    if words is None:
        return _decode_grid(grid)
    distinct, which = words
    return _decode_grid(distinct)[which]


def _decode_grid(grid: np.ndarray) -> np.ndarray:
    flat, lengths = _laid_out(grid)
    if not len(flat):
        return np.zeros(len(grid), "<U1")
    ends = np.cumsum(lengths)
    if (flat - np.uint8(0x21) < 0x8A - 0x21).any():  # some sign, digit or Latin letter
        _turn_runs(flat, ends, lengths)
    letters = _tables()["first"][flat]
    places, extra = _extra_letters(flat, ends)
    if len(places):
        letters = np.insert(letters, places + 1, extra)
        lengths = lengths + np.bincount(np.searchsorted(ends, places, "right"), minlength=len(lengths))
    return bytegrid.texts_of(letters, lengths)


def _laid_out(cells: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """All bytes between the padding, each row from its right end, and the length of each row."""
    if (cells == 0xFF).any():
        cells = np.where(cells == 0xFF, np.uint8(32), cells)
    left, right = bytegrid.inked_span(cells)
    place = np.arange(cells.shape[1], dtype=np.uint8)
    within = place < right[:, None]
    if left.any():
        within &= place >= left[:, None]
    lengths = right.astype(np.int64) - left
    return cells[:, ::-1][within[:, ::-1]], lengths


def _extra_letters(flat: np.ndarray, ends: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Where a code gives a second letter, and which: the alef of لا, or a ZWNJ at a visible break."""
    shapes = np.frombuffer(flat.tobytes().translate(_SHAPES), np.uint8)
    wanted = shapes & _BREAKS
    wanted[:-1] &= shapes[1:] >> 1
    wanted[ends[ends > 0] - 1] = 0
    wanted |= shapes & _TWO_LETTERS
    places = np.flatnonzero(wanted)
    return places, np.where(flat[places] == _LAM_ALEF, np.uint32(ord("ا")), np.uint32(ord(ZWNJ)))


def _turn_runs(flat: np.ndarray, ends: np.ndarray, lengths: np.ndarray) -> None:
    """Put Latin words and numbers back in their own order, in place: the column twin of `_turned`'s inner loop."""
    table = _tables()
    line = np.repeat(np.arange(len(lengths)), lengths)
    solid = table["alnum"][flat]
    for signs in ("inner", "edge"):
        start, end = _stretches(table[signs][flat] & ~solid, line)
        before = _neighbour(solid, line, start - 1, line[start])
        after = _neighbour(solid, line, end, line[start])
        wanted = before & after if signs == "inner" else before | after
        for a, b in zip(start[wanted].tolist(), end[wanted].tolist(), strict=True):
            solid[a:b] = True
    start, end = _stretches((flat == 32) & ~solid, line)
    bridge = _neighbour(solid, line, start - 1, line[start]) & _neighbour(solid, line, end, line[start])
    phrase = solid.copy()
    for a, b in zip(start[bridge].tolist(), end[bridge].tolist(), strict=True):
        phrase[a:b] = True
    start, end = _stretches(phrase, line)
    latin = np.concatenate(([0], np.cumsum(table["latin"][flat])))
    for a, b in zip(start[latin[end] > latin[start]].tolist(), end[latin[end] > latin[start]].tolist(), strict=True):
        solid[a:b] = True
    start, end = _stretches(solid, line)
    size = end - start
    places = np.flatnonzero(solid)
    flat[places] = flat[np.repeat(start + end - 1, size) - places]


def _stretches(mask: np.ndarray, line: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Starts and ends of the unbroken true stretches that stay on one line."""
    starts, ends = mask.copy(), mask.copy()
    starts[1:] &= ~(mask[:-1] & (line[1:] == line[:-1]))
    ends[:-1] &= ~(mask[1:] & (line[1:] == line[:-1]))
    return np.flatnonzero(starts), np.flatnonzero(ends) + 1


def _neighbour(mask: np.ndarray, line: np.ndarray, place: np.ndarray, on_line: np.ndarray) -> np.ndarray:
    inside = (place >= 0) & (place < len(mask))
    safe = np.where(inside, place, 0)
    return inside & mask[safe] & (line[safe] == on_line)


def encode_column(texts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """n texts → (all bytes end to end in file order, length of each row). Same answer as `encode` on every row.

    Names repeat, so each distinct text is encoded once.
    """
    distinct, which = np.unique(np.asarray(texts, str), return_inverse=True)
    coded = [encode(text) for text in distinct.tolist()]
    sizes = np.array([len(c) for c in coded], np.int64)
    pool = np.frombuffer(b"".join(coded), np.uint8)
    lengths = sizes[which]
    first = (np.cumsum(sizes) - sizes)[which]
    inside = np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    return pool[np.repeat(first, lengths) + inside], lengths
