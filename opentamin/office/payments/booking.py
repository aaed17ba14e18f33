"""How money that came in stands in the books. Acts call this inside their transaction; the workplace is locked by them."""

from datetime import date, datetime

from opentamin.office.ledger.actions import post, settle
from opentamin.office.ledger.models import Journal
from opentamin.office.ledger.queries import balance
from opentamin.office.notices.actions import tell
from opentamin.office.registry.models import Workplace

from .charges import RECEIVABLE
from .finding_whose import Part
from .models import Match, Payment, PaymentState, StatementLine

BANK, UNEXPLAINED, UNMATCHED, CREDIT, REFUNDS = "1010", "1900", "2100", "2110", "2120"
OWN_ACCOUNTS, BANK_FEES = "1020", "5900"
Legs = list[tuple[str, str, int, int]]


def lock_workplace(workplace_id: int) -> Workplace:
    """The workplace, with what it owes and has: two who match at once stand in line here."""
    return Workplace.objects.select_for_update(no_key=True, of=("self",)).select_related("branch").get(pk=workplace_id)


def bank_party(line: StatementLine) -> tuple[str, int]:
    return "bank_account", line.account_id


def credit_of(workplace: Workplace) -> int:
    """Rials of credit a workplace has, never below zero."""
    return -balance(CREDIT, ("workplace", workplace.pk))


def book_unmatched(payment: Payment, now: datetime) -> Journal:
    """Money in, nobody's yet."""
    line = payment.line
    legs = [(BANK, *bank_party(line), payment.amount), (UNMATCHED, "payment", payment.pk, -payment.amount)]
    return post(kind="payment", subject=("payment", payment.pk), on=line.booked_on, legs=legs, reason=line.reference, now=now)


def book_known(payment: Payment, workplace: Workplace, parts: list[Part], now: datetime) -> Journal:
    """Money in for a workplace: to its charges, the rest to its credit."""
    line = payment.line
    legs = [(BANK, *bank_party(line), payment.amount), *_to(workplace, payment.amount, parts)]
    journal = post(kind="payment", subject=("payment", payment.pk), on=line.booked_on, legs=legs, reason=line.reference, now=now)
    settle_parts(journal, workplace, parts, payment.paid_on, now)
    return journal


def book_match(match: Match, parts: list[Part], on: date, now: datetime) -> Journal:
    """What was nobody's becomes a workplace's."""
    payment = match.payment
    legs = [(UNMATCHED, "payment", payment.pk, payment.amount), *_to(match.workplace, payment.amount, parts)]
    journal = post(kind="payment_match", subject=("match", match.pk), on=on, legs=legs, reason=payment.number, now=now)
    settle_parts(journal, match.workplace, parts, payment.paid_on, now)
    return journal


def _to(workplace: Workplace, rials: int, parts: list[Part]) -> Legs:
    paid, party = sum(part.rials for part in parts), ("workplace", workplace.pk)
    return [(RECEIVABLE, *party, -paid), (CREDIT, *party, paid - rials)]


def legs_to(workplace: Workplace, rials: int, parts: list[Part]) -> Legs:
    """Credit legs of a sum given to a workplace: its charges first, the rest its credit."""
    return _to(workplace, rials, parts)


def settle_parts(journal: Journal, workplace: Workplace, parts: list[Part], on: date, now: datetime) -> None:
    """Settle each part by this credit, as paid on the day of the money."""
    party = ("workplace", workplace.pk)
    for part in parts:
        settle(part.charge, journal, part.rials, account=RECEIVABLE, party=party, on=on, now=now)


def state_after(rials: int, parts: list[Part]) -> str:
    """How a payment stands once it was given to these parts."""
    paid = sum(part.rials for part in parts)
    if not paid:
        return PaymentState.CREDITED
    if paid < rials:
        return PaymentState.OVER
    return PaymentState.MATCHED if all(part.is_whole for part in parts) else PaymentState.PARTIAL


def give_to(payment: Payment, workplace: Workplace, parts: list[Part], now: datetime) -> None:
    """Note on the payment whose it is and how it stands, and tell the workplace."""
    payment.workplace, payment.state, payment.note = workplace, state_after(payment.amount, parts), ""
    payment.save(update_fields=["workplace", "state", "note"])
    facts = {"number": payment.number, "amount": payment.amount, "state": str(payment.state), "credit": payment.amount - sum(part.rials for part in parts)}
    tell(("workplace", workplace.pk), "payment_received", facts, "/payments/", now=now)
