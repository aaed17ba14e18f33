"""Addresses of the room of history."""

from django.urls import path

from .views import insured

app_name = "history"
urlpatterns = [
    path("record/", insured.record, name="record"),
    path("record.pdf", insured.record_pdf, name="record_pdf"),
    path("record/<int:month>/", insured.month, name="month"),
]
