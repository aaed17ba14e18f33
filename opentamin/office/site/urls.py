"""Addresses of the house. Each room keeps its own; here stands only where they begin."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

from opentamin.office.site.api import api
from opentamin.office.site.health import health

HOUSE = "opentamin.office"


def _room(prefix: str, module: str) -> list[URLPattern | URLResolver]:
    return [path(prefix, include(f"{HOUSE}.{module}"))] if find_spec(f"{HOUSE}.{module}") else []


urlpatterns = [
    *_room("", "eservices.urls"),
    *_room("", "accounts.urls"),
    *_room("", "records.urls"),
    *_room("", "notices.urls"),
    *_room("", "history.urls"),
    *_room("", "contributions.urls"),
    path("api/v1/", api.urls),
    path("health/", health, name="health"),
    path("i18n/", include("django.conf.urls.i18n")),
]

handler400 = "opentamin.office.site.views.bad_request"
handler403 = "opentamin.office.site.views.forbidden"
handler404 = "opentamin.office.site.views.not_found"
handler500 = "opentamin.office.site.views.failed"
