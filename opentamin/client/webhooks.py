"""Messages of the office: believed only when they are signed with our secret, whole, and of now."""

import hashlib
import hmac
import json
import re
import time
from collections.abc import Mapping
from typing import Any

HEADER = "X-OpenTamin-Signature"
OLDEST_SECONDS = 300
_SIGNATURE = re.compile(r"t=([0-9]{1,12}),v1=([0-9a-f]{64})")


class NotOurs(Exception):
    """The message has no right signature, or is too old to be believed."""


def message_of(secret: str, headers: Mapping[str, str], body: bytes, *, now: float | None = None) -> dict[str, Any]:
    """The message as values. The same `id` may come more than once: what was seen before needs no second look.

    `headers` as the server gives them, names in any case; `body` the bytes as they came. Raises NotOurs.
    """
    said = next((value for name, value in headers.items() if name.lower() == HEADER.lower()), "")
    match = _SIGNATURE.fullmatch(said)
    if not match:
        raise NotOurs("no signature")
    wanted = hmac.new(secret.encode(), f"{match[1]}.".encode() + body, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted, match[2]):
        raise NotOurs("another signature")
    if abs((time.time() if now is None else now) - int(match[1])) > OLDEST_SECONDS:
        raise NotOurs("too old")
    return json.loads(body)
