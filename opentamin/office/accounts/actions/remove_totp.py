"""Switch off one-time codes."""

from datetime import datetime

from django.db import transaction
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from ..models import MeansChange, User, What


@transaction.atomic
def remove_totp(user: User, *, now: datetime) -> None:
    """Codes and recovery codes stop; nothing happens where none were on."""
    removed, _ = TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()
    if removed:
        MeansChange.objects.create(user=user, what=What.CODES_OFF, at=now)
