"""The rules on trial: every function of a chapter, as it runs and as it is written."""

import ast
import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from opentamin.law.machine import sources
from opentamin.law.machine.articles import ARTICLES, Article
from opentamin.law.primitives import PRIMITIVES

LAW = "opentamin.law"
# What the rules of all chapters are written with.
FOUNDATIONS = {"days", "rounding"}


@dataclass(frozen=True)
class Rule:
    """One function of the law: ``function`` runs, ``definition`` stands in ``text``, the source of its whole file.

    ``article`` is the article of which it is a version; None for a primitive.
    """

    name: str
    chapter: str
    file: str
    function: Callable = field(compare=False)
    definition: ast.FunctionDef = field(compare=False)
    text: bytes = field(compare=False, repr=False)
    article: Any = field(default=None, compare=False, repr=False)

    @property
    def key(self) -> str:
        return f"{self.file}/{self.name}"

    @property
    def article_name(self) -> str:
        return "" if self.article is None else str(self.article.name)

    @property
    def versions(self) -> set[str]:
        """Keys of all versions of its article, or its own."""
        functions = [version.function for version in self.article.versions if version.function] if self.article else [self.function]
        return {f"{file_of(function.__module__)}/{function.__name__}" for function in functions}


def chapters() -> list[str]:
    """Names of the chapters: the folders of the law from which articles have come."""
    return sorted({chapter_of(name) for name in ARTICLES})


def chapter_of(article: str) -> str:
    """The chapter an article stands in; empty for one nobody wrote."""
    if article not in ARTICLES:
        return ""
    return ARTICLES[article].__module__.removeprefix(f"{LAW}.").partition(".")[0]


def rules_of(chapter: str) -> list[Rule]:
    """Every rule of a chapter, or of one file of FOUNDATIONS, in the order written."""
    if chapter in FOUNDATIONS:
        return list(rules_in(importlib.import_module(f"{LAW}.{chapter}"), chapter))
    names = sorted(name for name in sources.SOURCES if name.startswith(f"{chapter}/") and name.endswith(".py"))
    modules = [name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for name in names]
    return [rule for module in modules for rule in rules_in(importlib.import_module(f"{LAW}.{module}"), chapter)]


def rules_in(module: ModuleType, chapter: str) -> Iterator[Rule]:
    """The articles and primitives of a module; what only reads files when the module is loaded is no rule."""
    text = sources.module_text(module.__name__)
    file = file_of(module.__name__)
    articles = [thing for thing in vars(module).values() if isinstance(thing, Article)]
    versions = {version.function: article for article in articles for version in article.versions if version.function}
    rules = {function.__code__.co_firstlineno: function for function in (*versions, *PRIMITIVES) if function.__module__ == module.__name__}
    for definition in ast.parse(text).body:
        if isinstance(definition, ast.FunctionDef):
            first = min([definition.lineno, *(mark.lineno for mark in definition.decorator_list)])
            if first in rules:
                function = rules[first]
                yield Rule(definition.name, chapter, file, function, definition, text.encode(), versions.get(function))


def file_of(module: str) -> str:
    """Path inside the law of a module of rules."""
    return module.removeprefix(f"{LAW}.").replace(".", "/") + ".py"
