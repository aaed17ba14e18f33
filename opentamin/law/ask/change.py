"""What would change an answer: the first day a right arises, and single facts that would turn it.

Nothing is worked out beside the rule: the article itself is asked again, month by month and in the
month of the change day by day, each time by the law of that day as known now.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any

from .. import days
from ..errors import LawError, Missing
from ..machine.articles import NEVER, Article
from ..machine.dated import Law, at
from ..machine.plans import called_by, figures_read, plan_of
from ..machine.tracing import arguments_of
from .contradictions import contradictions
from .deciding import Decision, Question, Status, decide
from .growth import FIXED, grown, is_awaited, ways_for
from .standing import leading_field, verdict

YEARS = 40


@dataclass(frozen=True)
class Later:
    """What becomes of a refused right while time passes in one way.

    ``way``: "ageing" (only the days pass), "working" (insured work goes on) or "hazardous" (so does
    hazardous work). ``day`` is the first on which the right arises, ``months`` full months and ``rest_days``
    days from the day asked, ``decision`` that of the day. Where on that day nothing known stands in the
    way any more but a fact must be asked, ``question`` is that fact and there is no decision. All are None
    where the right does not arise within ``years``; ``trouble`` is what stopped the search.
    """

    way: str
    years: int
    day: date | None = None
    months: int | None = None
    rest_days: int | None = None
    decision: Decision | None = None
    question: Question | None = None
    trouble: LawError | None = None


@dataclass(frozen=True)
class Turning:
    """One fact that alone would turn the answer: its nearest value found, and the side from which it does.

    ``side`` is "least" (from this value up), "most" (down from it) or "is" (flags and choices).
    """

    name: str
    value: int
    side: str
    decision: Decision


@dataclass(frozen=True)
class Changes:
    """What would change a refusal, by time and by single facts; empty of an answer that is none."""

    decision: Decision
    later: tuple[Later, ...] = ()
    turning: tuple[Turning, ...] = ()

    @property
    def first(self) -> Later | None:
        """The earliest way by which the right arises."""
        found = [later for later in self.later if later.day is not None]
        return min(found, key=lambda later: later.day or date.max, default=None)

    def to_dict(self, language: str) -> dict[str, Any]:
        from .telling_change import changes_as_data

        return changes_as_data(self, language)


LawAt = Callable[[date], Law]


def what_changes(decision: Decision, law_at: LawAt | None = None, years: int = YEARS) -> Changes:
    """What would change a refused decision; ``law_at`` gives the law of a day (default: ours, as known then)."""
    if decision.status is not Status.DECIDED or decision.entitled is not False:
        return Changes(decision)
    search = _Search(decision, law_at or (lambda day: at(day, decision.known_on)), years)
    found = [search.later(way) for way in ways_for(decision.article, decision.facts, search.law_changes)]
    later = tuple(one for one in found if one.day or one.question or one.trouble or is_awaited(decision.article, one.way))
    return Changes(decision, later, tuple(search.turning()))


@cache
def _reached(article: Article) -> tuple[frozenset[str], frozenset[Article]]:
    """Figures and articles an article may come to, on any day."""
    found, waiting = {article}, [article]
    while waiting:
        for version in waiting.pop().versions:
            new = set(called_by(version.function)) - found if version.function is not None else set()
            found |= new
            waiting += new
    return frozenset(figures_read(article)), frozenset(found)


class _Search:
    """Asks one article again and again, with other facts and on other days."""

    def __init__(self, decision: Decision, law_at: LawAt, years: int) -> None:
        self.decision, self.article, self.facts = decision, decision.article, decision.facts
        self.law_at, self.years = law_at, years
        self.start = days.number_of(decision.day)
        self.leading = leading_field(self.article)

    @property
    def law_changes(self) -> bool:
        """Whether any of them is known to change after the day asked about."""
        return bool(self._steps)

    @cached_property
    def _steps(self) -> list[int]:
        """Day numbers after the start on which a figure or an article the case may come to changes."""
        rows, (figures, articles) = self.law_at(self.decision.day).rows(), _reached(self.article)
        found = {days.number_of(row.since) for name in figures if name in rows for row in rows[name][0].values}
        for article in articles:
            found |= {day for version in article.versions for day in (version.starts, version.ends)}
        return sorted(day for day in found if self.start < day < NEVER)

    def _law_on(self, number: int) -> Law:
        """A law that says the same as that of a day: the one of the last change before it."""
        place = bisect_right(self._steps, number)
        return self.law_at(days.date_of(self._steps[place - 1] if place else self.start))

    def grants(self, facts: Mapping[str, Any], law: Law) -> bool:
        """Whether the article grants, asked plainly."""
        answer = self.article(*arguments_of(self.article, facts), law)
        outcome = getattr(answer, "outcome", None)
        return outcome is not None and verdict(self.article, outcome.name, getattr(answer, self.leading)) is True

    # While time passes

    def later(self, way: str) -> Later:
        """The first day on which the right arises in one way; the search ends where a fact outgrows its bounds."""
        try:
            number = self._first_day(way)
        except LawError as trouble:
            return Later(way, self.years, trouble=trouble)
        if number is None:
            return Later(way, self.years)
        months = days.full_months_between(self.start, number)
        day = days.date_of(number)
        facts = grown(self.article, self.facts, way, number - self.start) or {}
        found = decide(self.article, facts, self.law_at(day))
        decision = found if found.question is None else None
        return Later(way, self.years, day, months, number - days.add_months(self.start, months), decision, found.question)

    def _first_day(self, way: str) -> int | None:
        before = self.start
        for month in range(1, self.years * 12 + 1):
            number = days.add_months(self.start, month)
            granted = self._grants_on(way, number)
            if granted is None:
                return None
            if granted:
                return next(day for day in range(before + 1, number + 1) if self._grants_on(way, day))
            before = number
        return None

    def _grants_on(self, way: str, number: int) -> bool | None:
        """Whether nothing known stands in the way on a day; None where a fact outgrows its bounds."""
        facts = grown(self.article, self.facts, way, number - self.start)
        try:
            return None if facts is None else self.grants(facts, self._law_on(number))
        except Missing:  # the rule goes on where it stopped before, and asks for more
            return True

    # Single facts

    def turning(self) -> Iterator[Turning]:
        """Facts that alone would turn the answer, each with the nearest value found."""
        law = self.law_at(self.decision.day)
        plan = plan_of(self.article)
        for name, kind in plan.kinds.items():
            if name in FIXED or name in plan.series or kind.unit in ("day", "month"):
                continue
            value = self.facts.get(name, self.decision.assumed.get(name))
            if value is None:
                continue
            if kind.unit == "flag" or kind.options:
                others: Any = ((other, "is") for other in range(kind.least, kind.greatest + 1) if other != value)
            else:
                others = self._nearest(name, value, law)
            for other, side in others:
                facts = {**self.facts, name: other}
                if self._would_grant(facts, law):
                    yield Turning(name, other, side, decide(self.article, facts, law))

    def _would_grant(self, facts: Mapping[str, Any], law: Law) -> bool:
        """Whether the changed facts grant; those that contradict each other, or ask for more, do not."""
        try:
            return self.grants(facts, law) and not list(contradictions(plan_of(self.article), facts))
        except LawError:
            return False

    def _nearest(self, name: str, value: int, law: Law) -> Iterator[tuple[int, str]]:
        """The nearest values above and below that turn the answer, found by doubling the distance and halving it again."""
        kind = plan_of(self.article).kinds[name]
        for sign, bound, side in ((1, kind.greatest, "least"), (-1, kind.least, "most")):
            refused, distance = value, 1
            while refused != bound:
                tried = min(value + distance, bound) if sign > 0 else max(value - distance, bound)
                if self._would_grant({**self.facts, name: tried}, law):
                    yield self._edge(name, refused, tried, law), side
                    break
                refused, distance = tried, distance * 2

    def _edge(self, name: str, refused: int, granted: int, law: Law) -> int:
        """Between a value that is refused and one that is granted: the granted one beside a refused one."""
        while abs(granted - refused) > 1:
            middle = (granted + refused) // 2
            if self._would_grant({**self.facts, name: middle}, law):
                granted = middle
            else:
                refused = middle
        return granted
