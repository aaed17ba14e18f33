"""Background jobs of the doors."""

from django.utils import timezone
from procrastinate.contrib.django import app


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="send_waiting_messages", pass_context=False)
def send_waiting_messages(timestamp: int) -> None:
    """Send the messages whose time has come."""
    from .actions import send_waiting

    send_waiting(now=timezone.now())
