"""Switch on one-time codes for a user."""

from datetime import datetime

from django.db import transaction
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from ..models import MeansChange, User, What
from .make_recovery_codes import make_recovery_codes

SECONDS = 30
STEPS_TOLERATED = 1  # a phone's clock may be half a minute off


class WrongCode(Exception):
    """The code does not fit the secret: the phone's clock is off, or another line was read."""


class AlreadyEnrolled(Exception):
    """Codes are on already."""


@transaction.atomic
def enrol_totp(user: User, *, key: str, code: str, now: datetime) -> tuple[TOTPDevice, list[str]]:
    """The confirmed device and the recovery codes, which are shown once. `key` is the secret in hex. Raises WrongCode, AlreadyEnrolled."""
    User.objects.select_for_update().get(pk=user.pk)
    if TOTPDevice.objects.filter(user=user, confirmed=True).exists():
        raise AlreadyEnrolled
    step = _step_of(key, code, now)
    TOTPDevice.objects.filter(user=user).delete()
    # The code just used is remembered, so it cannot be used again to sign in.
    device = TOTPDevice.objects.create(user=user, name="codes", key=key, confirmed=True, last_t=step)
    MeansChange.objects.create(user=user, what=What.CODES_ON, at=now)
    return device, make_recovery_codes(user, now=now)


def _step_of(key: str, code: str, now: datetime) -> int:
    totp = TOTP(bytes.fromhex(key), step=SECONDS)
    totp.time = now.timestamp()
    if not (code.isascii() and code.isdigit() and len(code) == 6 and totp.verify(int(code), STEPS_TOLERATED)):
        raise WrongCode
    return totp.t()
