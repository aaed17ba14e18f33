"""Take a key back."""

from datetime import datetime

from django.db import transaction

from ..models import ApiKey, MeansChange, User, What


@transaction.atomic
def revoke_api_key(user: User, key_id: int, *, now: datetime) -> bool:
    """Whether the person had such a live key. From now on it opens nothing."""
    revoked = ApiKey.objects.filter(user=user, pk=key_id, revoked_at__isnull=True).update(revoked_at=now)
    if revoked:
        MeansChange.objects.create(user=user, what=What.API_KEY_REVOKED, at=now)
    return bool(revoked)
