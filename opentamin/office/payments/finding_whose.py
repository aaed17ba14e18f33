"""Whose money is it? The rules, in their order; what none of them answers waits for an officer with proposals."""

import re
from typing import NamedTuple

from opentamin.banking import identifiers
from opentamin.office.ledger.models import Journal
from opentamin.office.ledger.queries import charge_of, open_items
from opentamin.office.records.numbers import read_number
from opentamin.office.registry.models import Workplace

from . import charges
from .models import Match, Slip, StatementLine

_NUMBER = re.compile(r"(?<![0-9])1[34][0-9]{2}-?[0-9]{4}-?[0-9]{6,12}(?![0-9])")


class Whose(NamedTuple):
    """The workplace a payment is for, the one charge it names if it names one, and the rule that found it."""

    workplace: Workplace
    charge: Journal | None
    rule: str


def find_whose(line: StatementLine) -> Whose | None:
    """By payment identifier, else by bill identifier, else by a tracking number in the words; None when no rule answers."""
    return _by_payment_id(line) or _by_bill_id(line) or _by_tracking(line)


def _by_payment_id(line: StatementLine) -> Whose | None:
    if not line.payment_id:
        return None
    slip = Slip.objects.select_related("workplace", "charge").filter(bill_id=line.bill_id, payment_id=line.payment_id).first()
    return Whose(slip.workplace, slip.charge, Match.Rule.PAYMENT_ID) if slip else None


def _by_bill_id(line: StatementLine) -> Whose | None:
    """The file in a bill of ours is the key of the workplace."""
    facts = identifiers.read_bill_id(line.bill_id)
    slip = Slip.objects.select_related("workplace").filter(bill_id=line.bill_id).first() if facts else None
    return Whose(slip.workplace, None, Match.Rule.BILL_ID) if slip else None


def _by_tracking(line: StatementLine) -> Whose | None:
    """A slip's number, or the tracking number of what is paid. Two numbers that lead to two workplaces lead nowhere."""
    found = {}
    for typed in _NUMBER.findall(f"{line.end_to_end} {line.text}"):
        number = read_number(typed)
        whose = _of_number(number) if number else None
        if whose is not None:
            found[whose.workplace.pk, whose.charge.pk if whose.charge else 0] = whose
    return next(iter(found.values())) if len(found) == 1 else None


def _of_number(number: str) -> Whose | None:
    slip = Slip.objects.select_related("workplace", "charge").filter(number=number).first()
    if slip is not None:
        return Whose(slip.workplace, slip.charge, Match.Rule.TRACKING)
    subject = charges.find(number)
    charge = charge_of(subject[0], subject) if subject else None
    leg = charge.legs.filter(account_id=charges.RECEIVABLE, party_kind="workplace").first() if charge else None
    return Whose(Workplace.objects.get(pk=leg.party_id), charge, Match.Rule.TRACKING) if leg else None


class Part(NamedTuple):
    """So many rials of a payment for one charge."""

    charge: Journal
    rials: int
    is_whole: bool  # after it nothing of the charge is open


def parts_for(workplace: Workplace, rials: int, charge: Journal | None = None) -> list[Part]:
    """What a sum pays: the charge it names and no other; if it names none, the one charge of exactly this sum, else the oldest first.

    What is left over is the workplace's credit. That unnamed money pays the oldest charge first is our choice: it is the one on
    which a penalty for lateness runs longest.
    """
    items = open_items(charges.RECEIVABLE, ("workplace", workplace.pk))
    if charge is not None:
        items = [item for item in items if item.journal.pk == charge.pk]
    else:
        exact = [item for item in items if item.remaining == rials]
        items = exact if len(exact) == 1 else items
    parts = []
    for item in items:
        share = min(rials, item.remaining)
        if share:
            parts.append(Part(item.journal, share, share == item.remaining))
            rials -= share
    return parts
