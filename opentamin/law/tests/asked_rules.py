"""Invented rights for the tests of asking, worded for as long as a test runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from opentamin.law.days import full_years_between, month_of_day
from opentamin.law.kinds import CareerDays, Code, DayNumber, Flag, Rials, one_of
from opentamin.law.machine.articles import ARTICLES, article
from opentamin.law.outcomes import Outcome
from opentamin.law.words import words_of

FIELD, MINE = 0, 1
Place: Any = one_of("place", "field", "mine")


class Claim(NamedTuple):
    day: DayNumber
    birth_day: DayNumber
    record_days: CareerDays
    is_worn_out: Flag = 0
    place: Place = 0


class Rest(NamedTuple):
    is_entitled: Flag
    pension_monthly: Rials
    outcome: Code = Outcome.MONTH_COUNTS


class Pay(NamedTuple):
    wage_monthly: Rials


class Window(NamedTuple):
    day: DayNumber


@article("1", law="ssl", in_force=("1354-07-01", "1410-01-01"), headline="pension_monthly")
def rest_right(claim: Claim, law) -> Rest:
    """Sixty years of age and twenty of record; from 1410 on, sixty-two."""
    if claim.day < claim.birth_day:
        return Rest(0, 0, Outcome.UNKNOWN)
    age = full_years_between(claim.birth_day, claim.day)
    if claim.is_worn_out == 1 or claim.place == MINE:
        return Rest(1, claim.record_days * law.minimum_wage_daily, Outcome.APPRENTICE_LIFTED)
    if claim.record_days < 7_300:
        return Rest(0, 0, Outcome.NO_DAYS)
    if age < 60:
        return Rest(0, 0, Outcome.MONTH_WAITS)
    return Rest(1, claim.record_days * law.minimum_wage_daily, Outcome.MONTH_COUNTS)


@rest_right.amended("1", law="ssl", in_force=("1410-01-01", None))
def rest_right_from_1410(claim: Claim, law) -> Rest:
    age = full_years_between(claim.birth_day, claim.day)
    if claim.record_days < 7_300:
        return Rest(0, 0, Outcome.NO_DAYS)
    if age < 62:
        return Rest(0, 0, Outcome.MONTH_WAITS)
    return Rest(1, claim.record_days * law.minimum_wage_daily, Outcome.MONTH_COUNTS)


@article("2", law="ssl", in_force=("1354-07-01", None), headline="pension_monthly")
def rest_award(claim: Claim, law) -> Rest:
    """Hands on what the right says."""
    right = rest_right(claim, law)
    if right.is_entitled == 0:
        return Rest(0, 0, right.outcome)
    return Rest(1, right.pension_monthly, right.outcome)


@article("3", law="ssl", in_force=("1354-07-01", None), headline="pension_monthly")
def two_paths(claim: Claim, law) -> Rest:
    """Either path would do."""
    if claim.record_days >= 10_950:
        return Rest(1, 1, Outcome.MONTH_COUNTS)
    if full_years_between(claim.birth_day, claim.day) >= 60:
        return Rest(1, 1, Outcome.COUNTED)
    return Rest(0, 0, Outcome.NO_DAYS)


@article("4", law="ssl", in_force=("1354-07-01", None), headline="pension_monthly")
def by_variable(claim: Claim, law) -> Rest:
    """The outcome stands in a variable of its own."""
    outcome = Outcome.MONTH_COUNTS
    pension_monthly = claim.record_days
    if claim.record_days < 7_300:
        pension_monthly = 0
        outcome = Outcome.UNKNOWN
    return Rest(1, pension_monthly, outcome)


@article("5", law="ssl", in_force=("1354-07-01", None), headline="pension_monthly")
def open_in_mehr(window: Window, law) -> Rest:
    """Open one month a year."""
    month = month_of_day(window.day)
    if month != month // 100 * 100 + 7:
        return Rest(0, 0, Outcome.MONTH_WAITS)
    return Rest(1, 1, Outcome.MONTH_COUNTS)


@article("6", law="ssl", in_force=("1354-07-01", None), headline="pension_monthly")
def paid_rest(claim: Claim, pay: Pay, law) -> Rest:
    """The wage is asked only of whoever has the right."""
    right = rest_right(claim, law)
    if right.is_entitled == 0:
        return Rest(0, 0, right.outcome)
    return Rest(1, pay.wage_monthly, right.outcome)


RULES = [paid_rest, rest_right, rest_award, two_paths, by_variable, open_in_mehr]
VARIABLES = {
    "day": "day asked", "birth_day": "day of birth", "record_days": "days of record", "is_worn_out": "worn out", "place": "place",
    "is_entitled": "entitled", "pension_monthly": "monthly pension", "age": "age", "right": "right", "month": "month", "outcome": "outcome",
    "wage_monthly": "monthly wage",
}  # fmt: skip
FA = {
    "day": "روز پرسش", "birth_day": "زادروز", "record_days": "روزهای سابقه", "is_worn_out": "فرسوده", "place": "جا",
    "is_entitled": "حق دارد", "pension_monthly": "مستمری ماهانه", "age": "سن", "right": "حق", "month": "ماه", "outcome": "نتیجه",
    "wage_monthly": "مزد ماهانه",
}  # fmt: skip


@contextmanager
def known_and_worded() -> Iterator[None]:
    """The invented rules among the articles, and their words among the words."""
    said = {"fa": (FA, "حق آسایش", "یک حق ساختگی."), "en": (VARIABLES, "Right to rest", "An invented right.")}
    for language, (variables, title, text) in said.items():
        data = words_of(language).data
        data["options"]["place"] = {"field": "مزرعه", "mine": "معدن"} if language == "fa" else {"field": "field", "mine": "mine"}
        data["articles"] |= {rule.name: {"title": title, "text": text, "variables": variables} for rule in RULES}
    ARTICLES.update({rule.name: rule for rule in RULES})
    try:
        yield
    finally:
        for rule in RULES:
            del ARTICLES[rule.name]
            for language in said:
                del words_of(language).data["articles"][rule.name]
        for language in said:
            del words_of(language).data["options"]["place"]
