"""What is held against what at the end of a day. Each tie is two sums that must be one, found in two different places."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from django.db import connection
from django.db.models import Q, Sum

from opentamin.office.ledger.models import Leg
from opentamin.office.ledger.queries import balance

from . import charges
from .booking import BANK, CREDIT, REFUNDS, UNMATCHED
from .charges import RECEIVABLE
from .models import BankAccount, Payment, PaymentState, Refund, RefundState, StatementLine
from .queries import sum_of, unbooked_lines


class Tie(NamedTuple):
    """`name` is a code for the page's words, `about` what of it (a kind of charge, an account); rials on either side."""

    name: str
    about: str
    left: int
    right: int

    @property
    def difference(self) -> int:
        return self.left - self.right


def ties(day: date) -> Iterator[Tie]:
    """Documents against books, books against bank, and the books against themselves, up to a day."""
    yield from _documents(day)
    yield from _bank(day)
    yield from _subledgers()
    yield Tie("open_items", "", balance(RECEIVABLE), _open_items())
    yield Tie("books", "", _total(Q()), 0)


def _documents(day: date) -> Iterator[Tie]:
    """What lists and debts say was charged, and what the books charged by journals of their kind."""
    for kind, said in charges.totals(day).items():
        yield Tie("documents", kind, said, _total(Q(account=RECEIVABLE, journal__kind=kind, journal__on__lte=day)))


def _bank(day: date) -> Iterator[Tie]:
    """What the bank says stands on an account, and what our books say; and that every line it told is in them."""
    for account in BankAccount.objects.order_by("pk"):
        last = account.statements.order_by("-pk").first()
        if last is None:
            continue
        until = Q(account_id=BANK, party_kind="bank_account", party_id=account.pk)
        yield Tie("bank", account.iban, last.closing, _total(until))
        told = StatementLine.objects.filter(account=account)
        opening = account.statements.order_by("pk").values_list("opening", flat=True).first() or 0
        moved = sum_of(told.filter(is_credit=True)) - sum_of(told.filter(is_credit=False))
        yield Tie("statements", account.iban, last.closing, opening + moved)
    yield Tie("unbooked", "", len(unbooked_lines()), 0)


def _subledgers() -> Iterator[Tie]:
    """What payments and refunds say of themselves, and their accounts."""
    yield Tie("unmatched", "", sum_of(Payment.objects.filter(state=PaymentState.UNMATCHED)), -balance(UNMATCHED))
    yield Tie("refunds", "", sum_of(Refund.objects.filter(state=RefundState.GRANTED)), -balance(REFUNDS))
    overdrawn = Leg.objects.filter(account=CREDIT).values("party_id").annotate(total=Sum("amount")).filter(total__gt=0).count()
    yield Tie("credits", "", overdrawn, 0)
    credited = sum_of(StatementLine.objects.filter(payment__isnull=False))
    yield Tie("payments", "", sum_of(Payment.objects.all()), credited)


def _total(which: Q) -> int:
    return int(Leg.objects.filter(which).aggregate(total=Sum("amount"))["total"] or 0)


_OPEN = """
WITH moved AS (
    SELECT journal_id, party_kind, party_id, sum(amount) AS amount FROM ledger_leg WHERE account_id = '1100' GROUP BY 1, 2, 3
), paid AS (
    SELECT charge_id AS journal_id, party_kind, party_id, -sum(CASE WHEN undoes_id IS NULL THEN amount ELSE -amount END) AS amount
    FROM ledger_settlement WHERE account_id = '1100' GROUP BY 1, 2, 3
    UNION ALL
    SELECT payment_id, party_kind, party_id, sum(CASE WHEN undoes_id IS NULL THEN amount ELSE -amount END)
    FROM ledger_settlement WHERE account_id = '1100' GROUP BY 1, 2, 3
), remaining AS (
    SELECT journal_id, party_id, sum(amount) AS amount, min(sign) AS sign FROM (
        SELECT journal_id, party_id, amount, sign(amount) AS sign FROM moved
        UNION ALL SELECT journal_id, party_id, amount, NULL FROM paid) every GROUP BY 1, 2
)
SELECT coalesce(sum(amount) FILTER (WHERE sign(amount) IN (0, sign)), 0)::bigint FROM remaining
"""


def _open_items() -> int:
    """What is open of every charge less what is free of every credit; an item settled beyond itself is left out, and so shows."""
    with connection.cursor() as cursor:
        cursor.execute(_OPEN)
        return int(cursor.fetchone()[0])
