"""Make recovery codes for the day the phone is lost."""

from datetime import datetime

from django.db import transaction
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken

from ..models import MeansChange, User, What
from ..policy import RECOVERY_CODES


@transaction.atomic
def make_recovery_codes(user: User, *, now: datetime) -> list[str]:
    """Fresh codes, each good for one sign-in; the old ones stop working. They are shown once."""
    StaticDevice.objects.filter(user=user).delete()
    device = StaticDevice.objects.create(user=user, name="recovery", confirmed=True)
    codes = [StaticToken.random_token() for _ in range(RECOVERY_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=device, token=code) for code in codes)
    MeansChange.objects.create(user=user, what=What.RECOVERY_MADE, at=now)
    return codes
