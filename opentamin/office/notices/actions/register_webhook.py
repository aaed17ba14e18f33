"""Let a workplace's program be told what happens, and end it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opentamin.office.accounts import gate
from opentamin.office.kit.refusals import Refusal
from opentamin.office.records.actions import note_act

from ..models import Webhook
from ..outgoing import place_of
from ..signing import new_secret

WEBHOOKS_MAX = 5  # live ones of a workplace


class TooManyWebhooks(Refusal):
    """The workplace has as many live ones as it may have; one must be ended first."""

    code = "too_many_webhooks"
    sentence = _("این کارگاه به اندازهٔ کافی نشانی دارد؛ نخست یکی را پایان دهید.")


@transaction.atomic
def register_webhook(scope: tuple[str, int], url: str, *, name: str, by, now: datetime) -> Webhook:
    """The webhook; its `secret` is shown to its maker this once. Notices of the workplace told from now on go to it.

    Raises `outgoing.NotOpenNet` for an address we do not go to, `TooManyWebhooks`, `gate.NotAllowed`.
    """
    gate.require(by, "webhook.manage", scope)
    place_of(url)
    live = Webhook.objects.select_for_update().filter(scope_kind=scope[0], scope_id=scope[1], ended_at=None)
    if len(live) >= WEBHOOKS_MAX:
        raise TooManyWebhooks
    made = Webhook.objects.create(
        scope_kind=scope[0], scope_id=scope[1], url=url, name=name, secret=new_secret(), made_at=now, made_by=by
    )
    note_act("webhook.register", by=by, subject=("webhook", made.pk), facts={scope[0]: scope[1]}, now=now)
    return made


@transaction.atomic
def end_webhook(webhook_id: int, *, by, now: datetime) -> Webhook:
    """End it; what waits for it is given up. One that is not there and one of others get the same answer: `gate.NotAllowed`."""
    webhook = Webhook.objects.select_for_update().filter(pk=webhook_id, ended_at=None).first()
    if webhook is None:
        raise gate.NotAllowed("webhook.manage")
    gate.require(by, "webhook.manage", webhook.scope)
    webhook.ended_at, webhook.ended_by = now, by
    webhook.save(update_fields=["ended_at", "ended_by"])
    webhook.deliveries.filter(state="waiting").update(state="given_up", said="ended")
    note_act("webhook.end", by=by, subject=("webhook", webhook.pk), facts={}, now=now)
    return webhook
