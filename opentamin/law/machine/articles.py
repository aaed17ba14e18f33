"""An article of an act is one plain function of facts and of the law of a day.

    @article("28", law="ssl", in_force=("1354-07-01", None))
    def premium_of_wage(wage: Rials, law) -> Rials:
        return portion(wage, law.rate_worker, law.rounding_worker_share)

Called plainly it runs. Under ``explain`` a tracing copy of the same source runs. In a
batch the same source is compiled. When the logic changes, a new dated function stands
beside the old: ``@premium_of_wage.amended(...)``; ``annulled(...)`` ends one for good.
"""

import functools
import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_type_hints

from .. import days
from ..errors import LawRefused, NotInForce
from . import sources, tracing

ARTICLES: dict[str, "Article"] = {}
NEVER = 10**7
NO_ANSWER = object()

Span = tuple[str, str | None]


@dataclass(frozen=True)
class Reference:
    """Where the rule stands: act (key of the words files), article number, clause."""

    act: str
    number: str
    clause: str = ""


@dataclass(frozen=True)
class Version:
    """One wording of an article; ``function`` is None where it was annulled.

    ``starts`` to ``ends`` (not included) are the days it governs, ``known`` the day from
    which it was known; all are day numbers.
    """

    function: Callable | None
    reference: Reference
    starts: int
    ends: int
    known: int
    source: str

    def governs(self, law: Any) -> bool:
        return self.starts <= law.day_number < self.ends and self.known <= law.known_number


def _span(in_force: Span) -> tuple[int, int]:
    start, end = in_force
    starts = days.number_of(days.date_from_text(start))
    return starts, NEVER if end is None else days.number_of(days.date_from_text(end))


class Article:
    """A rule with its dated versions; call it with its facts and the law of a day."""

    def __init__(self, name: str, absent: Any, headline: str) -> None:
        self.name, self.absent, self.headline = name, absent, headline
        self.versions: tuple[Version, ...] = ()

    def __call__(self, *arguments: Any) -> Any:
        version = self.version_for(arguments[-1])
        if version is None or version.function is None:
            return self.absent
        return version.function(*arguments)

    def version_for(self, law: Any) -> Version | None:
        """The version that governs; None where it is absent and silence is an answer."""
        for version in self.versions:
            if version.governs(law):
                if version.function is not None:
                    return version
                break
        if self.absent is NO_ANSWER:
            raise NotInForce(self.name, days.text_of(law.day), self.spans(), self._titles())
        return None

    def spans(self) -> list[tuple[str, str]]:
        """Days governed, oldest first: the first day and the day after the last, empty while it governs."""
        shown = [version for version in reversed(self.versions) if version.function]
        return [(_day_text(version.starts), "" if version.ends >= NEVER else _day_text(version.ends)) for version in shown]

    def _titles(self) -> tuple[str, str] | None:
        """Its title in Persian and English; None for an article without words, as tests make them."""
        from ..words import words_of

        try:
            return words_of("fa").article(self.name)["title"], words_of("en").article(self.name)["title"]
        except KeyError:
            return None

    @property
    def reference(self) -> Reference:
        return self.versions[0].reference

    @functools.cached_property
    def parameters(self) -> dict[str, Any]:
        """Parameter name → row class or annotated kind, without the law."""
        hints = get_type_hints(self._newest, include_extras=True)
        names = list(inspect.signature(self._newest).parameters)[:-1]
        return {name: hints.get(name) for name in names}

    @functools.cached_property
    def result(self) -> Any:
        """Row class or kind of the result."""
        return get_type_hints(self._newest, include_extras=True).get("return")

    @property
    def _newest(self) -> Callable:
        return next(version.function for version in self.versions if version.function)

    def amended(
        self, number: str, *, law: str, in_force: Span, clause: str = "",
        known_from: str | None = None, source: str = "",
    ) -> Callable[[Callable], "Article"]:  # fmt: skip
        """Set a new dated function beside the old ones."""
        return lambda function: self._add(
            function, Reference(law, number, clause), in_force, known_from, source
        )

    def annulled(self, *, since: str, source: str, known_from: str | None = None) -> "Article":
        """End the article from a day on, perhaps learnt later; it cannot come back as it was."""
        return self._add(None, self.reference, (since, None), known_from, source)

    def _add(
        self, function: Callable | None, reference: Reference, in_force: Span,
        known_from: str | None, source: str,
    ) -> "Article":  # fmt: skip
        starts, ends = _span(in_force)
        # Unless somebody says otherwise, a wording was known from its first day on.
        known = starts if known_from is None else days.number_of(days.date_from_text(known_from))
        version = Version(function, reference, starts, ends, known, source)
        if starts >= ends:
            raise _refused(self.name, "پایان آن پیش از آغاز است.", "ends before it starts.")
        for other in self.versions:
            self._refuse_clash(version, other, is_correction=known_from is not None)
        # Latest knowledge first: the first version that governs is the one that stands.
        order = sorted((*self.versions, version), key=lambda v: (-v.known, -v.starts))
        self.versions = tuple(order)
        return self

    def _refuse_clash(self, new: Version, old: Version, *, is_correction: bool) -> None:
        overlaps = new.starts < old.ends and old.starts < new.ends
        ends_it = new.function is None or (is_correction and new.known > old.known)
        if overlaps and not ends_it:
            raise _refused(
                self.name,
                "دو متن آن یک روز را در بر می‌گیرند.",
                "two of its versions govern the same day.",
            )
        if old.function is None and new.function is not None and new.ends > old.starts:
            ended = [v.function for v in self.versions if v.function and v.starts < old.starts]
            if any(tracing.same_source(new.function, function) for function in ended):
                raise _refused(
                    self.name,
                    "متن باطل‌شده دوباره آورده شده است.",
                    "an annulled wording is issued again.",
                )


def _refused(name: str, fa: str, en: str) -> LawRefused:
    return LawRefused(f"قاعدهٔ «{name}»: {fa}", f"Article {name!r}: {en}")


def _day_text(number: int) -> str:
    return days.text_of(days.date_of(number))


def article(
    number: str, *, law: str, in_force: Span, clause: str = "", known_from: str | None = None,
    source: str = "", absent: Any = NO_ANSWER, headline: str = "",
) -> Callable[[Callable], Article]:  # fmt: skip
    """Make a function an article of an act.

    ``absent`` is the answer on days the article does not govern (default: NotInForce is
    raised); ``headline`` names the result field an explanation leads with.
    """

    def decorate(function: Callable) -> Article:
        made = Article(function.__name__, absent, headline)
        functools.update_wrapper(made, function)
        made._add(function, Reference(law, number, clause), in_force, known_from, source)
        if sources.is_law(function.__module__):
            if made.name in ARTICLES:
                raise _refused(made.name, "دو بار تعریف شده است.", "is defined twice.")
            ARTICLES[made.name] = made
        return made

    return decorate
