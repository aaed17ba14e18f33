"""What is asked of those who sign in, chosen by the house and not by the law."""

from typing import Final

from django.conf import settings

from .permissions import STAFF

STEP_TWO_SECONDS_MAX: Final = 5 * 60  # between the password and the code
CONFIRM_SECONDS_MAX: Final = 15 * 60  # how long a fresh password counts before a sensitive change
RECOVERY_CODES: Final = 8
API_KEY_DAYS: Final = 365
API_KEYS_MAX: Final = 10
GRANT_YEARS_MAX: Final = 5  # authority without an end is forgotten, not wanted


def staff_need_second_step() -> bool:
    """Whether officers act only after a code or a passkey. A demonstration may waive it (OPENTAMIN_DEMO=1)."""
    return settings.STAFF_SECOND_STEP


def lacks_second_step(user, role: str) -> bool:
    """Whether this sign-in is too weak for this role.

    Only a sign-in has strength (`is_verified` is set on the request's user): the command line and jobs have none to lack.
    """
    is_verified = getattr(user, "is_verified", None)
    return role in STAFF and staff_need_second_step() and is_verified is not None and not is_verified()
