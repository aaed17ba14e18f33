"""Tell people outside the house that something waits inside it."""

from collections.abc import Callable, Iterable
from datetime import datetime

from django.utils import translation

from ..models import Contact, Message, Way
from ..sms import not_before


def tell_outside(users: Iterable[int], words: Callable[[], tuple[str, str]], *, now: datetime) -> int:
    """Queue a message to every address of these users, in the transaction that is open; return how many.

    `words()` gives subject and body, and is asked in the language of each user. They say that something waits and where, never
    what it says: an e-mail is read by others, and a phone lies on a table. No phone rings in the quiet hours.
    """
    contacts = Contact.objects.filter(user__in=list(users), user__is_active=True).select_related("user").order_by("user_id", "way")
    queued = []
    for contact in contacts:
        with translation.override(contact.user.language):
            subject, body = words()
        start = not_before(now) if contact.way == Way.SMS else now
        queued.append(Message(way=contact.way, address=contact.address, subject=subject, body=body, not_before=start, created_at=now))
    Message.objects.bulk_create(queued)
    return len(queued)
