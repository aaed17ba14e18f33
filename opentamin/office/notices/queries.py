"""What waits in the inboxes of a user."""

from django.db.models import Count, QuerySet

from opentamin.office.accounts.gate import live_grants
from opentamin.office.accounts.permissions import PERMISSIONS
from opentamin.office.accounts.policy import lacks_second_step

from .models import Notice


def inbox(user) -> QuerySet[Notice]:
    """Notices to every scope this user may read for, newest first."""
    return Notice.objects.for_scopes(_scopes_of(user)).order_by("-created_at", "-pk")


def unread_counts(user) -> dict[tuple[str, int], int]:
    """How many unread notices each scope of the user has; scopes without any are missing. One query beside the grants."""
    counts = (
        Notice.objects.for_scopes(_scopes_of(user))
        .unread()
        .values_list("scope_kind", "scope_id")
        .annotate(count=Count("pk"))
        .order_by()
    )
    return {(kind, scope_id): count for kind, scope_id, count in counts}


def _scopes_of(user) -> set[tuple[str, int]]:
    allowed = PERMISSIONS["notice.read"]
    return {grant.scope for grant in live_grants(user) if grant.role in allowed and not lacks_second_step(user, grant.role)}
