"""Short messages to phones. Which provider sends them is a setting (`SMS`); the quiet hours are kept before it is asked."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Protocol

from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string


@dataclass(frozen=True, slots=True)
class Sms:
    """A short message to one phone. `number` is ours; a provider that is told the same number twice sends once."""

    number: str
    to: str
    body: str


class SmsProvider(Protocol):
    """What a provider must be able to do. Raises mail.NotSent."""

    def send(self, sms: Sms) -> None:
        """Hand the message over."""


def sms() -> SmsProvider:
    """The provider that the settings name."""
    return import_string(settings.SMS)()


def not_before(now: datetime) -> datetime:
    """The first moment from `now` on at which a phone may ring: `now` itself, or the end of the quiet hours (`SMS_QUIET`, Tehran)."""
    first, last = (time(hour) for hour in settings.SMS_QUIET)
    if first == last:
        return now
    here = timezone.localtime(now)
    clock = here.time()
    is_quiet = clock >= first or clock < last if first > last else first <= clock < last
    if not is_quiet:
        return now
    day = here.date() + timedelta(days=1) if clock >= last else here.date()
    return timezone.make_aware(datetime.combine(day, last))
