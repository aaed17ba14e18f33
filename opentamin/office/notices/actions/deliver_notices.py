"""Tell programs what waits for them: signed, again and again for two days, and never twice without need."""

import json
from datetime import datetime, timedelta
from http.client import HTTPException

from django.conf import settings
from django.db import transaction

from ..models import Delivery, DeliveryState
from ..outgoing import NotOpenNet, place_of, post
from ..signing import HEADER, signature

WAITS_MINUTES = (1, 5, 30, 120, 480, 1440)  # after each try that failed; then it is given up
LEASE = timedelta(minutes=5)  # longer than one try can take: a worker that died leaves it to the next
AT_ONCE_MAX = 500


def deliver_notices(*, now: datetime) -> int:
    """Send what is due and return how many arrived. Of an address that does not answer only one is tried in a round."""
    arrived, silent = 0, set()
    for _round in range(AT_ONCE_MAX):
        delivery = _take(now, silent)
        if delivery is None:
            break
        said, is_sent = _send(delivery, now)
        _note(delivery, said, is_sent, now)
        arrived += is_sent
        if not is_sent:
            silent.add(delivery.webhook_id)
    return arrived


@transaction.atomic
def _take(now: datetime, silent: set[int]) -> Delivery | None:
    """The next one due, with its next try put off before it is sent; two workers never take the same."""
    due = Delivery.objects.select_for_update(skip_locked=True, of=("self",)).select_related("webhook", "notice")
    due = due.filter(state=DeliveryState.WAITING, next_try_at__lte=now).exclude(webhook__in=silent)
    delivery = due.order_by("next_try_at", "pk").first()
    if delivery:
        delivery.tries += 1
        delivery.next_try_at = now + LEASE
        delivery.save(update_fields=["tries", "next_try_at"])
    return delivery


def _send(delivery: Delivery, now: datetime) -> tuple[str, bool]:
    """What was answered, and whether it counts as arrived. The address is looked at again at every try."""
    body = body_of(delivery)
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "User-Agent": "OpenTamin",
        HEADER: signature(delivery.webhook.secret, body, now),
        "X-OpenTamin-Delivery": str(delivery.mark),
    }
    try:
        status = post(place_of(delivery.webhook.url), body, headers)
    except NotOpenNet as refusal:
        return refusal.why, False
    except (OSError, HTTPException, ValueError) as failed:
        return type(failed).__name__[:40], False
    return str(status), 200 <= status < 300


def body_of(delivery: Delivery) -> bytes:
    """The message: what happened and where to look. Facts of a workplace's notice hold no person's data."""
    notice = delivery.notice
    message = {
        "id": str(delivery.mark),
        "kind": notice.kind,
        "facts": notice.facts,
        "at": notice.created_at.isoformat(timespec="seconds"),
        "url": f"{settings.ORIGIN}{notice.url}",
    }
    return json.dumps(message, ensure_ascii=False, sort_keys=True).encode()


def _note(delivery: Delivery, said: str, is_sent: bool, now: datetime) -> None:
    delivery.said = said
    if is_sent:
        delivery.state, delivery.sent_at = DeliveryState.SENT, now
    elif delivery.tries > len(WAITS_MINUTES):
        delivery.state = DeliveryState.GIVEN_UP
    else:
        delivery.next_try_at = now + timedelta(minutes=WAITS_MINUTES[delivery.tries - 1])
    Delivery.objects.filter(pk=delivery.pk, state=DeliveryState.WAITING).update(
        said=delivery.said, state=delivery.state, sent_at=delivery.sent_at, next_try_at=delivery.next_try_at
    )
