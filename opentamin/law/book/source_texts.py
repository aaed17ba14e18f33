"""Sources as they stand in figures and versions, told in one language.

They are written in English, parted by semicolons: a key such as C-SURV, a sentence, or a paper with its number and day, such as
"rulings 97 of 1382-03-04 and 8 of 1383-01-16". Keys and sentences are told by the words, papers by their parts.
"""

import re

from ..words.files import Words
from ..words.numerals import digits
from .pages import SourceRead

ITEM = r"[\w/-]*\d[\w/-]*(?: of \d{4}[-/]\d{1,2}[-/]\d{1,2})?"
PAPER = re.compile(rf"(?:CORPUS )?(rulings?|laws?|decrees?|meeting)(?: of)? ({ITEM}(?:(?:, | and | to ){ITEM})*)")
DAY = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")


def sources_read(written: str, words: Words) -> tuple[SourceRead, ...]:
    """Sources as written, each in words where the words know it."""
    keys = [key.strip() for key in written.split(";") if key.strip()]
    return tuple(SourceRead(key, told(key, words)) for key in keys)


def told(key: str, words: Words) -> str:
    """One source in words; as it is written where nothing tells it."""
    known: str = words.find("sources", key)
    if known or words.language == "en":
        return known or key
    paper = PAPER.fullmatch(key)
    if paper:
        return _paper(paper[1], paper[2], words)
    first, colon, rest = key.partition(": ")
    return f"{told(first, words)}: {told(rest, words)}" if colon else key


def _paper(kind: str, which: str, words: Words) -> str:
    """A ruling, a law, a decree or a meeting: what it is, then its numbers and days."""
    said = words.data["book"]["papers"]
    for sign in (" of ", " and ", " to ", ", "):
        which = which.replace(sign, said[sign.strip(", ") or "comma"])
    which = DAY.sub(lambda day: "/".join(str(int(part)) for part in day.groups()), which)
    return f"{said[kind]} {digits(which, words.language)}"
