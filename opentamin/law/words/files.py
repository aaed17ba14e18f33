"""The words file of one language, and the keys it must hold."""

from functools import cache
from typing import Any

from ..errors import LawRefused
from ..kinds import Kind
from ..machine import sources
from ..machine.figures import Status, all_figures, load_yaml
from ..outcomes import Outcome

LANGUAGES = ("fa", "en")


class Words:
    """Words of one language, looked up by (article, variable) and by kind of thing."""

    def __init__(self, language: str, data: dict[str, Any]) -> None:
        self.language, self.data = language, data

    def article(self, name: str) -> dict[str, str]:
        """``title`` and ``text`` of an article."""
        return self.data["articles"][name]

    def variable(self, article: str, name: str) -> str:
        """A fact, result or step: the article's own word for it, or the common one."""
        own = self.data["articles"].get(article, {}).get("variables", {})
        return own.get(name) or self.data["variables"][name]

    def option(self, kind: Kind, value: int) -> str:
        """The name of the thing a number stands for."""
        return self.data["options"][kind.unit][kind.options[value]]

    def of(self, section: str, name: str) -> Any:
        """A word of a section: acts, clauses, figures, choices, units, outcomes, …"""
        return self.data[section][name]

    def find(self, section: str, name: str, otherwise: Any = "") -> Any:
        return self.data.get(section, {}).get(name, otherwise)


@cache
def words_of(language: str) -> Words:
    """The words of a language, "fa" or "en"; ValueError for another."""
    if language not in LANGUAGES:
        raise ValueError(f"There are words in {' and '.join(LANGUAGES)}, not in {language!r}.")
    data: dict[str, Any] = {}
    for name in sources.named(language):
        _add(data, load_yaml(sources.read(name)), name)
    return Words(language, data)


def _add(data: dict[str, Any], more: dict[str, Any], file: str) -> None:
    """One chapter's words beside the others'; two files may not word one thing differently."""
    for section, entries in more.items():
        kept = data.setdefault(section, {})
        for name, said in entries.items():
            if kept.setdefault(name, said) != said:
                raise LawRefused(
                    f"«{section}/{name}» در {file} و در فصلی دیگر دو جور گفته شده است.",
                    f"{section}/{name} is worded in {file} and otherwise in another chapter.",
                )


def missing_words(language: str, articles: dict[str, Any]) -> list[str]:
    """Keys the law needs and the file of a language does not have."""
    words = words_of(language)
    return sorted(key for key in _needed(articles) if not _has(words, key.split("/")))


def _has(words: Words, parts: list[str]) -> bool:
    if parts[0] == "variable":
        try:
            return bool(words.variable(parts[1], parts[2]))
        except KeyError:
            return False
    found: Any = words.data
    for part in parts:
        found = found.get(part) if isinstance(found, dict) else None
    return bool(found)


def _needed(articles: dict[str, Any]) -> set[str]:
    keys = {f"outcomes/{outcome.name}" for outcome in Outcome}
    keys |= {f"statuses/{status}" for status in Status}
    for figure in all_figures().values():
        keys |= {f"figures/{figure.name}", f"acts/{figure.act}/name", f"units/{figure.unit}"}
        keys |= {f"sources/{figure.ask}"}
        keys |= {f"choices/{figure.name}/{choice}" for choice in figure.choices}
        keys |= {f"whys/{figure.name}" for row in figure.values if row.why}
    for article in articles.values():
        keys |= _needed_by(article)
    return keys


def _needed_by(article: Any) -> set[str]:
    from ..machine.plans import plan_of
    from ..machine.tracing import script_of

    name, plan = article.name, plan_of(article)
    keys = {f"articles/{name}/title", f"articles/{name}/text", f"acts/{article.reference.act}/name"}
    keys |= {f"variable/{name}/{fact}" for fact in plan.kinds}
    keys |= {f"variable/{name}/{field}" for field in plan.results if field not in ("value", "outcome")}
    kinds = (*plan.kinds.values(), *plan.results.values())
    keys |= {f"units/{kind.unit}" for kind in kinds if not kind.options}
    keys |= {f"options/{kind.unit}/{option}" for kind in kinds for option in kind.options}
    for version in article.versions:
        if version.reference.clause:
            keys.add(f"clauses/{version.reference.clause}")
        if version.function is not None:
            script = script_of(version.function)
            keys |= {f"variable/{name}/{leaf}" for kind, leaf in script.leaves if kind in ("fact", "name")}
            keys |= {f"variable/{name}/{line[1]}" for line in script.lines if line[1]}
    return keys
