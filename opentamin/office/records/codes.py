"""Codes printed on papers: short enough to type, too many to guess."""

import hashlib
import secrets
from typing import Final

from opentamin.office.kit.text import fold_code

# Crockford's 32 signs: no I, L, O or U, so nothing reads as something else. Twelve signs are 60 bits.
ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SIGNS: Final = 12
_LOOKALIKES: Final = str.maketrans({"I": "1", "L": "1", "O": "0"})


def new_code() -> str:
    """A fresh code such as 7QK4-M2XD-9HTR."""
    return _in_groups("".join(secrets.choice(ALPHABET) for _ in range(SIGNS)))


def read_code(typed: str) -> str | None:
    """The code as printed, from what was typed; None when it cannot be a code."""
    signs = fold_code(typed).translate(_LOOKALIKES)
    if len(signs) != SIGNS or not set(signs) <= set(ALPHABET):
        return None
    return _in_groups(signs)


def digest_of(code: str) -> str:
    """What a code is looked up by."""
    return hashlib.sha256(code.encode()).hexdigest()


def _in_groups(signs: str) -> str:
    return "-".join(signs[start : start + 4] for start in range(0, SIGNS, 4))
