"""Addresses of notices. The inbox page itself is the front hall's."""

from django.urls import path

from .views import inbox

app_name = "notices"
urlpatterns = [
    path("notices/read/", inbox.read_all, name="read_all"),
    path("notices/<int:notice_id>/open/", inbox.open_notice, name="open"),
]
