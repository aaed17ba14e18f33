"""Addresses of the front hall."""

from django.urls import path

from .views import home

app_name = "eservices"
urlpatterns = [
    path("", home.home, name="home"),
]
