"""Open a paper: whom it is for receives it, and its day of service is today."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from opentamin.office.accounts import gate
from opentamin.office.records.actions import note_act

from ..models import Service, ServiceState


@transaction.atomic
def open_paper(service_id: int, *, by, now: datetime) -> Service:
    """Note that the paper was opened by one who answers for the scope, and return the service.

    A paper served before stays as it was: its first day counts. Raises gate.NotAllowed.
    """
    service = Service.objects.select_for_update(of=("self",)).select_related("paper").get(pk=service_id)
    gate.require(by, "paper.receive", service.to)
    others = Service.objects.filter(paper=service.paper, to_kind=service.to_kind, to_id=service.to_id, state=ServiceState.SERVED)
    if service.state != ServiceState.SENT or others.exists():
        return service
    service.state = ServiceState.SERVED
    service.service_day = timezone.localdate(now)
    service.proof = {"how": "opened", "user": by.pk}
    service.proved_at, service.proved_by = now, by
    service.save(update_fields=["state", "service_day", "proof", "proved_at", "proved_by"])
    note_act("paper.open", by=by, subject=("service", service.pk), facts={"day": str(service.service_day)}, now=now)
    return service
