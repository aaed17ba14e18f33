"""What may not stand beside the register: rules of annulled clauses, annulled rules still asked, names nobody has.

Art. 92 of the court's law: what was annulled may not be issued again.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache

from ..days import date_from_text, date_of
from ..errors import NotInForce
from ..machine import tracing
from ..machine.articles import Article, Version
from ..machine.dated import at
from ..machine.figures import Figure
from ..machine.plans import called_by
from .rows import Annulment, Ruling

# "1331-1338 of 1399-10-20", "787, 788 and 800 of 1393/4/23"
NAMED_IN_SOURCE = re.compile(r"(\d[\d/\-]*(?:(?:, | and | to )\d[\d/\-]*)*) of (\d{4}[-/]\d{1,2}[-/]\d{1,2})")


def articles_nobody_has(rulings: tuple[Ruling, ...], articles: Mapping[str, Article]) -> list[str]:
    """Articles the register names and the law does not have."""
    return [
        f"{ruling.key}: {name}"
        for ruling in rulings
        for name in (*ruling.articles, *(a.article for a in ruling.annuls), *(c.article for c in ruling.carries))
        if name and name not in articles
    ]


def carriers_nobody_has(rulings: tuple[Ruling, ...], articles: Mapping[str, Article], figures: Mapping[str, Figure]) -> list[str]:
    """Dated versions and rows said to follow a ruling that are not there."""
    found = []
    for ruling in rulings:
        for carrier in ruling.carries:
            if carrier.article and carrier.article in articles:
                versions = articles[carrier.article].versions
                if not any(date_of(version.starts) == carrier.since for version in versions):
                    found.append(f"{ruling.key}: {carrier.article}")
            elif carrier.figure not in figures or not any(
                row.since == carrier.since and carrier.known_from in (None, row.known_from)
                for row in figures[carrier.figure].values
            ):
                found.append(f"{ruling.key}: {carrier.figure or carrier.article}")
    return found


def clauses_still_cited(annulments: tuple[Annulment, ...], articles: Mapping[str, Article]) -> list[str]:
    """Articles in force on or after the day a ruling ended the clause they cite."""
    return [
        f"{name} cites {annulment.rule_en}, annulled since {annulment.since}"
        for annulment in annulments
        for name, article in articles.items()
        for version in article.versions
        if _cites(version, annulment) and _governs_from(article, version, annulment)
    ]


def _cites(version: Version, annulment: Annulment) -> bool:
    reference = version.reference
    return (
        version.function is not None
        and (reference.act, reference.number) == (annulment.act, annulment.number)
        and annulment.clause in ("", reference.clause)
    )


def _governs_from(article: Article, version: Version, annulment: Annulment) -> bool:
    """Whether a version governs on some day from the annulment on, by all we know now."""
    for day in {annulment.since, *(date_of(one.starts) for one in article.versions)}:
        if day >= annulment.since and _standing(article, day) is version:
            return True
    return False


def _standing(article: Article, day: date) -> Version | None:
    """The version that answers on a day; None where none does."""
    try:
        return article.version_for(at(day))
    except NotInForce:
        return None


def annulled_still_reached(articles: Mapping[str, Article]) -> list[str]:
    """Rules that, after an article was annulled, come to its old wording, to nothing, or say it again."""
    found = []
    for name, article in articles.items():
        for ending in (version for version in article.versions if version.function is None):
            old = [v.function for v in article.versions if v.function and v.starts < ending.starts]
            later = {v.starts for other in articles.values() for v in other.versions if v.starts > ending.starts}
            for day in sorted({ending.starts, *later}):
                for caller, version in _in_force(articles, day):
                    fault = _fault(caller, version, article, old, day)
                    if fault:
                        found.append(f"{caller.name} on {date_of(day)}: {fault} {name}")
    return list(dict.fromkeys(found))


def _in_force(articles: Mapping[str, Article], day: int) -> Iterator[tuple[Article, Version]]:
    for article in articles.values():
        version = _standing(article, date_of(day))
        if version is not None:
            yield article, version


def _fault(caller: Article, version: Version, annulled: Article, old: list[Callable], day: int) -> str:
    function = version.function
    if function is None:
        return ""
    if caller is annulled:
        return "still applies" if function in old else ""
    if any(_says_the_same(function, one) for one in old):
        return "says again"
    # An annulled article with an answer for silence gives that answer; one without would break the rule that asks.
    if annulled in called_by(function) and not _answers(annulled, day):
        return "still asks"
    return ""


@cache
def _says_the_same(one: Callable, other: Callable) -> bool:
    return tracing.same_source(one, other)


def _answers(article: Article, day: int) -> bool:
    try:
        article.version_for(at(date_of(day)))
    except NotInForce:
        return False
    return True


def rulings_nobody_registered(texts: Mapping[str, str], rulings: tuple[Ruling, ...]) -> list[str]:
    """Rulings named in the sources of articles and figures that the register does not hold."""
    known = {(number, ruling.known_day) for ruling in rulings for number in numbers_of(ruling)}
    found = []
    for name, text in texts.items():
        if "ruling" not in text:
            continue
        for written, day in NAMED_IN_SOURCE.findall(text):
            for number in re.findall(r"\d[\d/\-]*", written):
                if (number, date_from_text(day)) not in known:
                    found.append(f"{name}: {number} of {day}")
    return found


def numbers_of(ruling: Ruling) -> set[str]:
    """The numbers a ruling goes by: whole, each of a list, and both ends of a span."""
    parts = ruling.number.split(", ")
    return {ruling.number, *parts, *(end for part in parts for end in part.split("-"))}
