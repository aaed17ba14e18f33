"""Background jobs of this room."""

from django.utils import timezone
from procrastinate.contrib.django import app


@app.periodic(cron="15 3 * * *")
@app.task(queueing_lock="forget_old_answers")
def forget_old_answers(timestamp: int) -> None:
    """Answers kept for programs' keys are forgotten when nobody can ask for them any more."""
    from .keyed_answers import forget_old

    forget_old(timezone.now())


@app.periodic(cron="10 2 * * *")
@app.task(queueing_lock="remove_expired", pass_context=False)
def remove_what_expired(timestamp: int) -> None:
    """Let go every night what the table of retention says is over."""
    from opentamin.office.accounts.queries import system_user

    from .actions import remove_expired

    remove_expired(by=system_user(), now=timezone.now(), is_trial=False)
