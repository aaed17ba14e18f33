"""Background jobs of this room."""

from django.utils import timezone
from procrastinate.contrib.django import app


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="deliver_notices", lock="deliver_notices")
def deliver_to_programs(timestamp: int) -> None:
    """Programs are told within a minute; what fails is tried again."""
    from .actions import deliver_notices

    deliver_notices(now=timezone.now())
