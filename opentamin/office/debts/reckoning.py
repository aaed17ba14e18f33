"""What a month comes to: facts of lists, papers and payments handed to the articles. No rule stands here."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from opentamin import law as laws
from opentamin.law import contributions, debts, procedure
from opentamin.law.debts.rows import ABSENT, GIVEN

from .models import DebtKind

Paid = tuple[date, int]
NOT_SERVED = 0  # the time of a list runs by itself


class Bill(NamedTuple):
    """What one list, or the papers of a month without one, ask of a workplace. Amounts in rials.

    `premium` is all but the unemployment premium; `arrived` the day the list came, None where none did; `paid` the payments
    with the days they count from; `node` the trace of the amount where the organisation worked it out itself.
    """

    workplace_id: int
    month: int
    list_id: int | None
    evidence_id: int | None
    premium: int
    unemployment: int
    state_share: int
    arrived: date | None
    last_day: procedure.LastDay
    paid: tuple[Paid, ...] = ()
    node: Any = None
    facts: Mapping[str, Any] = {}

    @property
    def asked(self) -> int:
        return self.premium + self.unemployment


class Part(NamedTuple):
    """One article asked: its name and facts, what it gave, and the day it was asked up to."""

    article: str
    facts: dict[str, Any]
    amount: int
    until: date
    node: Any

    def stored(self) -> dict[str, Any]:
        return {"article": self.article, "facts": self.facts, "amount": self.amount, "until": str(self.until), "trace": self.node.to_dict()}


class Claim(NamedTuple):
    """What a bill gives reason to ask for, by kind: the parts, and the accounts it falls to."""

    kind: str
    bill: Bill
    law: Any
    parts: tuple[Part, ...]
    split: dict[str, int]
    base: int = 0  # rials the list itself already asks, where the claim is for a difference

    @property
    def total(self) -> int:
        return sum(part.amount for part in self.parts)

    @property
    def is_enforceable(self) -> bool:
        return all(laws.is_enforceable(part.node) for part in self.parts)

    @property
    def digest(self) -> str:
        return hashlib.sha256("\n".join(laws.digest(part.node) for part in self.parts).encode()).hexdigest()


def last_day_of(month: int, is_relief: bool, *, known_on: date) -> procedure.LastDay:
    """Last day of the list and premium of a month, with the five-worker law and holidays (Art. 39)."""
    law = laws.at(laws.days.month_first_day(month), known_on=known_on)
    return procedure.list_last_day(contributions.ListDuty(month, int(is_relief)), law)


def is_past(last_day: procedure.LastDay, day: date) -> bool:
    """Whether what is done on a day is late by every reading of its last day; between two readings nobody is."""
    act = procedure.Act(NOT_SERVED, laws.days.number_of(day), last_day.last_day, last_day.doubt_until)
    return procedure.is_in_time(act, laws.at(laws.days.date_of(last_day.last_day))).outcome == laws.Outcome.LATE


def claims_of(bill: Bill, day: date, *, known_on: date) -> list[Claim]:
    """All that a bill gives reason to ask for on a day; nothing while its last day may not be over.

    The law is that of the first day of delay: a penalty is that of the law under which one was late.
    """
    if not is_past(bill.last_day, day):
        return []
    law = laws.at(laws.days.date_of(bill.last_day.last_day) + timedelta(days=1), known_on=known_on)
    found = [_assessed(bill, day, law), _list_penalty(bill, day, law), _late_premium(bill, day, law)]
    return [claim for claim in found if claim is not None and claim.total]


def _assessed(bill: Bill, day: date, law) -> Claim | None:
    if bill.node is None:
        return None
    part = Part("list_due", dict(bill.facts), bill.asked, day, bill.node)
    return Claim(DebtKind.ASSESSED_ART_40, bill, law, (part,), {"4620": bill.premium, "4300": bill.unemployment, "4500": bill.state_share})


def _list_penalty(bill: Bill, day: date, law) -> Claim | None:
    """A list that came between two readings of its last day is not late."""
    if bill.arrived and not is_past(bill.last_day, bill.arrived):
        return None
    part = _part(debts.list_penalty, "list_penalty", _month(bill, bill.asked, day), day, law)
    return Claim(DebtKind.LIST_PENALTY, bill, law, (part,), {"4600": part.amount})


def _late_premium(bill: Bill, day: date, law) -> Claim | None:
    """Each sum that was or is late, for its own months: what was paid late up to its day, what is open up to the day asked."""
    late = [(on, amount) for on, amount in bill.paid if is_past(bill.last_day, on) and on <= day]
    open_still = bill.asked - sum(amount for on, amount in bill.paid if on <= day)
    sums = sorted(late) + ([(day, open_still)] if open_still > 0 else [])
    if not sums:
        return None
    parts = tuple(_part(debts.late_premium_penalty, "late_penalty", _month(bill, amount, until), until, law) for until, amount in sums)
    return Claim(DebtKind.LATE_PREMIUM, bill, law, parts, {"4610": sum(part.amount for part in parts)})


def _month(bill: Bill, unpaid: int, day: date) -> debts.LateMonth:
    """The month with so much unpaid until a day. What is paid first counts on the unemployment premium: both bear the same rate."""
    number = laws.days.number_of
    of_premium = min(unpaid, bill.premium)
    return debts.LateMonth(
        premium=bill.premium,
        unemployment=bill.unemployment,
        premium_unpaid=of_premium,
        unemployment_unpaid=unpaid - of_premium,
        due_day=bill.last_day.last_day,
        list_state=GIVEN if bill.arrived else ABSENT,
        list_day=number(bill.arrived) if bill.arrived else number(day),
        day=number(day),
    )


def _part(article: Callable, answer: str, facts: debts.LateMonth, until: date, law) -> Part:
    node = laws.explain(article, facts, law)
    return Part(node.article, facts._asdict(), int(node.output[answer]), until, node)


def split_less(split: Mapping[str, int], before: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """Rials of each account that earlier entries do not already ask for."""
    rest = dict(split)
    for earlier in before:
        for account, amount in earlier.items():
            rest[account] = rest.get(account, 0) - amount
    return {account: amount for account, amount in rest.items() if amount}
