"""Statements that the bank itself hands out, account by account."""

import logging
from datetime import datetime, timedelta

from django.utils import timezone

from opentamin.lists import Refused
from opentamin.office.accounts.queries import system_user
from opentamin.office.channels.bank import bank

from .actions import StatementReceipt, receive_statement
from .models import BankAccount

LOOK_BACK_DAYS = 5
log = logging.getLogger(__name__)


def fetch_all(*, now: datetime) -> list[StatementReceipt]:
    """Receive what the bank has since the last statement of each account. A file that is refused waits for a person, and the next follow."""
    receipts: list[StatementReceipt] = []
    for account in BankAccount.objects.filter(closed_on__isnull=True).order_by("pk"):
        last = account.statements.order_by("-pk").first()
        since = (last.last_day if last else timezone.localdate(now)) - timedelta(days=LOOK_BACK_DAYS)
        for body in bank().statements(account.iban, since, now=now):
            try:
                receipts += receive_statement(body, name=f"statement-{account.pk}.xml", by=system_user(), now=now)
            except Refused as refusal:
                log.error("a statement of account %s was refused: %s", account.pk, refusal.finding.code)
    return receipts
