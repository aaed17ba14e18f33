"""JSON Schema (2020-12) of what an article is asked and of what it answers, from its kinds and words.

A schema speaks the language asked for and carries both under ``x-words``. Facts left out are no
fault of a document: they are asked for one at a time, only those the rule comes to.
"""

import ast
from typing import Any

from ..kinds import Kind
from ..machine.articles import Article
from ..machine.plans import called_by, plan_of
from ..machine.tracing import definition_of
from ..words import words_of
from ..words.files import LANGUAGES
from .facts import ROWS_MAX
from .saying import kind_key, label, plain_of, say

DIALECT = "https://json-schema.org/draft/2020-12/schema"
# Jalali 1300 to 1500, or the Gregorian years of the same days; the calendar is checked when read.
DAY_PATTERN = r"^(1[345]\d{2}|19[2-9]\d|20\d{2}|21[0-2]\d)[-/](0?[1-9]|1[0-2])[-/](0?[1-9]|[12]\d|3[01])$"
MONTH_PATTERN = r"^1[345]\d{2}[-/](0?[1-9]|1[0-2])$"
# Days and months nobody gave are null.
RESULTS: dict[str, dict[str, Any]] = {
    "day": {"type": ["string", "null"], "pattern": DAY_PATTERN, "format": "jalali-date"},
    "month": {"type": ["integer", "null"]},
}
LIST: dict[str, Any] = {"type": "array"}
# What every decision holds, whatever the article; ``amounts`` and ``outcome`` are each article's own.
DECISION: dict[str, dict[str, Any]] = {
    "article": {"type": "string"},
    "status": {"enum": ["decided", "missing", "figure_unknown", "not_in_force"]},
    "day": {"type": "string", "pattern": DAY_PATTERN, "format": "jalali-date"},
    "known_on": {"type": ["string", "null"]},
    "law": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    "outcome": {"type": "string"},
    "entitled": {"type": ["boolean", "null"]},
    "is_for_a_person": {"type": "boolean"},
    "amounts": {"type": "object"},
    "facts": {"type": "object"},
    "assumed": {"type": "object"},
    "failed": {**LIST, "items": {"type": "object", "required": ["article", "cite", "text", "line"]}},
    "rests_on": {**LIST, "items": {"type": "object", "required": ["name", "label", "value", "since", "status", "why"]}},
    "question": {"type": ["object", "null"]},
    "title": {"type": "string"},
    "cite": {"type": "string"},
    "answer": {"type": "string"},
    "text": {**LIST, "items": {"type": "string"}},
    "trace": {"type": ["object", "null"]},
}


def facts_schema(article: Article, language: str = "fa") -> dict[str, Any]:
    """Schema of the facts of an article: titles, units, bounds, defaults, choices, series."""
    plan = plan_of(article)
    return {
        **_head(article, "facts", language),
        "properties": {name: _fact(article, name, language) for name in plan.kinds},
        "additionalProperties": False,
        "x-without-default": [name for name in plan.kinds if name not in plan.defaults],
        "x-same-length": list(plan.series),
    }


def answer_schema(article: Article, language: str = "fa") -> dict[str, Any]:
    """Schema of a decision on an article, as ``Decision.to_dict`` gives it."""
    results = {name: kind for name, kind in plan_of(article).results.items() if name != "outcome"}
    outcomes = outcomes_of(article)
    properties = {name: dict(form) for name, form in DECISION.items()}
    properties["amounts"] |= {
        "properties": {name: _result(article, name, kind, language) for name, kind in results.items()},
        "additionalProperties": False,
    }
    properties["outcome"] = {
        "enum": ["", *outcomes],
        "x-options": {name: {one: words_of(one).of("outcomes", name) for one in LANGUAGES} for name in outcomes},
    }
    return {**_head(article, "answer", language), "properties": properties, "required": list(properties)}


def _head(article: Article, part: str, language: str) -> dict[str, Any]:
    told = words_of(language).article(article.name)
    return {
        "$schema": DIALECT,
        "$id": f"urn:opentamin:law:{article.name}:{part}",
        "title": told["title"],
        "description": told["text"].strip(),
        "type": "object",
        "x-article": article.name,
        "x-words": {
            one: {"title": words["title"], "description": words["text"].strip()}
            for one in LANGUAGES
            if (words := words_of(one).article(article.name))
        },
    }


def _fact(article: Article, name: str, language: str) -> dict[str, Any]:
    """One fact: a value, or a list of them for a series."""
    plan = plan_of(article)
    kind = plan.kinds[name]
    value = {**_value(kind), **_worded(article, name, kind, language)}
    if name in plan.defaults:
        value["default"] = plain_of(kind, plan.defaults[name])
    if name not in plan.series:
        return value
    return {
        **_worded(article, name, kind, language),
        "type": "array", "items": _value(kind), "maxItems": ROWS_MAX,
    }  # fmt: skip


def _worded(article: Article, name: str, kind: Kind, language: str) -> dict[str, Any]:
    """Title, description and unit in the language asked for, and both beside them."""
    words = {
        one: {"title": label(article, name, one), "description": say(one, "kinds", kind_key(kind))} for one in LANGUAGES
    }
    return {**words[language], "x-unit": kind.unit, "x-words": words}


def _value(kind: Kind) -> dict[str, Any]:
    """The form of one value, as people and programs write it."""
    if kind.options:
        return {"enum": list(kind.options), "x-options": _options(kind)}
    if kind.unit == "flag":
        return {"type": "boolean"}
    if kind.unit == "day":
        return {"type": "string", "pattern": DAY_PATTERN, "format": "jalali-or-iso-date", "examples": ["1405-02-31", "2026-05-21"]}
    if kind.unit == "month":
        return {
            "anyOf": [
                {"type": "integer", "minimum": kind.least, "maximum": kind.greatest},
                {"type": "string", "pattern": MONTH_PATTERN},
            ],
            "examples": ["1405-08", 140508],
        }
    return {"type": "integer", "minimum": kind.least, "maximum": kind.greatest}


def _options(kind: Kind) -> dict[str, dict[str, str]]:
    """What each choice means, in both languages."""
    named = {one: words_of(one).find("options", kind.unit, {}) for one in LANGUAGES}
    return {option: {one: named[one].get(option, option) for one in LANGUAGES} for option in kind.options}


def _result(article: Article, name: str, kind: Kind, language: str) -> dict[str, Any]:
    form = RESULTS.get(kind.unit) or _value(kind)
    words = {
        one: {"title": words_of(one).article(article.name)["title"] if name == "value" else label(article, name, one)}
        for one in LANGUAGES
    }
    return {**form, **words[language], "x-unit": kind.unit, "x-words": words}


def outcomes_of(article: Article) -> tuple[str, ...]:
    """Names of the outcomes an article or those it calls may answer with, in alphabetical order."""
    if "outcome" not in plan_of(article).results:
        return ()
    return tuple(sorted(_outcomes(article, set())))


def _outcomes(article: Article, seen: set[str]) -> set[str]:
    if article.name in seen:
        return set()
    seen.add(article.name)
    names: set[str] = set()
    absent = getattr(article.absent, "outcome", None)
    names |= {absent.name} if absent is not None else set()
    for version in article.versions:
        if version.function is None:
            continue
        names |= {
            part.attr
            for part in ast.walk(definition_of(version.function))
            if isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name) and part.value.id == "Outcome"
        }
        default = getattr(article.result, "_field_defaults", {}).get("outcome")
        names |= {default.name} if default is not None else set()
        for called in called_by(version.function):
            names |= _outcomes(called, seen)
    return names
