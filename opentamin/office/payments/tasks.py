"""Background jobs of this room. Each calls one act; what must not be lost is deferred inside the business transaction."""

from django.utils import timezone
from procrastinate.contrib.django import app


@app.task(queue="payments", retry=3, pass_context=False)
def match_received_statement(statement_id: int) -> None:
    """Book every line of a statement that is not booked yet, each in a transaction of its own."""
    from opentamin.office.accounts.queries import system_user

    from .actions import match_statement  # the web server names jobs without loading what they do

    match_statement(statement_id, by=system_user(), now=timezone.now())


@app.task(queue="payments", retry=5, pass_context=False)
def order_granted_refund(refund_id: int) -> None:
    """Send a granted refund to the bank. The order bears our number: sent twice it is one order."""
    from .actions import order_refund

    order_refund(refund_id, now=timezone.now())


@app.periodic(cron="*/30 * * * *")
@app.task(queue="payments", queueing_lock="fetch_statements", pass_context=False)
def fetch_bank_statements(timestamp: int) -> None:
    """Ask the bank for statements of our accounts; those that had come before change nothing."""
    from .fetching import fetch_all

    fetch_all(now=timezone.now())


@app.periodic(cron="40 3 * * *")
@app.task(queue="payments", queueing_lock="reconcile_yesterday", pass_context=False)
def reconcile_yesterday(timestamp: int) -> None:
    """Hold lists, books and bank against each other as they stood at the end of the day before."""
    from datetime import timedelta

    from opentamin.office.accounts.queries import system_user

    from .actions import reconcile

    now = timezone.now()
    reconcile(timezone.localdate(now) - timedelta(days=1), by=system_user(), now=now)
