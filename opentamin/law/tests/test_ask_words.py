"""The words of asking: the same sentences with the same places in both languages, and each one used."""

import re
from collections.abc import Iterator
from typing import Any

from opentamin.law.kinds import Kind
from opentamin.law.machine.articles import ARTICLES
from opentamin.law.machine.plans import plan_of
from opentamin.law.machine.sources import SOURCES
from opentamin.law.words import words_of

LISTS = ("yes", "no", "currency", "toman", "percent")


def sentences(language: str) -> dict[str, str]:
    return dict(_walk(words_of(language).data["ask"], ""))


def _walk(part: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(part, str):
        yield path.lstrip("/"), part
    elif isinstance(part, dict):
        for name, inner in part.items():
            yield from _walk(inner, f"{path}/{name}")


def test_both_languages_hold_the_same_sentences_with_the_same_places():
    persian, english = sentences("fa"), sentences("en")
    assert set(persian) == set(english)
    for path, text in persian.items():
        assert set(re.findall(r"\{(\w+)", text)) == set(re.findall(r"\{(\w+)", english[path])), path
        assert re.search("[\u0600-\u06ff]", text) or not re.search("[A-Za-z]", re.sub(r"\{\w+\}", "", text)), path


def test_every_sentence_is_used():
    code = "".join(text.decode() for name, text in SOURCES.items() if name.startswith("ask/") and name.endswith(".py"))
    kinds = {kind.unit for article in ARTICLES.values() for kind in plan_of(article).kinds.values()}
    for path in sentences("en"):
        last = path.split("/")[-1]
        assert f'"{last}"' in code or last in kinds, path


def test_each_unit_of_a_fact_has_a_description_and_a_question():
    said = sentences("en")
    for article in ARTICLES.values():
        for kind in plan_of(article).kinds.values():
            key = _key(kind)
            assert f"kinds/{key}" in said and f"questions/{key}" in said


def _key(kind: Kind) -> str:
    return "option" if kind.options else kind.unit


def test_words_for_yes_no_and_units_are_known_in_both_languages():
    for name in LISTS:
        assert {str(word) for language in ("fa", "en") for word in words_of(language).data["ask"][name]}
