"""What an open objection held is let go."""

from datetime import datetime

from opentamin.office.accounts.queries import system_user
from opentamin.office.debts.actions import release_collection

from .models import Objection


def release(objection: Objection, *, because: str, now: datetime) -> None:
    """End the hold this objection put on its debt, if it put one; others go on holding."""
    if objection.debt_id:
        release_collection(objection.debt_id, cause=("objection", objection.pk), because=because, by=system_user(), now=now)
