"""How much may be sent to a public page, and how long the law may search for one answer."""

import time
from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from opentamin.law.ask import Changes, Decision, what_changes
from opentamin.law.machine.dated import Law, at

BODY_BYTES_MAX: Final = 128 * 1024
SEARCH_SECONDS_MAX: Final = 2.0


def too_large(request: HttpRequest, most: int = BODY_BYTES_MAX) -> bool:
    """Whether more is being sent than we read."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return not length.isdigit() or int(length) > most


def small_body(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A body too large is refused before anything reads it; forged forms are refused after."""
    protected = csrf_protect(view)

    @csrf_exempt
    @wraps(view)
    def asked(request: HttpRequest, *args, **named) -> HttpResponse:
        if too_large(request):
            return render(request, "advice/too_large.html", {"kilobytes": BODY_BYTES_MAX // 1024}, status=413)
        return protected(request, *args, **named)

    return asked


class TimeIsUp(Exception):
    """The search was stopped."""


def changes_in_time(decision: Decision, seconds: float = SEARCH_SECONDS_MAX) -> Changes | None:
    """What would change a refusal; None where the search took too long."""
    until = time.monotonic() + seconds

    def law_at(day: date) -> Law:
        if time.monotonic() > until:
            raise TimeIsUp
        return at(day, decision.known_on)

    try:
        return what_changes(decision, law_at)
    except TimeIsUp:
        return None
