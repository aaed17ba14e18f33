"""Serve a paper: send it to whom it concerns, by one of three ways."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from opentamin.office.accounts import gate
from opentamin.office.accounts.models import Grant
from opentamin.office.accounts.permissions import PERMISSIONS
from opentamin.office.accounts.scopes import around
from opentamin.office.channels.actions import tell_outside
from opentamin.office.kit.refusals import Refusal
from opentamin.office.records.actions import note_act
from opentamin.office.records.models import Paper

from .. import recipients
from ..models import Channel, Service, ServiceState
from .tell import tell


class CannotServe(Refusal):
    """Nobody can receive the paper this way; `obstacle` is the code of why, and `str()` the sentence for an officer."""

    code = "cannot_serve"

    def __init__(self, obstacle: str) -> None:
        self.obstacle = obstacle
        super().__init__()

    def __str__(self) -> str:
        return recipients.words_of(self.obstacle)


class AlreadyServed(Refusal):
    """The paper was served on this scope before, or waits there by the same way."""

    code = "already_served"
    sentence = _("این نامه ابلاغ شده است، یا از همین راه در دست رساندن است.")


@transaction.atomic
def serve(paper: Paper, to: tuple[str, int], *, url: str, by, now: datetime, channel: str = Channel.ELECTRONIC, addressee: str = "") -> Service:
    """Send a paper to a scope and return the service, which waits for its proof.

    In the house the scope is told that a paper waits; opening it (`open_paper`) is the proof. By post or in person an officer
    records the proof (`prove_service`). `url` is the page of the thing the paper is about. `addressee` names who receives
    it instead of the scope, such as heirs; the house itself has no door for them.

    Raises CannotServe where the scope's own room says that nobody is there to receive it, AlreadyServed, gate.NotAllowed; then
    nothing is written.
    """
    scopes = around(to)
    gate.require(by, "paper.serve", *scopes)
    obstacle = recipients.obstacle_to(to)
    if obstacle and (channel == Channel.ELECTRONIC or not addressee):
        raise CannotServe(obstacle)
    Paper.objects.select_for_update(no_key=True).get(pk=paper.pk)  # of two who serve at once the second sees the first
    before = Service.objects.filter(paper=paper, to_kind=to[0], to_id=to[1])
    if before.filter(state=ServiceState.SERVED).exists() or before.filter(state=ServiceState.SENT, channel=channel).exists():
        raise AlreadyServed
    branch_id = next((scope_id for kind, scope_id in scopes if kind == "branch"), 0)
    service = Service.objects.create(
        paper=paper, to_kind=to[0], to_id=to[1], branch_id=branch_id, channel=channel, addressee=addressee, url=url, sent_at=now, sent_by=by
    )
    note_act("paper.serve", by=by, subject=("service", service.pk), facts={"paper": paper.pk, "channel": channel}, now=now)
    if channel == Channel.ELECTRONIC:
        tell(to, "paper_waits", {"paper": paper.kind}, reverse("notices:paper", args=[service.pk]), now)
        tell_outside(_receivers(to, now), _paper_waits, now=now)
    return service


def _receivers(to: tuple[str, int], now: datetime) -> list[int]:
    """Users who answer for the scope."""
    grants = Grant.objects.live(timezone.localdate(now)).over(to[0], [to[1]]).filter(role__in=PERMISSIONS["paper.receive"])
    return list(grants.values_list("user_id", flat=True))


def _paper_waits() -> tuple[str, str]:
    """What an e-mail or a short message says: that a paper waits, and where; nothing of what it is about."""
    return _("نامه‌ای از تأمین اجتماعی"), _("نامه‌ای رسمی در انتظار شماست. برای دیدن آن با نام کاربری خود وارد شوید: %(address)s") % {"address": settings.ORIGIN}
