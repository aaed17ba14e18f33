"""Background jobs of this room. Each calls one act; the job is deferred inside the business transaction."""

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

ROWS_CHECKED_AT_ONCE = 5000  # up to here the sender waits for the result; longer lists are checked in the background


@app.task(queue="lists", retry=3, pass_context=False)
def check_received_list(list_id: int) -> None:
    """Check a received list; a list checked or withdrawn meanwhile needs nothing more."""
    from .actions import NotWaiting, check_list  # the web server names jobs without loading what they do

    try:
        check_list(list_id, now=timezone.now())
    except NotWaiting:
        return


@app.task(queue="lists", retry=3, pass_context=False)
def read_waiting_upload(upload_id: int) -> None:
    """Read an upload that was only received, and check its lists."""
    from .intake import work_off_upload
    from .load import give_way

    if settings.WORKER_GIVES_WAY:
        give_way()
    work_off_upload(upload_id, now=timezone.now())
