"""Background jobs of this room: the machine prepares every night; it issues nothing."""

from django.utils import timezone
from procrastinate.contrib.django import app


@app.periodic(cron="10 4 * * *")
@app.task(queue="debts", queueing_lock="prepare_debts", pass_context=False)
def prepare_debts_of_today(timestamp: int) -> None:
    """Prepare what is late by today, after the books and the bank were held against each other."""
    from opentamin.office.accounts.queries import system_user

    from .actions import prepare_debts

    now = timezone.now()
    prepare_debts(timezone.localdate(now), by=system_user(), now=now)
