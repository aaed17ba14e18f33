"""Check the second step of a sign-in: a one-time code, or a recovery code."""

from datetime import datetime

from django.db import transaction
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from ..models import MeansChange, User, What

CODE_DIGITS = 6


class WrongCode(Exception):
    """Not this user's code now."""


class TooManyCodes(Exception):
    """After wrong codes the device waits, each time twice as long; `until` is when it listens again."""

    def __init__(self, until: datetime) -> None:
        self.until = until
        super().__init__(until.isoformat())


def check_code(user: User, code: str, *, now: datetime) -> Device:
    """The device that accepted the code. Raises WrongCode, TooManyCodes. A code works once."""
    with transaction.atomic():
        device = _device_for(user, code)
        wait = None if device is None else _wait_of(device)
        accepted = device is not None and wait is None and device.verify_token(code if code.isdigit() else code.lower())
        if accepted and isinstance(device, StaticDevice):
            MeansChange.objects.create(user=user, what=What.RECOVERY_USED, at=now)
    # Raised outside the transaction, so that a wrong attempt stays counted.
    if wait is not None:
        raise TooManyCodes(wait)
    if not accepted:
        raise WrongCode
    return device


def has_codes(user: User) -> bool:
    """Whether a password alone is not enough for this user."""
    return TOTPDevice.objects.filter(user=user, confirmed=True).exists()


def _device_for(user: User, code: str) -> Device | None:
    kind = TOTPDevice if code.isdigit() and len(code) == CODE_DIGITS else StaticDevice
    # A recovery code is base32, so it cannot be six digits long.
    return kind.objects.select_for_update().filter(user=user, confirmed=True).order_by("pk").first()


def _wait_of(device: Device) -> datetime | None:
    is_allowed, facts = device.verify_is_allowed()
    return None if is_allowed else facts["locked_until"]
