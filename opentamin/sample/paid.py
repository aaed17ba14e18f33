"""Money on the first day: the demonstration's workplace has paid one month whole and half of the next, somebody paid without a word."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from opentamin.office.accounts.queries import system_user
from opentamin.office.channels.simulators.bank import SimulatedBank
from opentamin.office.contributions.models import ListState, MonthlyList
from opentamin.office.ledger.queries import charge_of
from opentamin.office.payments.actions import issue_slip, match_statement, reconcile
from opentamin.office.payments.fetching import fetch_all
from opentamin.office.payments.models import BankAccount, Slip

IBAN = "IR820540102680020817909002"
PAYER = "IR710570029971601460641001"
NOBODYS = 12_500_000
PAID_AFTER = timedelta(days=2)


def pay(workplace_id: int, *, clerk: Any, now: datetime) -> dict[str, int]:
    """Open the account, pay two lists of the workplace by their slips, let the bank tell it, and make the evening's reconciliation.

    The clerk gets the slips, the machine does the rest: what a person decides is left for the visitor. Returns payments by state.
    """
    account, _ = BankAccount.objects.get_or_create(iban=IBAN, defaults={"bank_name": "بانک نمونه", "opened_on": timezone.localdate(now)})
    bank = SimulatedBank()
    lists = MonthlyList.objects.filter(workplace=workplace_id, state=ListState.ASSESSED, assessment__due_total__gt=0)
    for one, share in zip(lists.select_related("workplace").order_by("month", "pk"), (1, 2), strict=False):
        at = min(one.assessed_at + PAID_AFTER, now)
        slip = issue_slip(charge_of("list", ("list", one.pk)), one.workplace, by=clerk, now=at)
        _deposit(bank, account, slip, slip.amount // share, at)
    bank.deposit(account.iban, NOBODYS, now=now, on=timezone.localdate(now), text="حق بیمه", payer_name="صندوق کارگاه", payer_iban=PAYER)
    machine = system_user()
    ended: dict[str, int] = {}
    for receipt in fetch_all(now=now):
        ended |= match_statement(receipt.statement.pk, by=machine, now=now)
    reconcile(timezone.localdate(now), by=machine, now=now)
    return ended


def _deposit(bank: SimulatedBank, account: BankAccount, slip: Slip, rials: int, at: datetime) -> None:
    bank.deposit(
        account.iban, rials, now=at, on=timezone.localdate(at), bill_id=slip.bill_id, payment_id=slip.payment_id, text=slip.number,
        payer_name=slip.workplace.name, payer_iban=PAYER,
    )  # fmt: skip
