"""Idempotency keys at the API's door: the same request under one key is done once and answered alike."""

import hashlib
from collections.abc import Callable
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Status
from pydantic import BaseModel

from opentamin.office.kit.problems import Problem
from opentamin.office.records.keyed_answers import KeyUnreadable, KeyUsedOtherwise, answer_once


def once(request, key: str | None, contents: list[tuple[str, bytes]], do: Callable[[], tuple[int, Any]]) -> Status:
    """Do it, or give the first answer again. Without a key it is simply done. A refusal leaves the key free."""
    if key is None:
        return Status(*do())
    try:
        return Status(*answer_once(request.auth, key, _digest(request, contents), lambda: _plain(*do()), now=timezone.now()))
    except KeyUnreadable as refusal:
        raise Problem(422, "key_unreadable", _("Idempotency-Key باید ۱ تا ۱۰۰ نویسهٔ لاتین بی‌فاصله باشد.")) from refusal
    except KeyUsedOtherwise as refusal:
        raise Problem(
            409, "key_used_otherwise", _("این کلید پیش‌تر برای درخواستی دیگر به کار رفته است؛ برای این درخواست کلید تازه‌ای بسازید.")
        ) from refusal


def _digest(request, contents: list[tuple[str, bytes]]) -> str:
    """What makes two requests the same: where they go and what they bring."""
    digest = hashlib.sha256(f"{request.method} {request.path}".encode())
    for name, body in contents:
        digest.update(b"\0" + name.encode() + b"\0" + hashlib.sha256(body).digest())
    return digest.hexdigest()


def _plain(status: int, body: Any) -> tuple[int, Any]:
    return status, [one.model_dump(mode="json") for one in body] if isinstance(body, list) else _dumped(body)


def _dumped(body: BaseModel) -> Any:
    return body.model_dump(mode="json")
