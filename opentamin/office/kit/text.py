"""Typed Persian brought to one spelling: what every field does before it looks at what was typed.

Unicode's own normal forms leave ي and ك, Arabic digits and the half space as they are, so the table is ours.
"""

import re
import unicodedata
from typing import Final

ZWNJ: Final = "\u200c"
_LETTERS: Final = str.maketrans({
    "ي": "ی", "ى": "ی", "ۍ": "ی", "ې": "ی", "ك": "ک", "ڪ": "ک", "ە": "ه", "ہ": "ه", "ھ": "ه",
    "ۀ": "هٔ", "ۂ": "هٔ", "\u0640": None, "\u00ad": None,
    **{chr(0x0660 + n): chr(0x06F0 + n) for n in range(10)},
})  # fmt: skip
_PRESENTATION: Final = re.compile("[\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]")
_BLANKS: Final = re.compile(r"[^\S\n]+")
_ZWNJ_RUN: Final = re.compile(f"{ZWNJ}{{2,}}")
_ZWNJ_AT_EDGE: Final = re.compile(rf"(?:(?<=\s)|^){ZWNJ}+|{ZWNJ}+(?=\s|$)")
# In a search key alone: how a letter is dressed does not matter.
_UNDRESSED: Final = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ی", "ة": "ه", "ء": None})


def fold_text(text: str) -> str:
    """One spelling: Persian letters and digits, one blank between words, half spaces kept where they join.

    Direction marks, tatweel, control characters and other invisible ones go; أ ؤ ئ هٔ and lines stay. Folding twice changes nothing.
    """
    text = unicodedata.normalize("NFC", text)
    text = _PRESENTATION.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text).translate(_LETTERS)
    text = "".join(character for character in text if not _is_invisible(character))
    text = _ZWNJ_AT_EDGE.sub("", _ZWNJ_RUN.sub(ZWNJ, text))
    lines = (_BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    return unicodedata.normalize("NFC", "\n".join(lines).strip())


def fold_digits(text: str) -> str:
    """Text with every decimal digit, of whatever script, as ASCII."""
    return "".join(
        character if character.isascii() or not character.isdecimal() else str(unicodedata.decimal(character)) for character in text
    )


def fold(text: str) -> str:
    """An identifier or a code as typed, in one spelling: folded text with ASCII digits."""
    return fold_digits(fold_text(text))


def fold_code(text: str) -> str:
    """A code of letters and digits as compared: ASCII digits, capitals, no blanks, half spaces, dashes, dots or underscores."""
    return re.sub(rf"[\s{ZWNJ}\-‐‑‒–—−_.٫/]", "", fold_digits(fold_text(text))).upper()


def search_key(text: str) -> str:
    """What two spellings of one name have in common: no blanks, half spaces or vowel marks, plain alef, vav, ye and he."""
    text = fold_digits(fold_text(text)).translate(_UNDRESSED).casefold()
    plain = unicodedata.normalize("NFD", text)
    return "".join(c for c in plain if c != ZWNJ and not c.isspace() and not unicodedata.combining(c)).translate(_UNDRESSED)


def _is_invisible(character: str) -> bool:
    if character in (ZWNJ, "\n"):
        return False
    return unicodedata.category(character) in ("Cc", "Cf", "Cs") and not character.isspace()
