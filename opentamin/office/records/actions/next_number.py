"""Draw the next tracking number."""

from datetime import datetime

from django.db import connection
from django.utils import timezone

from ..models import Number
from ..numbers import write_number


def next_number(series: str, *, now: datetime) -> str:
    """A number such as 1405-0901-000175 that was never given before, in any series.

    All series draw from one sequence: a number names one thing in the whole house, and `Number.series` says
    in which room it is. Serials of undone transactions are lost, so gaps mean nothing.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('records_serial')")
        serial = cursor.fetchone()[0]
    number = write_number(timezone.localdate(now), serial)
    Number.objects.create(number=number, series=series, issued_at=now)
    return number
