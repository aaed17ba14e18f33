"""Settle: say which credit pays which charge."""

from datetime import date, datetime

from django.db import connection

from opentamin.office.ledger.models import Journal, Settlement
from opentamin.office.ledger.queries import remaining_of


class SettlesTooMuch(ValueError):
    """More than the charge still owes, or than the credit still has. Nothing was written."""

    def __init__(self, wanted: int, of_charge: int, of_payment: int) -> None:
        self.wanted, self.of_charge, self.of_payment = wanted, of_charge, of_payment
        super().__init__(f"{wanted} rials of a charge that owes {of_charge} by a credit that has {of_payment}")


def settle(
    charge: Journal, payment: Journal, amount: int, *, account: str, party: tuple[str, int], on: date, now: datetime
) -> Settlement:
    """Let `amount` rials of `payment` pay that much of `charge`, both on `account` of `party`; `on` is the day it counts as paid.

    Raises SettlesTooMuch. Both journals stay locked until the transaction ends, so two at once cannot spend one credit twice;
    what gets past this act the database itself refuses.
    """
    assert amount > 0, "a settlement moves money"
    _lock(charge, payment)
    of_charge, of_payment = remaining_of(charge, account, party), -remaining_of(payment, account, party)
    if amount > of_charge or amount > of_payment:
        raise SettlesTooMuch(amount, of_charge, of_payment)
    return Settlement.objects.create(
        account_id=account,
        party_kind=party[0],
        party_id=party[1],
        charge=charge,
        payment=payment,
        amount=amount,
        on=on,
        created_at=now,
    )


def _lock(*journals: Journal) -> None:
    """Always in the order of their ids, as the trigger does: two who settle at once wait, and do not block each other."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM ledger_journal WHERE id = ANY(%s) ORDER BY id FOR NO KEY UPDATE", [[one.pk for one in journals]]
        )
