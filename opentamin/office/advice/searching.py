"""Finding articles and figures of the law by words, however they are spelt. Words of both languages are looked through."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from opentamin.law import book, words
from opentamin.law.machine.articles import ARTICLES
from opentamin.law.machine.figures import all_figures
from opentamin.law.machine.plans import plan_of
from opentamin.law.words.files import LANGUAGES
from opentamin.office.kit.text import fold_text, search_key

from .tongue import page_language

QUERY_MAX, WORDS_MAX, FOUND_MAX = 100, 8, 60
# What a word is worth, by where it stands.
NUMBER, TITLE, CITE, TEXT, FACTS = 16, 8, 4, 2, 1


@dataclass(frozen=True)
class FoundArticle:
    """An article found: how to link to it, and what it says."""

    name: str
    title: str
    cite: str
    text: str


@dataclass(frozen=True)
class Found:
    """What was found, the best first; `count` is how many articles there are, shown or not."""

    articles: tuple[FoundArticle, ...]
    figures: tuple[book.FigureHistory, ...]
    count: int

    @property
    def is_empty(self) -> bool:
        return not (self.articles or self.figures)


def find(query: str) -> Found:
    """Articles and figures in which every word of the query stands; nothing for a query without words."""
    wanted = words_wanted(query)
    if not wanted:
        return Found((), (), 0)
    names = names_found(query)
    figures = [name for name, key in _figure_keys().items() if all(word in key for word in wanted)]
    language = page_language()
    return Found(
        tuple(_shown(name, language) for name in names[:FOUND_MAX]),
        tuple(book.figure_history(name, language) for name in figures[:FOUND_MAX]),
        len(names),
    )


def names_found(query: str) -> list[str]:
    """Names of articles in which every word of the query stands, the best first."""
    wanted = words_wanted(query)
    scored = [(_score(name, wanted), name) for name in ARTICLES] if wanted else []
    return [name for score, name in sorted(scored, key=lambda one: -one[0]) if score]


def words_wanted(query: str) -> list[str]:
    """The words of a query in one spelling, as many as we look for."""
    keys = (search_key(word) for word in fold_text(query[:QUERY_MAX]).split())
    return list(dict.fromkeys(key for key in keys if key))[:WORDS_MAX]


def _score(name: str, wanted: list[str]) -> int:
    """How well an article answers; 0 when a word is missing."""
    total = 0
    for word in wanted:
        worth = next((worth for worth, key in _article_keys()[name] if (word == key if worth == NUMBER else word in key)), 0)
        if not worth:
            return 0
        total += worth
    return total


@cache
def _article_keys() -> dict[str, tuple[tuple[int, str], ...]]:
    """For each article, what a word is worth and where it is looked for, the best place first."""
    return {
        name: (
            (NUMBER, search_key(article.reference.number)),
            (TITLE, _key(words.words_of(one).article(name)["title"] for one in LANGUAGES)),
            (CITE, _key([name, *(_cite(name, one) for one in LANGUAGES)])),
            (TEXT, _key(words.words_of(one).article(name)["text"] for one in LANGUAGES)),
            (FACTS, _key(words.words_of(one).variable(name, fact) for fact in plan_of(article).kinds for one in LANGUAGES)),
        )
        for name, article in ARTICLES.items()
    }  # fmt: skip


@cache
def _figure_keys() -> dict[str, str]:
    return {name: _key([name, *(words.words_of(one).of("figures", name) for one in LANGUAGES)]) for name in all_figures()}


def _key(texts: Iterable[str]) -> str:
    return "\n".join(search_key(text) for text in texts)


def _cite(name: str, language: str) -> str:
    reference = ARTICLES[name].reference
    return words.rendering.cite(reference.act, reference.number, reference.clause, words.words_of(language))


def _shown(name: str, language: str) -> FoundArticle:
    said = words.words_of(language).article(name)
    return FoundArticle(name, said["title"], _cite(name, language), said["text"].strip())
