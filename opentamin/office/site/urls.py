"""Addresses of the house. Each room keeps its own; here stands only where they begin."""

from importlib.util import find_spec

from django.urls import include, path

from .api import api
from .health import health

urlpatterns = [
    path("", include("opentamin.office.eservices.urls")),
    path("", include("opentamin.office.accounts.urls")),
    path("", include("opentamin.office.records.urls")),
    path("", include("opentamin.office.contributions.urls")),
    path("api/v1/", api.urls),
    path("health/", health, name="health"),
    path("i18n/", include("django.conf.urls.i18n")),
]
if find_spec("opentamin.office.history.urls"):
    urlpatterns.insert(3, path("", include("opentamin.office.history.urls")))

handler400 = "opentamin.office.site.views.bad_request"
handler403 = "opentamin.office.site.views.forbidden"
handler404 = "opentamin.office.site.views.not_found"
handler500 = "opentamin.office.site.views.failed"
