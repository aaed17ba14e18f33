"""How often one address may name a code that does not exist.

The count stands in the database, so every web process sees it. A window is one hour of the clock; the address is kept
only as a keyed digest, for at most a day. Sixty bits of code against twenty tries an hour leave nothing to guess.
"""

from datetime import datetime, timedelta
from typing import Final

from axes.helpers import get_client_ip_address
from django.db import connection
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from .models import Attempt

WRONG_CODES_MAX: Final = 20
WINDOW: Final = timedelta(hours=1)
KEPT: Final = timedelta(days=1)


def opens_again(request: HttpRequest, now: datetime) -> datetime | None:
    """When this address may try again, or None when it may now."""
    since = _window_of(now)
    is_full = Attempt.objects.filter(who=_who(request), since=since, count__gte=WRONG_CODES_MAX).exists()
    return since + WINDOW if is_full else None


def note_wrong_code(request: HttpRequest, now: datetime) -> None:
    """Count one wrong code, in one statement, and drop what is older than a day."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM records_attempt WHERE since < %s", [now - KEPT])
        cursor.execute(
            "INSERT INTO records_attempt (who, since, count) VALUES (%s, %s, 1)"
            " ON CONFLICT (who, since) DO UPDATE SET count = records_attempt.count + 1",
            [_who(request), _window_of(now)],
        )


def _window_of(now: datetime) -> datetime:
    return now.replace(minute=0, second=0, microsecond=0)


def _who(request: HttpRequest) -> str:
    return salted_hmac("records.throttle", get_client_ip_address(request) or "", algorithm="sha256").hexdigest()
