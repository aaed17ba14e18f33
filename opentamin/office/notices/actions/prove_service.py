"""Record the proof of a paper that went by post or was handed over."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from opentamin.office.accounts import gate
from opentamin.office.accounts.scopes import around
from opentamin.office.records.actions import note_act
from opentamin.office.records.models import Document

from ..models import Channel, Service, ServiceState


class CannotProve(ValueError):
    """The day or the way does not fit; `str()` is the sentence for the officer."""


@transaction.atomic
def prove_service(
    service_id: int, *, received_on: date | None, by, now: datetime, receipt: Document | None = None, received_by: str = "", returned_because: str = ""
) -> Service:
    """Write the day the paper was received, or, with `returned_because` and no day, that it came back; return the service.

    `received_by` says who took it (the addressee, staff of the workplace). Raises CannotProve or gate.NotAllowed, having written nothing.
    """
    service = Service.objects.select_for_update(of=("self",)).get(pk=service_id)
    gate.require(by, "paper.serve", *around(service.to))
    _check(service, received_on, returned_because, now)
    service.state = ServiceState.SERVED if received_on else ServiceState.RETURNED
    service.service_day = received_on
    service.proof = {"how": service.channel, "received_by": received_by} if received_on else {"returned_because": returned_because}
    service.proof_document, service.proved_at, service.proved_by = receipt, now, by
    service.save(update_fields=["state", "service_day", "proof", "proof_document", "proved_at", "proved_by"])
    facts = {"day": str(received_on)} if received_on else {"returned": True}
    note_act("paper.prove", by=by, subject=("service", service.pk), facts=facts, reason=returned_because, now=now)
    return service


def _check(service: Service, received_on: date | None, returned_because: str, now: datetime) -> None:
    served = Service.objects.filter(paper=service.paper_id, to_kind=service.to_kind, to_id=service.to_id, state=ServiceState.SERVED)
    if service.state != ServiceState.SENT or served.exists():
        raise CannotProve(_("این ابلاغ پیش‌تر پایان یافته است؛ روز ابلاغ همان است که ثبت شده."))
    if service.channel == Channel.ELECTRONIC and received_on:
        raise CannotProve(_("گواه ابلاغ در سامانه باز شدن نامه به دست گیرنده است؛ روز آن را کسی نمی‌نویسد."))
    if not received_on and not returned_because:
        raise CannotProve(_("یا روز رسیدن نامه را بنویسید، یا بنویسید چرا برگشت."))
    if received_on and not timezone.localdate(service.sent_at) <= received_on <= timezone.localdate(now):
        raise CannotProve(_("روز رسیدن نامه باید از روز فرستادن آن تا امروز باشد؛ از روی قبض یا رسید بنویسید."))
