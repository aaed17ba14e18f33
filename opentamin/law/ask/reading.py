"""One value as people write it, read as the number its kind wants.

Digits of any script, separators after three digits, days in either calendar, months, choices by
name or by their words, yes and no. What cannot be read is refused with a code; the sentence is
made where the fact is known.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from numbers import Real
from typing import Any

from .. import days
from ..kinds import Kind
from ..words import words_of
from ..words.files import LANGUAGES

# Arabic ye, alef maqsura, kaf, heh with ye above and teh marbuta, written as Persian writes them.
LETTERS = str.maketrans("\u064a\u0649\u0643\u06c0\u0629", "\u06cc\u06cc\u06a9\u0647\u0647")
MINUS = str.maketrans("\u2212\u2013", "--")
UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]")
WHOLE = re.compile(r"[+-]?\d+")
# Besides the Latin ones, the Arabic separators of thousands and of decimals, and the Persian comma.
SEPARATORS = "[,\u066c\u060c_'\u2019 ]"
GROUPED = re.compile(rf"[+-]?\d{{1,3}}({SEPARATORS})\d{{3}}(?:\1\d{{3}})*")
SEPARATED = re.compile(rf"[+-]?\d+(?:{SEPARATORS}\d+)+")
DECIMAL = re.compile("([+-]?\\d+)[.\u066b/](\\d+)")
DATE = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
COMPACT_DATE = re.compile(r"(\d{4})()(\d{2})(\d{2})")
MONTH = re.compile(r"(\d{4})[-/.]?(\d{1,2})")
NAMED_DAY = re.compile(r"(\d{1,2}) (\D+?) (\d{4})")
NAMED_MONTH = re.compile(r"(\D+?) (\d{4})")
# The Jalali years 1300 to 1500 in the other calendar.
GREGORIAN_YEARS = range(1921, 2123)
NUMBER_SIGNS_MAX, TEXT_MAX = 40, 200


class Unreadable(Exception):
    """A value that is none of its kind; ``code`` names the sentence, ``parts`` fill it."""

    def __init__(self, code: str, **parts: Any) -> None:
        super().__init__(code)
        self.code, self.parts = code, parts


def read_value(written: Any, kind: Kind) -> int:
    """The number of a value, or Unreadable; bounds are not looked at here."""
    if isinstance(written, list | tuple | dict | set):
        raise Unreadable("one_value")
    if isinstance(written, str) and len(written) > TEXT_MAX:
        written = written[:TEXT_MAX] + "\u2026"  # no value is that long; it is refused below, and shown cut
    if kind.options:
        return _option(written, kind)
    return READERS.get(kind.unit, _whole)(written)


def folded(text: str) -> str:
    """A text in ASCII digits and one spelling of letters, without signs nobody sees."""
    plain = UNSEEN.sub("", text.replace("\u200c", " ")).translate(LETTERS).translate(MINUS)
    digits = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in plain)
    return " ".join(digits.casefold().split())


@cache
def _said(section: str) -> set[str]:
    """The words of both languages for one thing."""
    return {folded(word) for language in LANGUAGES for word in words_of(language).of("ask", section)}


def _without(text: str, words: set[str]) -> str:
    """The text without a unit at its end."""
    for word in sorted(words, key=len, reverse=True):
        if text.endswith(word):
            return text.removesuffix(word).strip()
    return text


def _whole(written: Any) -> int:
    if isinstance(written, bool):
        raise Unreadable("not_a_number", example=30)
    if isinstance(written, int):
        return written
    if isinstance(written, Real):
        return _integral(written)
    return _digits(folded(str(written)))


def _integral(written: Any) -> int:
    """A decimal number that is whole after all."""
    try:
        number = int(written)
    except (ValueError, OverflowError):
        raise Unreadable("not_a_number", example=30) from None
    if number != written:
        raise Unreadable("fraction")
    return number


def _digits(text: str) -> int:
    if len(text) > NUMBER_SIGNS_MAX and WHOLE.fullmatch(text):
        return -(10**30) if text.startswith("-") else 10**30  # beyond every bound, and refused there
    if WHOLE.fullmatch(text):
        return int(text)
    if GROUPED.fullmatch(text) and len(text) <= NUMBER_SIGNS_MAX:
        return int(re.sub(r"[^\d+-]", "", text))
    if SEPARATED.fullmatch(text):
        raise Unreadable("grouping")
    decimal = DECIMAL.fullmatch(text)
    if decimal and len(decimal[2]) < 3 and not decimal[2].strip("0"):
        return _digits(decimal[1])
    raise Unreadable("fraction" if decimal else "not_a_number", example=30)


def _rials(written: Any) -> int:
    if isinstance(written, str):
        text = folded(written)
        if any(text.endswith(word) for word in _said("toman")):
            raise Unreadable("toman")
        written = _without(text, _said("currency"))
    return _whole(written)


def _percent(written: Any) -> int:
    return _whole(_without(folded(written), _said("percent")) if isinstance(written, str) else written)


def _years_thousandths(written: Any) -> int:
    """30.5 is thirty and a half years, 30500 its thousandths; 30 alone could be either."""
    decimal = DECIMAL.fullmatch(folded(str(written))) if isinstance(written, str | Real) else None
    if decimal and len(decimal[2]) <= 3 and len(decimal[1]) <= NUMBER_SIGNS_MAX:
        thousandths = int(decimal[2].ljust(3, "0"))
        return int(decimal[1]) * 1_000 + (-thousandths if decimal[1].startswith("-") else thousandths)
    number = _whole(written)
    if 0 < number <= 120:
        raise Unreadable("years_unclear", value=number, example=f"{number}.0")
    return number


def _flag(written: Any) -> int:
    if isinstance(written, str):
        text = folded(written)
        if text in _said("yes") or text == "1":
            return 1
        if text in _said("no") or text == "0":
            return 0
    elif isinstance(written, Real) and written in (0, 1):
        return 1 if written else 0
    raise Unreadable("not_yes_or_no")


def _option(written: Any, kind: Kind) -> int:
    if isinstance(written, int) and not isinstance(written, bool):
        if 0 <= written < len(kind.options):
            return written
        raise Unreadable("not_an_option")
    text = folded(str(written))
    for place, name in enumerate(kind.options):
        worded = [words_of(language).find("options", kind.unit, {}).get(name, name) for language in LANGUAGES]
        if text.replace("-", "_").replace(" ", "_") == name or text in map(folded, worded):
            return place
    raise Unreadable("not_an_option")


def _day(written: Any) -> int:
    """A day number; whole numbers are taken as such, texts as days of a calendar."""
    if isinstance(written, date):
        return days.number_of(date(written.year, written.month, written.day))
    if isinstance(written, int) and not isinstance(written, bool):
        return written
    text = folded(str(written))
    found = DATE.fullmatch(text) or COMPACT_DATE.fullmatch(text)
    if found:
        return _day_of(int(found[1]), int(found[3]), int(found[4]))
    named = NAMED_DAY.fullmatch(text)
    if named and named[2] in _months():
        return _day_of(int(named[3]), _months()[named[2]], int(named[1]))
    raise Unreadable("not_a_day")


def _day_of(year: int, month: int, day: int) -> int:
    if days.FIRST_YEAR <= year <= days.LAST_YEAR:
        length: Callable[[int, int], int] = days.days_in
        calendar = "jalali"
    elif year in GREGORIAN_YEARS:
        length, calendar = _gregorian_length, "gregorian"
    else:
        raise Unreadable("strange_year", least=days.FIRST_YEAR, greatest=days.LAST_YEAR)
    if not 1 <= month <= 12:
        raise Unreadable("no_such_month", least=1, greatest=12)
    if not 1 <= day <= length(year, month):
        raise Unreadable("no_such_day", year=year, month=(calendar, month), length=length(year, month))
    number = days.day_number(year, month, day) if calendar == "jalali" else days.number_of(date(year, month, day))
    if not days.FIRST_YEAR <= days.year_of_day(number) <= days.LAST_YEAR:
        raise Unreadable("strange_year", least=days.FIRST_YEAR, greatest=days.LAST_YEAR)
    return number


def _gregorian_length(year: int, month: int) -> int:
    after = date(year + month // 12, month % 12 + 1, 1)
    return (after - date(year, month, 1)).days


@cache
def _months() -> dict[str, int]:
    """Names of the Jalali months in both languages, and their numbers."""
    return {
        folded(name): place
        for language in LANGUAGES
        for place, name in enumerate(words_of(language).of("calendar", "months"), start=1)
    }


def _month(written: Any) -> int:
    if isinstance(written, bool) or not isinstance(written, int | str):
        raise Unreadable("not_a_month")
    text = folded(str(written))
    named = NAMED_MONTH.fullmatch(text)
    found = MONTH.fullmatch(text)
    if named and named[1] in _months():
        year, month = int(named[2]), _months()[named[1]]
    elif found:
        year, month = int(found[1]), int(found[2])
    else:
        raise Unreadable("not_a_month")
    if year in GREGORIAN_YEARS:
        raise Unreadable("not_a_month")
    if not 1 <= month <= 12:
        raise Unreadable("no_such_month", least=1, greatest=12)
    return year * 100 + month


READERS: dict[str, Callable[[Any], int]] = {
    "rials": _rials, "rials_day": _rials, "percent": _percent, "years_thousandths": _years_thousandths,
    "flag": _flag, "day": _day, "month": _month,
}  # fmt: skip
