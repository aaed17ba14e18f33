"""Give somebody a role over a workplace, a person or a branch, for a time."""

from datetime import date, datetime

import pghistory
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from ..gate import NotAllowed, Scope, live_grants, require
from ..models import Grant, User
from ..permissions import COUNTRY, GIVES, SCOPE_KIND_OF_ROLE
from ..policy import GRANT_YEARS_MAX, lacks_second_step
from ..scopes import around


class AlreadyGiven(Exception):
    """The same role over the same scope is already held in a part of that time."""


class OutOfReach(Exception):
    """Longer than the giver's own right, or over the longest time we allow; `last_day` is the last day that can be given."""

    def __init__(self, last_day: date) -> None:
        self.last_day = last_day
        super().__init__(last_day.isoformat())


@transaction.atomic
def delegate(to: User, role: str, scope: Scope, *, by: User, reason: str, first_day: date, last_day: date, now: datetime) -> Grant:
    """A grant from `first_day` to `last_day`, both included.

    Raises NotAllowed, OutOfReach, AlreadyGiven. Nobody gives to themselves, and nobody gives what they hold only by loan (permissions.GIVES).
    """
    assert SCOPE_KIND_OF_ROLE[role] == scope[0] and reason.strip(), "a role over its kind of scope, and a reason"
    today = timezone.localdate(now)
    assert today <= first_day <= last_day, "a grant begins today or later"
    giving = _grants_to_give_by(by, role, scope, today)
    if not giving or to.pk == by.pk or to.is_system:
        raise NotAllowed("grant.give")
    reach = _last_day_to_give(giving, today)
    if last_day > reach:
        raise OutOfReach(reach)
    # The lock keeps a revocation of the giver's own right from slipping in between.
    list(Grant.objects.select_for_update().filter(pk__in=[grant.pk for grant in giving], revoked_at__isnull=True))
    return _write(to, role, scope, by, reason.strip(), first_day, last_day)


def _grants_to_give_by(by: User, role: str, scope: Scope, today: date) -> list[Grant]:
    reach = around(scope)
    require(by, "grant.give", *reach, on=today)
    fitting = [grant for grant in live_grants(by, today) if grant.scope in reach or grant.scope == COUNTRY]
    return [grant for grant in fitting if role in GIVES.get(grant.role, ()) and not lacks_second_step(by, grant.role)]


def _last_day_to_give(giving: list[Grant], today: date) -> date:
    longest = today.replace(year=today.year + GRANT_YEARS_MAX, day=min(today.day, 28))
    return max(longest if grant.last_day is None else min(grant.last_day, longest) for grant in giving)


def _write(to: User, role: str, scope: Scope, by: User, reason: str, first_day: date, last_day: date) -> Grant:
    kind, scope_id = scope
    valid = DateRange(first_day, date.fromordinal(last_day.toordinal() + 1), "[)")
    try:
        with pghistory.context(by=by.pk, reason=reason), transaction.atomic():
            return Grant.objects.create(
                user=to, role=role, scope_kind=kind, scope_id=scope_id, valid=valid, granted_by=by, reason=reason
            )
    except IntegrityError as error:
        if "grant_given_once" in str(error):
            raise AlreadyGiven from error
        raise
