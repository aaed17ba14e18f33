"""How a program knows that a message is ours, whole and of now: an HMAC over the time and the body."""

import hashlib
import hmac
import secrets
from datetime import datetime

HEADER = "X-OpenTamin-Signature"
MARK = "whsec_"


def new_secret() -> str:
    return MARK + secrets.token_urlsafe(32)


def signature(secret: str, body: bytes, now: datetime) -> str:
    """`t=<seconds>,v1=<hex>`: HMAC-SHA256 of "<seconds>." and the body, under the secret."""
    seconds = int(now.timestamp())
    digest = hmac.new(secret.encode(), f"{seconds}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={seconds},v1={digest}"
