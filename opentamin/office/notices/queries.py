"""What waits in the inboxes of a user, and how papers were served."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.shortcuts import get_object_or_404

from opentamin.office.accounts import gate
from opentamin.office.accounts.gate import live_grants
from opentamin.office.accounts.permissions import PERMISSIONS
from opentamin.office.accounts.policy import lacks_second_step
from opentamin.office.accounts.scopes import around
from opentamin.office.records.models import Paper

from .models import Channel, Notice, Service, ServiceState


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


def service_seen_by(user, service_id: int) -> Service:
    """The service, for those who may know of it; Http404 or gate.NotAllowed for others."""
    service = get_object_or_404(Service.objects.select_related("paper__document", "sent_by", "proved_by"), pk=service_id)
    gate.require(user, "paper.read", *around(service.to))
    return service


def services_of(paper: Paper) -> QuerySet[Service]:
    """Every attempt to serve a paper, oldest first."""
    return Service.objects.filter(paper=paper).select_related("sent_by", "proved_by").order_by("pk")


def service_day_of(paper: Paper) -> date | None:
    """The day a paper was served, or None while it was not."""
    return Service.objects.filter(paper=paper, state=ServiceState.SERVED).values_list("service_day", flat=True).order_by("service_day").first()


def papers_waiting(scopes: Iterable[tuple[str, int]]) -> QuerySet[Service]:
    """Papers in the house that these scopes have not opened, oldest first."""
    wanted = Q(pk__in=[])
    for kind, scope_id in scopes:
        wanted |= Q(to_kind=kind, to_id=scope_id)
    return Service.objects.filter(wanted, state=ServiceState.SENT, channel=Channel.ELECTRONIC).select_related("paper").order_by("sent_at", "pk")


def may_receive(user, service: Service) -> bool:
    """Whether opening by this user is service."""
    return gate.may(user, "paper.receive", service.to)
