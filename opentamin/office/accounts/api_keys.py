"""Who stands behind a key."""

from datetime import datetime, timedelta
from typing import Final

from .actions.give_api_key import MARK, digest_of_key
from .models import ApiKey, User

USE_NOTED_EVERY: Final = timedelta(minutes=5)  # a key used often costs no write each time
KEY_LENGTH_MAX: Final = 100


def user_of_key(secret: str, now: datetime) -> User | None:
    """The active owner of a live key, or None. Notes when it was used."""
    if not secret.startswith(MARK) or len(secret) > KEY_LENGTH_MAX:
        return None
    key = ApiKey.objects.select_related("user").filter(sha256=digest_of_key(secret)).first()
    if key is None or not key.is_live(now) or not key.user.is_active:
        return None
    if key.used_at is None or now - key.used_at > USE_NOTED_EVERY:
        ApiKey.objects.filter(pk=key.pk).update(used_at=now)
    return key.user
