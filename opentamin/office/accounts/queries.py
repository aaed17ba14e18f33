"""Questions about users and grants."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from .models import Grant, User
from .models.user import SYSTEM_USERNAME, normal_username
from .permissions import GIVES


def system_user() -> User:
    """The user in whose name the house acts by itself."""
    user, _is_new = User.objects.get_or_create(username=SYSTEM_USERNAME, defaults={"full_name": "سامانه", "password": "!"})
    return user


def find_user(typed: str) -> User | None:
    """An active person by username or national id as typed, or None."""
    wanted = normal_username(typed)
    return User.objects.exclude(username=SYSTEM_USERNAME).filter(Q(username=wanted) | Q(national_id=wanted), is_active=True).first()


def grants_held(user: User) -> QuerySet[Grant]:
    """What others gave this user, newest first."""
    return user.grants.select_related("granted_by", "revoked_by").order_by("-pk")


def grants_on(scopes: Iterable[tuple[str, int]], but_of: User) -> QuerySet[Grant]:
    """What others hold over these scopes, newest first."""
    wanted = Q(pk__in=[])
    for kind, scope_id in scopes:
        wanted |= Q(scope_kind=kind, scope_id=scope_id)
    return Grant.objects.filter(wanted).exclude(user=but_of).select_related("user", "granted_by", "revoked_by").order_by("-pk")


def givable(grants: Iterable[Grant]) -> list[tuple[Grant, str]]:
    """(own grant, role that may be given by it) for each role these grants let their holder give over their own scope."""
    return [(grant, role) for grant in grants for role in sorted(GIVES.get(grant.role, ())) if _fits(role, grant)]


def last_event(grant: Grant) -> "date | None":
    """The day this grant last changed, from its history."""
    return grant.events.order_by("-pgh_created_at").values_list("pgh_created_at", flat=True).first()


def _fits(role: str, grant: Grant) -> bool:
    from .permissions import SCOPE_KIND_OF_ROLE

    return SCOPE_KIND_OF_ROLE[role] == grant.scope_kind
