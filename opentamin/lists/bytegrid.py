"""Fixed-width columns as matrices of bytes: the few moves that reading 200,000 rows at once is made of.

Widths are small and rows are many, so everything that looks along a row is done column by column on a transposed copy:
each step is then one pass over contiguous bytes.
"""

import numpy as np

_BLANK_WORD = np.uint64(0x2020202020202020)
WIDTH_MAX = 255


def without_padding(cells: np.ndarray) -> np.ndarray:
    """(n, width) uint8 → contiguous copy without the columns that are blank in every row at the end, NUL made blank."""
    count, width = cells.shape
    words = -(-width // 8)
    grid = np.full((count, words * 8), 32, np.uint8) if width % 8 else np.empty((count, width), np.uint8)
    grid[:, :width] = cells
    as_words = grid.view(np.uint64)
    used = words
    while used > 1 and (as_words[:, used - 1] == _BLANK_WORD).all():
        used -= 1
    kept = np.ascontiguousarray(grid[:, : used * 8])
    if not kept.all():
        kept[kept == 0] = 32
    return kept


def inked_span(cells: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(n, width) uint8 → where the first non-blank byte is and where the last one ends, as uint8; 0, 0 for an empty row."""
    inked = np.ascontiguousarray(cells.T) != 32
    count = inked.shape[1]
    left, right = np.zeros(count, np.uint8), np.zeros(count, np.uint8)
    for place, column in enumerate(inked):
        np.maximum(right, column * np.uint8(place + 1), out=right)
    if not inked[0].all():
        seen = inked[0].copy()
        for column in inked[1:]:
            left += ~seen
            seen |= column
        left[~seen] = 0
    return left, right


def texts_of(letters: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """Letters of all rows end to end (uint32) + row lengths → numpy str array."""
    width = max(int(lengths.max(initial=0)), 1)
    block = np.zeros((len(lengths), width), np.uint32)
    block[np.arange(width, dtype=np.uint16) < lengths.astype(np.uint16)[:, None]] = letters
    return block.view(f"<U{width}")[:, 0]


def is_constant(cells: np.ndarray) -> bool:
    """True if every row holds the same bytes (blank columns, the list's own code on each row)."""
    return len(cells) > 0 and bool((cells[:512] == cells[0]).all()) and bool((cells == cells[0]).all())


def letters_of(texts: np.ndarray) -> np.ndarray:
    """n texts → (width, n) uint32 code points, 0 after the end."""
    texts = np.ascontiguousarray(texts)
    width = texts.dtype.itemsize // 4
    return np.ascontiguousarray(texts.view(np.uint32).reshape(len(texts), width).T)
