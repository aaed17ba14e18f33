"""Background jobs of this room."""

from django.utils import timezone
from procrastinate.contrib.django import app


@app.periodic(cron="15 3 * * *")
@app.task(queueing_lock="forget_old_answers")
def forget_old_answers(timestamp: int) -> None:
    """Answers kept for programs' keys are forgotten when nobody can ask for them any more."""
    from .keyed_answers import forget_old

    forget_old(timezone.now())
