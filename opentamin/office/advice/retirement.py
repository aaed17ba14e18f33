"""The course of a life toward a pension: the same claim asked month by month, each time by the law known for that day.

No condition stands here: which path is open, and what it pays, the articles say."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from opentamin import law as laws
from opentamin.law import words
from opentamin.law.ask import Decision, decide
from opentamin.law.days import add_months, date_of, full_months_between, month_of_day
from opentamin.law.kinds import kind_needed
from opentamin.law.old_age import OldAgeClaim, OldAgePath, OldAgePaths, old_age_decision, old_age_paths, path_pension
from opentamin.law.pensions import AveragedWages
from opentamin.office.kit.numbers import is_persian

from .chart import Point
from .durations import in_years_and_months, span_words

YEARS_AHEAD, YEARS_AFTER_LAST = 35, 4
PATHS = kind_needed(OldAgePath)
NO_PATH = 0
# When age and the longest service have both opened a path, time opens no other.
LAST_TO_OPEN = {PATHS.options.index("normal_age"), PATHS.options.index("thirty_five_years")}
# A claim grows by these while insured work goes on.
GROW_WITH_WORK = ("record_days", "labour_law_days")


@dataclass(frozen=True)
class Prospect:
    """One path: the first day it is open and what it then pays."""

    path: str
    name: str
    cite: str
    day: date
    month: int
    pension: int
    waits_months: int
    age: str
    service: str
    decision: Decision

    @property
    def waits(self) -> str:
        """«۶ سال و ۵ ماه», or empty when it is open already."""
        return span_words(*divmod(self.waits_months, 12)) if self.waits_months else ""


class Course:
    """A claim and how it grows; asked at the first of each month ahead, and day by day in the month a path opens."""

    def __init__(self, claim: dict, wages: AveragedWages, *, goes_on: bool, years: int = YEARS_AHEAD) -> None:
        self.claim, self.wages, self.goes_on, self.years = claim, wages, goes_on, years
        self.start = claim["day"]

    def on(self, number: int) -> dict:
        """The claim as it will be on a day."""
        passed = number - self.start
        grown = {**self.claim, "day": number}
        if self.goes_on:
            grown["last_work_day"] = number
            for name in GROW_WITH_WORK:
                grown[name] = self.claim[name] + passed if self.claim[name] else 0
        return grown

    def law_on(self, number: int) -> laws.Law:
        """The law of a day ahead: that of the last change known before it."""
        place = bisect_right(self._changes, number)
        return laws.at(date_of(self._changes[place - 1] if place else self.start))

    @cached_property
    def _changes(self) -> list[int]:
        rows = laws.at(date_of(self.start)).rows().values()
        found = {laws.days.number_of(row.since) for figure, _row in rows for row in figure.values}
        found |= {day for article in laws.ARTICLES.values() for version in article.versions for day in (version.starts, version.ends)}
        return sorted(day for day in found if self.start < day < self.start + 36_525)

    @cached_property
    def _months(self) -> list[int]:
        return [self.start, *(add_months(self.start, month) for month in range(1, self.years * 12 + 1))]

    def _paths_on(self, number: int) -> OldAgePaths:
        return old_age_paths(OldAgeClaim(**self.on(number)), self.law_on(number))

    def _open_on(self, number: int) -> list[int]:
        """Places of the paths open on a day."""
        answer = self._paths_on(number)
        return [place for place, name in enumerate(PATHS.options) if place != NO_PATH and getattr(answer, f"is_by_{name}")]

    @cached_property
    def _first_days(self) -> dict[int, int]:
        """The first day each path is open, for those that open within the years ahead."""
        found: dict[int, int] = {}
        before = self.start - 1
        for number in self._months:
            fresh = [place for place in self._open_on(number) if place not in found]
            for place in fresh:
                found[place] = self._day_of(place, before, number)
            if found.keys() >= LAST_TO_OPEN:
                break
            before = number
        return found

    def _day_of(self, place: int, closed: int, is_open: int) -> int:
        """The first day a path is open, between a day it was closed and one it is open; a path that opens stays open so long."""
        while is_open - closed > 1:
            middle = (closed + is_open) // 2
            if place in self._open_on(middle):
                is_open = middle
            else:
                closed = middle
        return is_open

    def prospects(self) -> list[Prospect]:
        """Paths in the order in which they open."""
        return [self._prospect(place, number) for place, number in sorted(self._first_days.items(), key=lambda item: item[1])]

    def unreached(self) -> list[str]:
        """Names of paths that do not open within the years ahead."""
        return [_named(place) for place in range(len(PATHS.options)) if place != NO_PATH and place not in self._first_days]

    def _prospect(self, place: int, number: int) -> Prospect:
        law, claim, paths = self.law_on(number), self.on(number), self._paths_on(number)
        facts = {
            "path": place, "years": paths.years, "counted_days": paths.counted_days,
            "favour_days": claim.get("favour_days", 0), "bought_days": claim.get("bought_days", 0), **self.wages._asdict(),
        }  # fmt: skip
        pays = decide(path_pension, facts, law)
        language = "fa" if is_persian() else "en"
        reference = laws.ARTICLES[f"path_{PATHS.options[place]}"].reference
        return Prospect(
            path=PATHS.options[place],
            name=_named(place),
            cite=words.rendering.cite(reference.act, reference.number, reference.clause, words.words_of(language)),
            day=date_of(number),
            month=month_of_day(number),
            pension=pays.amounts["pension_monthly"],
            waits_months=full_months_between(self.start, number) + (number > self.start),
            age=span_words(*divmod(full_months_between(claim["birth_day"], number), 12)),
            service=span_words(*in_years_and_months(claim["record_days"], law)),
            decision=self.decision_on(number),
        )

    def decision_on(self, number: int) -> Decision:
        """The decision on the whole claim on a day, with its reasons."""
        return decide(old_age_decision, {**self.on(number), **self.wages._asdict()}, self.law_on(number))

    def points(self, prospects: list[Prospect]) -> list[Point]:
        """What leaving in each month would bring by the best path then open, a few years beyond the last that opens."""
        first = min(laws.days.number_of(one.day) for one in prospects)
        last = max(laws.days.number_of(one.day) for one in prospects) + YEARS_AFTER_LAST * 365
        return [
            Point(month_of_day(number), self._pension_on(number) if number >= first else 0) for number in self._months if number <= last
        ]

    def month_from(self, day: date) -> int:
        """The first month asked about in which a path that opens on a day is open."""
        number = laws.days.number_of(day)
        return month_of_day(next(month for month in self._months if month >= number))

    def _pension_on(self, number: int) -> int:
        return old_age_decision(OldAgeClaim(**self.on(number)), self.wages, self.law_on(number)).pension_monthly


def _named(place: int) -> str:
    language = "fa" if is_persian() else "en"
    return words.words_of(language).option(PATHS, place)
