"""Typed identifiers and codes in one spelling: whatever keyboard they came from."""

import re
import unicodedata

_LETTERS = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "\u0640": None})


def fold(text: str) -> str:
    """One spelling of what was typed: Latin digits, Persian letters, no marks of direction, no outer spaces.

    Persian (۰) and Arabic (٠) digits become ASCII. Half spaces (ZWNJ) stay: they are part of Persian spelling.
    """
    seen = []
    for character in text.translate(_LETTERS):
        digit = unicodedata.decimal(character, None)
        if digit is not None:
            seen.append(str(digit))
        elif character == "\u200c" or unicodedata.category(character) != "Cf":
            seen.append(character)
    return "".join(seen).strip()


def fold_code(text: str) -> str:
    """A code made of letters and digits, as compared: folded, upper case, without spaces, dashes and dots."""
    return re.sub(r"[\s\u200c\-‐-―−_.]", "", fold(text)).upper()
