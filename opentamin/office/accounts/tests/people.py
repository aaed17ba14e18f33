"""People and grants for tests of this room and of the rooms above that need no whole cast."""

from datetime import date, timedelta

from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from opentamin.office.accounts.models import Grant, User
from opentamin.office.accounts.permissions import SCOPE_KIND_OF_ROLE

PASSWORD = "gol-e-sorkh-1405"


def person(username: str, full_name: str = "") -> User:
    """Somebody who can sign in with PASSWORD."""
    return User.objects.create_user(username, PASSWORD, full_name=full_name or f"خانم {username}")


def give(
    user: User, role: str, scope_id: int = 7, *, first: date | None = None, end: date | None = None, by: User | None = None
) -> Grant:
    """A grant written as the sample writes it, without the gate; from today and without an end unless said."""
    kind = SCOPE_KIND_OF_ROLE[role]
    valid = DateRange(first or timezone.localdate(), end, "[)")
    return Grant.objects.create(
        user=user,
        role=role,
        scope_kind=kind,
        scope_id=0 if kind == "country" else scope_id,
        valid=valid,
        granted_by=by,
        reason="نمونه",
    )


def days(count: int) -> date:
    """The day so many days from today."""
    return timezone.localdate() + timedelta(days=count)
