"""End a grant at once, and with it what its holder lent to others by it."""

from datetime import datetime

import pghistory
from django.db import transaction
from django.utils import timezone

from ..gate import NotAllowed, live_grants, require
from ..models import Grant, User
from ..permissions import COUNTRY, GIVES
from ..policy import lacks_second_step
from ..scopes import around


class AlreadyRevoked(Exception):
    """Somebody ended it before."""


@transaction.atomic
def revoke_grant(grant_id: int, *, by: User, reason: str, now: datetime) -> list[Grant]:
    """The grants that ended, the one asked for first. Raises NotAllowed, AlreadyRevoked, Grant.DoesNotExist.

    Who holds a grant may lay it down; who may give such a role over that scope may take it back.
    """
    assert reason.strip(), "a reason"
    grant = Grant.objects.select_for_update().get(pk=grant_id)
    if grant.user_id != by.pk:
        _require_giver(grant, by, now)
    if grant.revoked_at is not None:
        raise AlreadyRevoked
    ended = [grant, *_lent_by(grant)]
    with pghistory.context(by=by.pk, reason=reason.strip()):
        for one in ended:
            one.revoke(by=by, reason=reason.strip(), now=now)
    return ended


def may_revoke(grant: Grant, by: User, now: datetime) -> bool:
    """Whether revoke_grant would go through for this user."""
    return grant.revoked_at is None and concerns(grant, by, now)


def concerns(grant: Grant, by: User, now: datetime) -> bool:
    """Whether this grant, ended or not, is the user's business: their own, or one they may give and take."""
    try:
        if grant.user_id != by.pk:
            _require_giver(grant, by, now)
    except NotAllowed:
        return False
    return True


def _require_giver(grant: Grant, by: User, now: datetime) -> None:
    today, reach = timezone.localdate(now), around(grant.scope)
    require(by, "grant.give", *reach, on=today)
    for held in live_grants(by, today):
        covers = held.scope in reach or held.scope == COUNTRY
        if covers and grant.role in GIVES.get(held.role, ()) and not lacks_second_step(by, held.role):
            return
    raise NotAllowed("grant.give")


def _lent_by(grant: Grant) -> list[Grant]:
    """What the holder gave to others out of this right: lent authority does not outlive its source."""
    lent = Grant.objects.select_for_update().filter(
        granted_by=grant.user_id,
        scope_kind=grant.scope_kind,
        scope_id=grant.scope_id,
        role__in=GIVES.get(grant.role, ()),
        revoked_at__isnull=True,
    )
    return list(lent.exclude(pk=grant.pk).order_by("pk"))
