"""Addresses of the front hall."""

from django.urls import path

from .views import home, inbox, services

app_name = "eservices"
urlpatterns = [
    path("", home.home, name="home"),
    path("as/<slug:name>/", home.look_as, name="look_as"),
    path("inbox/", inbox.inbox_page, name="inbox"),
    path("inbox/<int:notice_id>/", inbox.open_notice, name="open_notice"),
    path("services/", services.catalogue, name="services"),
]
