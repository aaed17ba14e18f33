"""Addresses of the house. Each room keeps its own; here stands only where they begin."""

from django.urls import include, path

from .api import api
from .health import health

urlpatterns = [
    path("", include("opentamin.office.eservices.urls")),
    path("", include("opentamin.office.accounts.urls")),
    path("", include("opentamin.office.records.urls")),
    path("", include("opentamin.office.channels.urls")),
    path("", include("opentamin.office.notices.urls")),
    path("", include("opentamin.office.history.urls")),
    path("", include("opentamin.office.payments.urls")),
    path("", include("opentamin.office.contributions.urls")),
    path("", include("opentamin.office.debts.urls")),
    path("", include("opentamin.office.advice.urls")),
    path("", include("opentamin.office.disputes.urls")),
    path("api/v1/", api.urls),
    path("health/", health, name="health"),
    path("i18n/", include("django.conf.urls.i18n")),
]

handler400 = "opentamin.office.site.views.bad_request"
handler403 = "opentamin.office.site.views.forbidden"
handler404 = "opentamin.office.site.views.not_found"
handler500 = "opentamin.office.site.views.failed"
