"""Invented identifiers with true check digits: many at once, all different, none taken from anybody.

National ids begin with 7, 8 or 9: to our knowledge no registration office has such a code, so that an invented number
does not meet a living person. For the same reason legal ids begin with 99.
"""

from math import gcd

import numpy as np


def national_ids(rng: np.random.Generator, count: int) -> np.ndarray:
    """Ten digits, the last a check digit: `count` different ones as int64."""
    body = 700_000_000 + scattered(rng, count, 300_000_000)
    return body * 10 + national_id_check_digit(body)


def national_id_check_digit(body: np.ndarray) -> np.ndarray:
    """The tenth digit for the first nine, given as int64."""
    remainder = sum((body // 10 ** (9 - place)) % 10 * (11 - place) for place in range(1, 10)) % 11
    return np.where(remainder < 2, remainder, 11 - remainder)


def legal_ids(rng: np.random.Generator, count: int) -> np.ndarray:
    """Eleven digits of a legal person, the last a check digit: `count` different ones as int64."""
    drawn = scattered(rng, count, 10 * 999_999 * 10)
    # Digits four to nine may not all be zero, so the middle runs from 1.
    middle, third = drawn // 10 % 999_999 + 1, drawn // 10 // 999_999
    body = 9_900_000_000 + third * 10_000_000 + middle * 10 + drawn % 10
    return body * 10 + legal_id_check_digit(body)


def legal_id_check_digit(body: np.ndarray) -> np.ndarray:
    """The eleventh digit for the first ten, given as int64."""
    shift = body % 10 + 2
    weights = (29, 27, 23, 19, 17) * 2
    total = sum(((body // 10 ** (9 - place)) % 10 + shift) * weight for place, weight in enumerate(weights))
    return total % 11 % 10


def insurance_numbers(rng: np.random.Generator, count: int) -> np.ndarray:
    """Eight digits, no check digit, the first not zero: `count` different ones as int64."""
    return 10_000_000 + scattered(rng, count, 90_000_000)


def fida_numbers(rng: np.random.Generator, count: int) -> np.ndarray:
    """Twelve digits of a foreigner: `count` different ones as int64."""
    return 900_000_000_000 + scattered(rng, count, 100_000_000_000)


def scattered(rng: np.random.Generator, count: int, span: int) -> np.ndarray:
    """`count` different int64 numbers in [0, span), in no visible order.

    Walks the ring of `span` numbers with a stride that has no factor in common with it, so nothing is met twice and
    no million of candidates is kept to be compared.

    Raises:
        ValueError: when more numbers are asked for than there are.
    """
    if count > span:
        raise ValueError(f"{count} different numbers do not fit in {span}")
    stride = int(rng.integers(span // 3, span // 2))
    while gcd(stride, span) != 1:
        stride += 1
    start = int(rng.integers(0, span))
    # The product stays under 2**63 for every span here only when reduced in two steps.
    steps = np.arange(count, dtype=np.int64)
    low, high = steps % 1000, steps // 1000
    return (start + low * stride + high * (stride * 1000 % span)) % span


def as_text(values: np.ndarray, digits: int) -> np.ndarray:
    """Whole numbers as texts of a fixed number of digits, zeros in front: an array of str_."""
    return np.char.zfill(values.astype(f"U{digits}"), digits) if len(values) else np.zeros(0, f"U{digits}")
