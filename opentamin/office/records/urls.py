"""Addresses of documents and of the check of papers."""

from django.urls import path

from .views import documents, export, keeping, readings, verify

app_name = "records"
urlpatterns = [
    path("verify/", verify.ask, name="verify"),
    path("verify/<str:code>/", verify.verify, name="verify"),
    path("keeping/", keeping.keeping, name="keeping"),
    path("account/data/", export.export, name="export"),
    path("account/readings/", readings.own, name="readings"),
    path("audit/readings/", readings.audit, name="audit_readings"),
    path("documents/<int:document_id>/", documents.document, name="document"),
]
