"""Send the messages whose time has come."""

from datetime import datetime, timedelta

from django.db import transaction

from ..mail import Email, NotSent, mail
from ..models import Message, Way
from ..sms import Sms, not_before, sms

TRIES_MAX = 6
AT_ONCE = 200


def send_waiting(*, now: datetime) -> int:
    """Send what waits, oldest first, and return how many went out.

    Each message is marked as tried before it is handed over, so a process that dies in between tries again later and not at once;
    carriers know the same message by its number. What fails for good, or six times, is given up and stays to be seen.
    """
    return sum(_send_next(now) for _ in range(_waiting(now).count()))


def _waiting(now: datetime):
    return Message.objects.filter(state="waiting", not_before__lte=now).order_by("not_before", "pk")


def _send_next(now: datetime) -> int:
    with transaction.atomic():
        message = _waiting(now).select_for_update(skip_locked=True).first()
        if message is None:
            return 0
        if message.way == Way.SMS and (start := not_before(now)) > now:
            message.not_before = start
            message.save(update_fields=["not_before"])
            return 0
        message.tries += 1
        message.not_before = now + timedelta(minutes=2**message.tries)
        message.save(update_fields=["tries", "not_before"])
    return _hand_over(message, now)


def _hand_over(message: Message, now: datetime) -> int:
    try:
        if message.way == Way.MAIL:
            mail().send(Email(f"m{message.pk}", message.address, message.subject, message.body))
        else:
            sms().send(Sms(f"m{message.pk}", message.address, message.body))
    except NotSent as refusal:
        message.last_error = str(refusal)
        message.state = "given_up" if refusal.is_permanent or message.tries >= TRIES_MAX else "waiting"
    else:
        message.state, message.sent_at, message.last_error = "sent", now, ""
    message.save(update_fields=["state", "sent_at", "last_error"])
    return int(message.state == "sent")
