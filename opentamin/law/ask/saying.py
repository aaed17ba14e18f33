"""Sentences about asking, in the words of a language; a part of a sentence may depend on it."""

from collections.abc import Callable
from typing import Any

from .. import days
from ..kinds import Kind
from ..machine.articles import Article
from ..words import words_of
from ..words.files import LANGUAGES
from ..words.numerals import digits, number
from ..words.sums import Writer

Part = Any  # a value, or a function of the language


def say(language: str, *path: str, **parts: Part) -> str:
    """The sentence that stands in the words under ``ask`` at a path, with its parts filled in."""
    pattern = words_of(language).data["ask"]
    for step in path:
        pattern = pattern[step]
    return pattern.format(**{name: part(language) if callable(part) else part for name, part in parts.items()})


def in_both(*path: str, **parts: Part) -> dict[str, str]:
    """The sentence in both languages, by language."""
    return {language: say(language, *path, **parts) for language in LANGUAGES}


def label(article: Article, name: str, language: str) -> str:
    """What a fact or a result of an article is called; its own name where the words have none."""
    try:
        return words_of(language).variable(article.name, name)
    except KeyError:
        return name


def numbered(value: int) -> Callable[[str], str]:
    """A number in the digits and marks of the language."""
    return lambda language: number(value, language)


def as_written(text: Any) -> Callable[[str], str]:
    """A text in the digits of the language, otherwise as it stands."""
    return lambda language: digits(str(text), language)


def valued(kind: Kind, value: int) -> Callable[[str], str]:
    """A value with its unit, or the name of what it stands for."""

    def told(language: str) -> str:
        words = words_of(language)
        return words.option(kind, value) if kind.options else Writer(words, None).with_unit(value, kind.unit)

    return told


def options(kind: Kind) -> Callable[[str], str]:
    """The choices of a kind: the name to write and what it means."""

    def told(language: str) -> str:
        words = words_of(language)
        named = words.find("options", kind.unit, {})
        return words.of("patterns", "list_join").join(f"{name} ({named.get(name, name)})" for name in kind.options)

    return told


def kind_key(kind: Kind) -> str:
    """Under which key the words describe a kind and ask for it."""
    return "option" if kind.options else kind.unit


def plain_of(kind: Kind, value: int) -> Any:
    """A value as a document writes it: choices by name, days as Jalali text, yes and no as truth."""
    if kind.options:
        return kind.options[value]
    if kind.unit == "flag":
        return bool(value)
    if kind.unit == "day":
        return days.text_of(days.date_of(value))
    return value


def is_none(kind: Kind, value: int) -> bool:
    """Whether a result is a day or a month nobody gave: a rule can return no other nothing than 0."""
    return value == 0 and kind.unit in ("day", "month")


def plain_result(kind: Kind, value: int) -> Any:
    """A result as a document writes it; None for a day or month nobody gave."""
    return None if is_none(kind, value) else plain_of(kind, value)


def valued_result(kind: Kind, value: int) -> Callable[[str], str]:
    """A result with its unit, in words."""
    return (lambda language: words_of(language).of("patterns", "nothing")) if is_none(kind, value) else valued(kind, value)
