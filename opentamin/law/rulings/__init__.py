"""The register of rulings of the Administrative Justice Court: facts, our own words for what was held, and what it ends.

from opentamin.law import rulings

rulings.rulings_on("court_hears")        # those that touch an article
rulings.annulled_clauses()               # what may no longer be applied, and from which day
"""

from functools import cache

from .reading import read_rulings, registered
from .rows import BODIES, KINDS, PROOFS, SUBJECTS, Annulment, Carrier, Ruling


@cache
def all_rulings() -> tuple[Ruling, ...]:
    """Every ruling of the register, oldest first; LawRefused where a file is not as it must be."""
    return read_rulings(registered())


@cache
def ruling(key: str) -> Ruling:
    """The ruling of a key such as "29 of 1395-01-24"; KeyError when there is none."""
    return {one.key: one for one in all_rulings()}[key]


def rulings_on(article_name: str) -> tuple[Ruling, ...]:
    """The rulings that touch an article, oldest first."""
    return tuple(
        one
        for one in all_rulings()
        if article_name in one.articles
        or any(article_name == carrier.article for carrier in one.carries)
        or any(article_name == annulment.article for annulment in one.annuls)
    )


def annulled_clauses() -> tuple[Annulment, ...]:
    """Everything the rulings of the register end, oldest first."""
    return tuple(annulment for one in all_rulings() for annulment in one.annuls)


__all__ = [
    "BODIES",
    "KINDS",
    "PROOFS",
    "SUBJECTS",
    "Annulment",
    "Carrier",
    "Ruling",
    "all_rulings",
    "annulled_clauses",
    "ruling",
    "rulings_on",
]
