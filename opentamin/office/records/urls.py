"""Addresses of documents and of the check of papers."""

from django.urls import path

from .views import documents, verify

app_name = "records"
urlpatterns = [
    path("verify/", verify.ask, name="verify"),
    path("verify/<str:code>/", verify.verify, name="verify"),
    path("documents/<int:document_id>/", documents.document, name="document"),
]
