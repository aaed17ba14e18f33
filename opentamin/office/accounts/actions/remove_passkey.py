"""Take a passkey off an account."""

from datetime import datetime

from django.db import transaction
from django_otp_webauthn.models import WebAuthnCredential

from ..models import MeansChange, User, What


@transaction.atomic
def remove_passkey(user: User, passkey_id: int, *, now: datetime) -> bool:
    """Whether there was such a passkey of this user."""
    removed, _ = WebAuthnCredential.objects.filter(user=user, pk=passkey_id).delete()
    if removed:
        MeansChange.objects.create(user=user, what=What.PASSKEY_REMOVED, at=now)
    return bool(removed)
