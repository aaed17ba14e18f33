"""The sentences of findings, by language. Made late, so that what is stored stays facts."""

from functools import cache
from importlib.resources import files
from string import Formatter
from typing import Any, NamedTuple

import yaml

from opentamin.lists.fields import KINDS
from opentamin.lists.finding import Finding

LANGUAGES = ("fa", "en")
_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_MONTHS = {
    "fa": ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"],
    "en": ["Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar", "Mehr", "Aban", "Azar", "Dey", "Bahman", "Esfand"],
}
_BLANK = {"fa": "خالی", "en": "blank"}
_MONEY_COLUMNS = (
    "ROOZ",
    "MAH",
    "MAZ",
    "MASH",
    "TOTL",
    "BIME",
    "KOSO",
    "BIME20",
    "BIC",
    "INC",
    "SPOUSE",
    "BIMH",
    "BIM20",
)


class Sentence(NamedTuple):
    """One finding in words. `seen` is what is written in the file, with the language's digits."""

    summary: str
    rule: str
    mend: str
    article: str
    column_name: str
    seen: str


def sentence(finding: Finding, language: str = "fa") -> Sentence:
    """Finding → words. KeyError for a code or a fact without words: a mistake of ours, caught by the tests."""
    entry = _words(language)[finding.code]
    writer = _Writer(language)
    facts = {"column": finding.column or "", "seen": finding.seen, **finding.facts}
    made = {part: writer.vformat(entry[part], (), facts) for part in ("summary", "rule", "mend")}
    article = _words(language)["_articles"][entry["article"]]
    return Sentence(**made, article=article, column_name=column_name(finding.column, language), seen=_seen(finding, language))


def column_name(column: str | None, language: str = "fa") -> str:
    """`DSW_DD` → «روز کارکرد» / "Days worked"; empty for the file as a whole."""
    return _words(language)["_columns"][column] if column else ""


def codes(package: str | None = None) -> set[str]:
    """Every finding code that has words, or those of one package."""
    table = _read(package, "fa") if package else _words("fa")
    return {code for code in table if not code.startswith("_")}


_PACKAGES = [__package__]


def add(package: str) -> None:
    """Take in the words of findings that another room makes: files of the same shape in that package."""
    if package not in _PACKAGES:
        _PACKAGES.append(package)
        _words.cache_clear()


@cache
def _words(language: str) -> dict[str, Any]:
    words: dict[str, Any] = {"_articles": {}, "_columns": {}}
    for package in _PACKAGES:
        more = _read(package, language)
        for shared in ("_articles", "_columns"):
            words[shared] |= more.pop(shared, {})
        words |= more
    return words


def _read(package: str, language: str) -> dict[str, Any]:
    return yaml.safe_load(files(package).joinpath(f"{language}.yaml").read_text("utf-8"))


def _seen(finding: Finding, language: str) -> str:
    if not finding.seen.strip():
        return _BLANK[language] if finding.column else ""
    column = finding.column or ""
    if KINDS.get(column) == "number" and finding.seen.isascii() and finding.seen.lstrip("-").isdigit():
        money = column.split("_")[-1].removeprefix("T").startswith(_MONEY_COLUMNS) or column.endswith(_MONEY_COLUMNS)
        return _Writer(language).format_field(int(finding.seen), "rials" if money else "n")
    return _Writer(language).format_field(finding.seen, "code")


class _Writer(Formatter):
    """Fills placeholders with the digits, separators and month names of one language."""

    def __init__(self, language: str):
        self.language = language

    def format_field(self, value: Any, format_spec: str) -> str:
        shape = getattr(self, f"_{format_spec}", None) if format_spec else None
        return shape(value) if shape else str(value)

    def _n(self, value: Any) -> str:
        text = str(value)
        return text.translate(_PERSIAN) if self.language == "fa" else text

    def _rials(self, value: int) -> str:
        text = f"{int(value):,}"
        return text.replace(",", "٬").translate(_PERSIAN) if self.language == "fa" else text

    def _code(self, value: Any) -> str:
        """Identifiers of digits in the language's digits; with Latin letters as they are."""
        text = str(value)
        return self._n(text) if not any("A" <= c <= "z" for c in text) else text

    def _month_name(self, month: int) -> str:
        return _MONTHS[self.language][month % 100 - 1]

    def _month(self, month: int) -> str:
        return f"{self._month_name(month)} {self._n(month // 100)}"

    def _date(self, day: int) -> str:
        return f"{self._n(day % 100)} {self._month(day // 100)}"

    def _size(self, count: int) -> str:
        return f"{self._n(-(-count // 2**20))} {'مگابایت' if self.language == 'fa' else 'MB'}"

    def _column(self, column: str) -> str:
        return column_name(column, self.language)

    def _summary(self, code: str) -> str:
        """The short words of another code, when they need no facts of their own."""
        return _words(self.language)[code]["summary"].split("«{")[0].split('"{')[0].strip()
