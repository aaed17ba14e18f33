"""When a request came in: kept at its very start, so that whatever waits for us later was not late."""

from datetime import datetime

from django.utils import timezone


def noted_arrival(get_response):
    """The first middleware of all: `request.arrived_at` is the moment the request reached us."""

    def asked(request):
        request.arrived_at = timezone.now()
        return get_response(request)

    return asked


def arrival_of(request) -> datetime:
    """The moment a request came in. A request that no door noted came now."""
    return getattr(request, "arrived_at", None) or timezone.now()
