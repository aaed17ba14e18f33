"""Rulings that touch an article, itself or a figure it reads, from the register."""

from ..machine.articles import ARTICLES, Article
from ..rulings import Ruling, all_rulings, rulings_on
from ..words import words_of
from ..words.files import Words
from ..words.numerals import day, digits
from .figures import figures_of, readers
from .pages import RulingMention
from .source_texts import sources_read


def ruling_mentions(article: Article, language: str) -> tuple[RulingMention, ...]:
    """The rulings of an article's page, oldest first."""
    own = set(figures_of(article))
    keys = {one.key for one in rulings_on(article.name)}
    keys |= {one.key for one in all_rulings() if any(carrier.figure in own for carrier in one.carries)}
    words = words_of(language)
    return tuple(mention(one, words) for one in all_rulings() if one.key in keys)


def mention(ruling: Ruling, words: Words) -> RulingMention:
    """A ruling in words."""
    kind, body = words.of("ruling_kinds", ruling.kind), words.of("ruling_bodies", ruling.body)
    title = words.data["book"]["page"]["ruling"].format(kind=kind, number=digits(ruling.number, words.language), body=body)
    return RulingMention(
        key=ruling.key,
        title=title,
        day=ruling.known_day,
        day_text=day(ruling.known_day, words.language, words.of("calendar", "months")),
        is_day_rebuilt=ruling.is_day_rebuilt,
        subject=words.of("ruling_subjects", ruling.subject),
        holding=ruling.holding(words.language),
        proof=ruling.proof,
        proof_text=words.of("ruling_proofs", ruling.proof),
        sources=tuple(read for source in ruling.sources for read in sources_read(source, words)),
        annuls=tuple(annulment.rule(words.language) for annulment in ruling.annuls),
        figures=tuple(carrier.figure for carrier in ruling.carries if carrier.figure),
    )


def articles_under(ruling: Ruling) -> tuple[Article, ...]:
    """The articles a ruling names, those that follow it, and those it ended, each once."""
    named = [*ruling.articles, *(one.article for one in ruling.carries), *(one.article for one in ruling.annuls)]
    readers_of_figures = [article.name for one in ruling.carries if one.figure for article in readers(one.figure)]
    return tuple(ARTICLES[name] for name in dict.fromkeys(named + readers_of_figures) if name)
