"""A pension brought to the money of today: the increase of every year since it began, each by the law of its own year."""

from datetime import date

from opentamin import law as laws
from opentamin.law.adjustment import yearly_raise
from opentamin.law.ask import Decision, Status, decide
from opentamin.law.days import date_of, day_number, jalali_from_date, next_month, number_of


def raises_since(pension: int, begun: date, today: date, raised_kind: int) -> list[Decision]:
    """One decision for each year after the one it began in, in order; the last may be without an answer, then none follows.

    `pension` is rials a month on the day it began; `raised_kind` a place in `RaisedKind`. An earlier year is asked on its
    last day, when its corrections were in.
    """
    found: list[Decision] = []
    first, last = jalali_from_date(begun)[0] + 1, jalali_from_date(today)[0]
    for year in range(first, last + 1):
        day = today if year == last else _last_day(year)
        claim = {"pension_monthly": pension, "award_day": number_of(begun), "day": number_of(day), "raised_kind": raised_kind}
        decision = decide(yearly_raise, claim, laws.at(day))
        found.append(decision)
        if not is_answered(decision):
            break
        pension = decision.amounts["pension_monthly"]
    return found


def is_answered(decision: Decision) -> bool:
    """Whether the law gave the pension of that year."""
    return decision.status is Status.DECIDED and not decision.is_for_a_person


def _last_day(year: int) -> date:
    after = next_month(year * 100 + 12)
    return date_of(day_number(after // 100, after % 100, 1) - 1)
