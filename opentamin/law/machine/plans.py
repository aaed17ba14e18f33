"""What an article needs and gives: facts, results, the figures and the articles it may come to."""

import dis
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from ..kinds import Kind, fields_of, is_row, kind_needed, kind_of
from .articles import Article
from .dated import Law


@dataclass(frozen=True)
class Plan:
    """How one article meets its columns: facts by name, defaults, series, results."""

    article: Article
    kinds: dict[str, Kind]
    defaults: dict[str, int]
    series: tuple[str, ...]
    results: dict[str, Kind]

    def blank(self, field: str) -> int:
        """What a result reads where a fact is missing: UNKNOWN with zeros, or absent."""
        return 0 if "outcome" in self.results else self.results[field].absent


@cache
def plan_of(article: Article, fields: tuple[str, ...] | None = None) -> Plan:
    """Facts and results of an article, from its annotations."""
    kinds: dict[str, Kind] = {}
    defaults: dict[str, int] = {}
    series = []
    for name, hint in article.parameters.items():
        if is_row(hint):
            kinds.update(fields_of(hint))
            defaults.update({field: int(value) for field, value in hint._field_defaults.items()})
            continue
        kinds[name] = kind_needed(hint)
        if kind_of(hint) is None:
            series.append(name)
    results = fields_of(article.result) if is_row(article.result) else {"value": kind_needed(article.result)}
    wanted = {name: results[name] for name in (fields or results)}
    return Plan(article, kinds, defaults, tuple(series), wanted)


def figures_read(article: Article, law: Law | None = None) -> set[str]:
    """Figures an article and those it calls may read, on one day or on any."""
    versions = [article.version_for(law)] if law else article.versions
    names: set[str] = set()
    for version in versions:
        if version is not None and version.function is not None:
            for called in called_by(version.function):
                names |= figures_read(called, law)
            names |= figures_named(version.function)
    return names


@cache
def figures_named(function: Any) -> frozenset[str]:
    """Figures a rule itself reads: what it asks of its last argument. Read from the compiled function, as `called_by` is."""
    law = function.__code__.co_varnames[function.__code__.co_argcount - 1]
    steps = list(dis.get_instructions(function))
    return frozenset(after.argval for step, after in pairwise(steps) if step.argval == law and after.opname == "LOAD_ATTR")


@cache
def called_by(function: Any) -> tuple[Article, ...]:
    """Articles a rule calls directly, by name. Read from the compiled function: its traced copy takes far longer to make."""
    names = {step.argval for step in dis.get_instructions(function) if step.opname == "LOAD_GLOBAL"}
    found = {name: function.__globals__.get(name) for name in sorted(names)}
    return tuple(one for one in found.values() if isinstance(one, Article))
