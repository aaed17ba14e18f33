"""Fixed-width columns as matrices of bytes: the few moves that reading 200,000 rows at once is made of.

Widths are small and rows are many, so everything that looks along a row is done column by column on a transposed copy:
each step is then one pass over contiguous bytes.
"""

import numpy as np

_SAMPLE = 512
# Odd numbers without a pattern, one for each eight bytes of the widest column a DBF can have (255 bytes, or Clipper's more).
_KEY_FACTORS = np.random.default_rng(28).integers(1, 2**63, 8_192, dtype=np.uint64) * np.uint64(2) + np.uint64(1)


def without_padding(cells: np.ndarray) -> np.ndarray:
    """(n, width) uint8 → contiguous copy, a multiple of eight wide, without the blank bytes all rows end with; NUL made blank."""
    used = _used_width(cells)
    grid = np.full((len(cells), -(-used // 8) * 8), 32, np.uint8)
    grid[:, :used] = cells[:, :used]
    if not grid.all():
        grid[grid == 0] = 32
    return grid


def _used_width(cells: np.ndarray) -> int:
    """Bytes of a column that any row uses (at least one): guessed from the first rows, then proved on all."""
    width = cells.shape[1]
    inked = np.flatnonzero((cells[:_SAMPLE] != 32).any(axis=0))
    used = min(-(-(int(inked[-1]) + 1 if len(inked) else 1) // 8) * 8, width)
    while used < width and not (cells[:, used:] == 32).all():
        used = min(used + 8, width)
    return used


def repeated_words(grid: np.ndarray) -> tuple[np.ndarray, np.ndarray] | None:
    """Distinct rows of a column of few words, and which one each row is; None for a column like names.

    Towns, jobs and nationalities repeat: their few words are then worked on once. Rows are compared byte for byte; the
    sum of products only finds the candidate.
    """
    if len(grid) <= _SAMPLE:
        return None
    as_words = grid.view(np.uint64)
    keys = (as_words * _KEY_FACTORS[: as_words.shape[1]]).sum(axis=1, dtype=np.uint64)
    known, first = np.unique(keys[:_SAMPLE], return_index=True)
    if len(known) > _SAMPLE // 8:
        return None
    which = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    if not (as_words[first][which] == as_words).all():
        return None
    return grid[first], which


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


def joined(parts: list[np.ndarray]) -> np.ndarray:
    """Parts of one column end to end; texts in the least width that holds them all."""
    if len(parts) == 1:
        return parts[0]
    if parts[0].dtype.kind != "U":
        return np.concatenate(parts)
    widths = [part.dtype.itemsize // 4 for part in parts]
    block = np.zeros((sum(map(len, parts)), max(widths)), np.uint32)
    start = 0
    for part, width in zip(parts, widths, strict=True):
        block[start : start + len(part), :width] = np.ascontiguousarray(part).view(np.uint32).reshape(len(part), width)
        start += len(part)
    return block.view(f"<U{max(widths)}")[:, 0]


def letters_of(texts: np.ndarray) -> np.ndarray:
    """n texts → (width, n) uint32 code points, 0 after the end."""
    texts = np.ascontiguousarray(texts)
    width = texts.dtype.itemsize // 4
    return np.ascontiguousarray(texts.view(np.uint32).reshape(len(texts), width).T)
