"""Webhooks for programs: where a workplace's program wants to be told. Mounted by `site/api.py` at /api/v1/webhooks."""

from datetime import datetime

from django.utils import timezone
from ninja import Query, Router, Schema, Status
from pydantic import Field

from opentamin.office.accounts import gate
from opentamin.office.kit.text import fold
from opentamin.office.notices.actions import end_webhook, register_webhook
from opentamin.office.notices.models import Delivery, Webhook
from opentamin.office.registry.queries import workplace_by_code

from .queries import webhooks_of

router = Router(tags=["webhooks"])
SHOWN_MAX = 100


class NewWebhook(Schema):
    """`url` is an https address in the open net, port 443 or 8443."""

    workplace_code: str
    url: str = Field(max_length=500)
    name: str = Field("", max_length=60)


class WebhookAnswer(Schema):
    id: int
    workplace: str
    url: str
    name: str
    made_at: datetime


class MadeWebhook(WebhookAnswer):
    """`secret` signs every message (HMAC-SHA256); it is told this once."""

    secret: str


class DeliveryAnswer(Schema):
    """`said` is the last answer: an HTTP status, or the code of what hindered."""

    id: str
    kind: str
    state: str
    tries: int
    said: str
    next_try_at: datetime
    sent_at: datetime | None


@router.get("", response=list[WebhookAnswer], summary="Webhooks of the workplaces you act for")
def webhooks(request):
    return [_answer(one, name) for one, name in webhooks_of(request.auth)]


@router.post("", response={201: MadeWebhook}, summary="Register a webhook")
def register(request, body: NewWebhook):
    """From now on every notice of the workplace is sent there: a list accepted, handed back, assessed, a paper waiting."""
    now = timezone.now()
    workplace = workplace_by_code(fold(body.workplace_code), on=timezone.localdate(now))
    if workplace is None:
        raise gate.NotAllowed("webhook.manage")
    made = register_webhook(("workplace", workplace.id), body.url, name=body.name, by=request.auth, now=now)
    return Status(201, MadeWebhook(**_answer(made, workplace.name).dict(), secret=made.secret))


@router.post("/{webhook_id}/end", response=WebhookAnswer, summary="End a webhook")
def end(request, webhook_id: int):
    return _answer(end_webhook(webhook_id, by=request.auth, now=timezone.now()), "")


@router.get("/{webhook_id}/deliveries", response=list[DeliveryAnswer], summary="Latest messages to a webhook")
def deliveries(request, webhook_id: int, limit: int = Query(20, ge=1, le=SHOWN_MAX)):
    webhook = Webhook.objects.filter(pk=webhook_id).first()
    if webhook is None:
        raise gate.NotAllowed("webhook.manage")
    gate.require(request.auth, "webhook.manage", webhook.scope)
    latest = Delivery.objects.filter(webhook=webhook).select_related("notice").order_by("-pk")[:limit]
    return [
        DeliveryAnswer(
            id=str(one.mark), kind=one.notice.kind, state=one.state, tries=one.tries, said=one.said, next_try_at=one.next_try_at, sent_at=one.sent_at
        )
        for one in latest
    ]


def _answer(one: Webhook, workplace: str) -> WebhookAnswer:
    return WebhookAnswer(id=one.pk, workplace=workplace, url=one.url, name=one.name, made_at=one.made_at)
