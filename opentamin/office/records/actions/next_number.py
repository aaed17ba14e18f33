"""Draw the next tracking number."""

from datetime import datetime

from django.utils import timezone

from opentamin.office.kit.statements import ask

from ..models import Number
from ..numbers import write_number


def next_number(series: str, *, now: datetime) -> str:
    """A number such as 1405-0901-000175 that was never given before, in any series.

    All series draw from one sequence: a number names one thing in the whole house, and `Number.series` says
    in which room it is. Serials of undone transactions are lost, so gaps mean nothing.
    """
    [(serial,)] = ask("SELECT nextval('records_serial')")
    number = write_number(timezone.localdate(now), serial)
    ask(
        f"INSERT INTO {Number._meta.db_table} (number, series, issued_at) VALUES (%(number)s, %(series)s, %(now)s)",
        {"number": number, "series": series, "now": now},
    )
    return number
