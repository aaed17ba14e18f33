"""Keep the address at which a user wants to be told that something waits."""

import re
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from opentamin.office.kit.text import fold
from opentamin.office.records.actions import note_act

from ..models import Contact, Way

PHONE = re.compile(r"(?:\+98|0098|0)?(9[0-9]{9})")


class UnusableAddress(ValueError):
    """The address is none; `str()` says what is wrong and how to mend it."""


@transaction.atomic
def give_contact(way: str, address: str, *, by, now: datetime) -> Contact | None:
    """Keep one's own address of a kind, in place of the one before; an empty one takes it away. Raises UnusableAddress.

    The address itself never stands in the audit.
    """
    typed = fold(address)
    if not typed:
        Contact.objects.filter(user=by, way=way).delete()
        note_act("contact.remove", by=by, subject=("user", by.pk), facts={"way": way}, now=now)
        return None
    usable = _phone(typed) if way == Way.SMS else _mail(typed)
    contact, _is_new = Contact.objects.update_or_create(user=by, way=way, defaults={"address": usable, "given_at": now})
    note_act("contact.give", by=by, subject=("user", by.pk), facts={"way": way}, now=now)
    return contact


def _phone(typed: str) -> str:
    match = PHONE.fullmatch(re.sub(r"[\s\-()]", "", typed))
    if match is None:
        raise UnusableAddress(_("شمارهٔ همراه یازده رقم است و با ۰۹ آغاز می‌شود؛ مانند ۰۹۱۲۳۴۵۶۷۸۹."))
    return f"0{match[1]}"


def _mail(typed: str) -> str:
    try:
        validate_email(typed)
    except ValidationError as wrong:
        raise UnusableAddress(_("این نشانی ایمیل نیست؛ یک @ و نام دامنه می‌خواهد.")) from wrong
    return typed
