"""A small setting: an account of ours, charges straight in the books, and a bank that says what we ask of it."""

from datetime import date, timedelta
from itertools import count

from opentamin.banking import Line, Statement, write_camt
from opentamin.office.ledger.actions import post
from opentamin.office.ledger.models import Journal
from opentamin.office.payments.actions import match_statement, open_bank_account, receive_statement
from opentamin.office.payments.models import BankAccount, BankStatement, Payment
from opentamin.office.registry.models import Workplace
from tests.cast import NOW, Cast

IBAN, OTHER_IBAN, PAYER = "IR820540102680020817909002", "IR062960000000100324200001", "IR710570029971601460641001"
TODAY = NOW.date()
_numbers = count(1)


class Till:
    """The cast, an account of ours, and the bank's statements in their order."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.account: BankAccount = open_bank_account(IBAN, "بانک نمونه", by=cast.headquarters, now=NOW)
        self.balance, self.told = 0, 0

    def charge(self, rials: int, workplace: Workplace | None = None, days_ago: int = 0) -> Journal:
        """A charge of a kind no room answers for, so that nothing but the books speaks of it."""
        party = ("workplace", (workplace or self.cast.honest).pk)
        legs = [("1100", *party, rials), ("4200", *party, -rials)]
        return post(kind="fee", subject=("fee", next(_numbers)), on=TODAY - timedelta(days=days_ago), legs=legs, now=NOW)

    def statement(self, *movements: dict) -> Statement:
        """The bank's next statement. Each movement is a dict of Line's fields; `rials` below zero is a debit."""
        self.told += 1
        lines = []
        for place, movement in enumerate(movements, 1):
            rials, on = movement.pop("rials"), movement.pop("on", TODAY)
            known = {"reference": f"S{self.told}-{place}", "booked_on": on, "value_on": on}
            lines.append(Line(place=place, amount=abs(rials), is_credit=rials > 0, **{**known, **movement}))
        opening, self.balance = self.balance, self.balance + sum(line.signed for line in lines)
        return Statement(IBAN, f"n{self.told}", opening, self.balance, TODAY, TODAY, lines)

    def file(self, *movements: dict) -> bytes:
        return camt(self.statement(*movements))

    def take(self, *movements: dict) -> list[Payment]:
        """Receive and match; returns the payments of this statement in their order."""
        [receipt] = receive_statement(self.file(*movements), name="s.xml", by=self.cast.officer, now=NOW)
        match_statement(receipt.statement.pk, by=self.cast.officer, now=NOW)
        return payments_of(receipt.statement)


def payments_of(statement: BankStatement) -> list[Payment]:
    return list(Payment.objects.filter(line__statement=statement).order_by("line__place"))


def camt(*statements: Statement) -> bytes:
    return write_camt(list(statements), message_id="m", created_at=NOW)


def later(days: int) -> date:
    return TODAY + timedelta(days=days)
