"""Which letters a file is written in, told from its bytes: Iran System, CP1256 or Unicode. Its header is never believed.

The sex column is a fingerprint («مرد», «زن»); where it is blank, the bytes that one code page uses for letters and the
other for box drawing decide.
"""

import numpy as np

from opentamin.lists import bytegrid, iransystem
from opentamin.lists.numerals import FOLD_DIGITS

IRANSYSTEM, CP1256, UTF8, UTF16 = "iransystem", "cp1256", "utf-8", "utf-16"

_FINGERPRINTS = {
    IRANSYSTEM: ("A2A4F5", "F6A520", "20F6A5", "F6A500", "F6A5FF"),
    CP1256: ("E3D1CF", "D2E420", "20D2E4", "D2E400"),
    UTF8: ("D985D8", "D8B2D9"),
    "destroyed": ("3F3F3F", "3F3F20"),
}
_LETTER_FOLD = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "\u00a0": " ", "\ufeff": None}
    | dict.fromkeys(map(chr, (0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))))
)
_TO_CP1256 = str.maketrans(
    {"ی": "ي", "ۀ": "ه", "ة": "ه", "ٱ": "ا"} | {chr(0x06F0 + d): str(d) for d in range(10)} | {"٬": ",", "٫": "."}
)


def told_by_sex(cells: np.ndarray) -> str | None:
    """(n, width) uint8 of the sex column → encoding, `destroyed`, or None when nothing known is written there."""
    if not len(cells) or cells.shape[1] < 3:
        return None
    wide = np.ascontiguousarray(cells[:, :3]).astype(np.uint32)
    words = (wide[:, 0] << 16) | (wide[:, 1] << 8) | wide[:, 2]
    seen, count = np.unique(words, return_counts=True)
    votes = dict(zip(seen.tolist(), count.tolist(), strict=True))
    score = {name: sum(votes.get(int(mark, 16), 0) for mark in marks) for name, marks in _FINGERPRINTS.items()}
    best = max(score, key=lambda name: score[name])
    return best if score[best] else None


def told_by_bytes(sample: bytes) -> str | None:
    """Encoding by scoring the bytes of text columns; None for plain ASCII, which reads the same in all of them."""
    codes = np.frombuffer(sample, np.uint8)
    if not (codes >= 0x80).any():
        return None
    if _reads_as_utf8(sample):
        return UTF8
    tally = np.bincount(codes, minlength=256)
    # B0–DF: most letters of CP1256, box drawing in Iran System. 8D–AF, E0, E8–FE: letters of Iran System, rare in CP1256.
    arabic = int(tally[0xC1:0xDC].sum() + tally[[0xDD, 0xDE, 0xDF]].sum())
    iranian = int(tally[0x90:0xB0].sum() - tally[0x98] - tally[0x90] // 2 + tally[0xEE:0xFF].sum())
    return CP1256 if arabic > iranian else IRANSYSTEM


def _reads_as_utf8(sample: bytes) -> bool:
    """True if most non-ASCII bytes are whole UTF-8 Arabic-script letters (columns may cut the last one)."""
    text = sample.decode("utf-8", "ignore")
    letters = sum(1 for c in text if "\u0600" <= c <= "\u06ff" or c == "\u200c")
    high = sum(1 for b in sample if b >= 0x80)
    return letters * 2 >= high * 0.8


def decode_text(cells: np.ndarray, encoding: str) -> np.ndarray:
    """(n, width) uint8 of a text column → n texts, letters folded to Persian, padding stripped."""
    if encoding == IRANSYSTEM:
        return iransystem.decode_column(cells)
    if encoding == CP1256:
        return _decode_single_byte(cells)
    joined = np.ascontiguousarray(cells).view(f"S{cells.shape[1]}")[:, 0]
    return as_texts([tidy(raw.decode("utf-8", "ignore")) for raw in joined.tolist()])


def decode_codes(cells: np.ndarray, encoding: str) -> np.ndarray:
    """Codes and dates: digits of any script become 0-9, order is kept as written, padding stripped."""
    if bytegrid.is_constant(cells):
        return np.repeat(decode_codes(cells[:1].copy(), encoding), len(cells)) if len(cells) > 1 else _decode_one(cells, encoding)
    if int(cells.max(initial=0)) < 0x80:
        return _decode_ascii(cells)
    texts = decode_text(cells, encoding)
    return as_texts([t.translate(FOLD_DIGITS).strip() for t in texts.tolist()])


def _decode_one(cells: np.ndarray, encoding: str) -> np.ndarray:
    texts = decode_text(cells, encoding) if (cells >= 0x80).any() else _decode_ascii(cells)
    return as_texts([t.translate(FOLD_DIGITS).strip() for t in texts.tolist()])


def _decode_ascii(cells: np.ndarray) -> np.ndarray:
    cells = bytegrid.without_padding(cells)
    left, right = bytegrid.inked_span(cells)
    width = max(int(right.max(initial=0)), 1)
    letters = np.where(cells[:, :width] == 32, np.uint32(0), cells[:, :width])
    texts = letters.view(f"<U{width}")[:, 0]
    # A blank before or inside the text would have cut it; those few rows are read again one by one.
    held = (cells[:, :width] != 32).sum(axis=1, dtype=np.uint8) if left.any() or not _solid(cells, right) else right
    for index in np.flatnonzero((held != right) | (left > 0)).tolist():
        texts[index] = cells[index].tobytes().decode("ascii").strip(" ")
    return texts


def _solid(cells: np.ndarray, right: np.ndarray) -> bool:
    """True if no row has a blank before its last letter."""
    return int(np.count_nonzero(cells != 32)) == int(right.sum(dtype=np.int64))


_CP1256_LETTERS = np.array([ord(bytes([b]).decode("cp1256").translate(_LETTER_FOLD) or " ") for b in range(256)], np.uint32)


def _decode_single_byte(cells: np.ndarray) -> np.ndarray:
    letters = _CP1256_LETTERS[np.where(cells == 0, np.uint8(32), cells)]
    width = cells.shape[1]
    texts = letters.view(f"<U{width}")[:, 0] if width else np.zeros(len(cells), "<U1")
    return narrow(np.strings.strip(texts, " "))


def narrow(texts: np.ndarray) -> np.ndarray:
    """The same texts in the least width that holds them."""
    width = max(int(np.strings.str_len(texts).max(initial=0)), 1)
    return texts.astype(f"<U{width}")


def as_texts(texts: list[str]) -> np.ndarray:
    """list of str → numpy str array (NUL, which numpy would cut at the end, becomes a blank)."""
    return np.array(texts, dtype=str) if texts else np.zeros(0, "<U1")


def tidy(text: str) -> str:
    """A text as we keep it: Persian ی and ک, no direction marks, no outer blanks. ZWNJ and hamza stay."""
    return text.replace("\0", " ").translate(_LETTER_FOLD).strip(" ")


def encode_texts(texts: np.ndarray, encoding: str, width: int) -> np.ndarray:
    """n texts → (n, width) uint8, left-aligned, blank padded. ValueError names the first text that does not fit or cannot be written."""
    if encoding == IRANSYSTEM:
        flat, lengths = iransystem.encode_column(texts)
        distinct_source = texts
    else:
        coded = [_coded(text, encoding, width) for text in np.asarray(texts, str).tolist()]
        flat, lengths = np.frombuffer(b"".join(coded), np.uint8), np.array([len(c) for c in coded], np.int64)
        distinct_source = texts
    long = np.flatnonzero(lengths > width)
    if len(long):
        raise ValueError(f"row {long[0] + 1}: {str(distinct_source[long[0]])!r} is longer than {width} characters")
    cells = np.full((len(lengths), width), 32, np.uint8)
    cells[np.arange(width) < lengths[:, None]] = flat
    return cells


def cp1256_bytes(text: str) -> bytes:
    """One text in CP1256, which has ي for ی and no Persian digits. UnicodeEncodeError for what it cannot hold."""
    return tidy(text).translate(_TO_CP1256).encode("cp1256")


def _coded(text: str, encoding: str, width: int) -> bytes:
    if encoding == CP1256:
        return cp1256_bytes(text)
    raw = tidy(text).encode("utf-8")
    return raw if len(raw) <= width else raw[:width]  # a Unicode column of a DBF is cut, as the vendors' programs cut it
