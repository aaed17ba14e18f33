"""Make a key for a person's own programs."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from ..gate import NotAllowed, live_grants
from ..models import ApiKey, MeansChange, User, What
from ..policy import API_KEY_DAYS, API_KEYS_MAX, lacks_second_step

MARK: Final = "ot_"  # a key found lying about can be told for what it is


class TooManyKeys(Exception):
    """The person has as many live keys as one may have; one must be revoked first."""


@transaction.atomic
def give_api_key(user: User, *, name: str, now: datetime) -> tuple[ApiKey, str]:
    """The key as kept, and the secret to show this once. Its programs may do what the person may do, and no more.

    Raises `TooManyKeys`, or `NotAllowed` for staff who signed in without a second step.
    """
    User.objects.select_for_update().get(pk=user.pk)
    if any(lacks_second_step(user, grant.role) for grant in live_grants(user)):
        raise NotAllowed("api.use", needs_second_step=True)
    if ApiKey.objects.filter(user=user, revoked_at__isnull=True, ends_at__gt=now).count() >= API_KEYS_MAX:
        raise TooManyKeys(user.pk)
    secret = MARK + secrets.token_urlsafe(32)
    key = ApiKey.objects.create(
        user=user,
        name=name,
        start=secret[:8],
        sha256=digest_of_key(secret),
        made_at=now,
        ends_at=now + timedelta(days=API_KEY_DAYS),
    )
    MeansChange.objects.create(user=user, what=What.API_KEY_MADE, at=now)
    return key, secret


def digest_of_key(secret: str) -> str:
    """256 random bits need no slow hash; one look-up by digest leaks nothing about near misses."""
    return hashlib.sha256(secret.encode()).hexdigest()
