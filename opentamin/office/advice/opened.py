"""The book of the law opened before the first reader comes: what every page of it reads is read once, when the server starts."""

from opentamin.law import book
from opentamin.law.words.files import LANGUAGES

from .searching import names_found

# Any article will do: the written cases, the words and who calls whom are read for the first page of all.
FIRST = "worker_due"


def open_book() -> None:
    """Read cases, words and neighbours of all articles, and what is looked through in a search; they are kept from then on."""
    for language in LANGUAGES:
        book.article_page(FIRST, language)
        book.index(language)
    names_found(FIRST)
