"""Rulings on an article, from the register where the law keeps one."""

from ..machine.articles import Article
from .pages import RulingMention


def rulings_on(article: Article, language: str) -> tuple[RulingMention, ...]:
    """Rulings tied to an article, oldest first."""
    return ()
