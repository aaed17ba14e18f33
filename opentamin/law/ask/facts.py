"""Facts of an article as people write them: read, checked, and every fault said at once.

``read_facts`` takes a table of names and values, ``load_facts`` a text of JSON or YAML. Facts left
out are no fault: they are asked for when the rule comes to them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from ..errors import LawError
from ..machine.articles import Article
from ..machine.plans import plan_of
from ..words import words_of
from ..words.files import LANGUAGES
from .contradictions import contradictions
from .reading import Unreadable, folded, read_value
from .saying import Part, as_written, in_both, label, numbered, options, say, valued
from .texts import Unwritten, read_table, shown

# A career has some hundred months; a rule may walk a list once for each of its rows.
FAULTS_MAX, ROWS_MAX = 50, 1_000
DAY_EXAMPLE, MONTH_EXAMPLE = "1405/02/31", "1405/08"


@dataclass(frozen=True)
class Fault:
    """One thing wrong with one fact: which, in which row of a series (from 0), and how to mend it.

    ``name`` is empty where the fault is of the text as a whole.
    """

    name: str
    code: str
    row: int | None
    fa: str
    en: str

    def sentence(self, language: str) -> str:
        return self.fa if language == "fa" else self.en


class FactsRefused(LawError):
    """The facts cannot be used; ``faults`` says all that is wrong with them."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(fault.fa for fault in faults), "\n".join(fault.en for fault in faults))
        self.faults = tuple(faults)


def load_facts(article: Article, text: str | bytes) -> dict[str, Any]:
    """The facts of a JSON or YAML text; FactsRefused with every fault found."""
    try:
        written = read_table(text)
    except Unwritten as error:
        raise FactsRefused([Fault("", error.code, None, error.fa, error.en)]) from None
    return read_facts(article, written)


def read_facts(article: Article, written: Mapping[str, Any]) -> dict[str, Any]:
    """Facts by name as whole numbers (series as lists); FactsRefused with every fault found.

    A value that is None or empty text counts as not given.
    """
    reader = _Reader(article)
    for name, value in written.items():
        reader.take(name, value)
    for found in contradictions(reader.plan, reader.facts):
        reader.fault(found.name, found.code, **found.parts)
    if reader.faults:
        raise FactsRefused(_first(reader.faults))
    return reader.facts


def _first(faults: list[Fault]) -> list[Fault]:
    """As many faults as a person reads; the others are counted."""
    if len(faults) <= FAULTS_MAX:
        return faults
    more = in_both("faults", "too_many", rest=numbered(len(faults) - FAULTS_MAX))
    return [*faults[:FAULTS_MAX], Fault("", "too_many", None, **more)]


class _Reader:
    """Reads the facts of one article and gathers what is wrong with them."""

    def __init__(self, article: Article) -> None:
        self.article, self.plan = article, plan_of(article)
        self.facts: dict[str, Any] = {}
        self.faults: list[Fault] = []

    def take(self, name: Any, value: Any) -> None:
        if name not in self.plan.kinds:
            self._stranger(name)
        elif value is None or (isinstance(value, str) and not value.strip()):
            return
        elif name in self.plan.series:
            self._series(name, value)
        else:
            self.facts[name] = self._one(name, value)

    def _series(self, name: str, values: Any) -> None:
        if not isinstance(values, list | tuple):
            self.fault(name, "a_list")
        elif len(values) > ROWS_MAX:
            self.fault(name, "list_too_long", greatest=numbered(ROWS_MAX))
        else:
            self.facts[name] = [self._one(name, value, row) for row, value in enumerate(values)]

    def _one(self, name: str, value: Any, row: int | None = None) -> int | None:
        """One value within its bounds; None when it has a fault."""
        kind = self.plan.kinds[name]
        try:
            number = read_value(value, kind)
        except Unreadable as error:
            self._unreadable(name, value, row, error)
            return None
        if kind.least <= number <= kind.greatest:
            return number
        code = "too_large" if number > kind.greatest else "negative" if number < 0 == kind.least else "too_small"
        self.fault(
            name, code, row, value=as_written(shown(value)),
            least=valued(kind, kind.least), greatest=valued(kind, kind.greatest),
        )  # fmt: skip
        return None

    def _unreadable(self, name: str, value: Any, row: int | None, error: Unreadable) -> None:
        kind, code = self.plan.kinds[name], error.code
        parts: dict[str, Part] = {"value": as_written(shown(value)), **_parts_of(error)}
        if code == "not_an_option":
            parts["options"] = options(kind)
            close = _close(value, {name: name for name in kind.options})
            if close:
                code, parts["close"] = "maybe_option", close
        self.fault(name, code, row, **parts)

    def _stranger(self, name: Any) -> None:
        """A name that is no fact of the article, with the one that may have been meant."""
        known = {label(self.article, fact, language): fact for fact in self.plan.kinds for language in LANGUAGES}
        close = _close(name, known | {fact: fact for fact in self.plan.kinds})
        value = as_written(shown(name))
        if close:
            self.fault(shown(name), "maybe", value=value, close=close, meaning=lambda said: label(self.article, close, said))
        else:
            self.fault(shown(name), "stranger", value=value, names=", ".join(self.plan.kinds))

    def fault(self, name: str, code: str, row: int | None = None, **parts: Part) -> None:
        """One more fault, worded in both languages."""

        def fact(language: str) -> str:
            plain = label(self.article, name, language)
            if row is None:
                return plain
            return say(language, "joined", fact=plain, row=say(language, "row", row=numbered(row + 1)))

        self.faults.append(Fault(name, code, row, **in_both("faults", code, fact=fact, **parts)))


def _parts_of(error: Unreadable) -> dict[str, Part]:
    """The parts of a sentence about an unreadable value, in words and digits."""
    parts: dict[str, Part] = {name: as_written(part) for name, part in error.parts.items()}
    if error.code == "no_such_day":
        calendar, month = error.parts["month"]
        parts["month"] = lambda language: words_of(language).data["ask" if calendar == "gregorian" else "calendar"]["months"][month - 1]
    if error.code in ("not_a_day", "not_a_month"):
        parts["example"] = as_written(DAY_EXAMPLE if error.code == "not_a_day" else MONTH_EXAMPLE)
    return parts


def _close(written: Any, known: dict[str, str]) -> str:
    """The known thing whose spelling is nearest, or nothing."""
    spelt = {folded(spelling).replace(" ", "_"): meant for spelling, meant in known.items()}
    found = get_close_matches(folded(str(written)[:100]).replace(" ", "_"), spelt, 1)
    return spelt[found[0]] if found else ""
