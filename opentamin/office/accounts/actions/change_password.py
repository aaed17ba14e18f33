"""Give a user a new password."""

from datetime import datetime

from django.db import transaction

from ..models import MeansChange, User, What


@transaction.atomic
def change_password(user: User, new_password: str, *, now: datetime) -> None:
    """The password is checked by the form. Every other session of the user ends, because its hash no longer fits."""
    user.set_password(new_password)
    user.save(update_fields=["password"])
    MeansChange.objects.create(user=user, what=What.PASSWORD_CHANGED, at=now)
