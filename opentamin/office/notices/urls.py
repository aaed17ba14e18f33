"""Addresses of papers on their way to people."""

from django.urls import path

from .views import officer, recipient

app_name = "notices"
urlpatterns = [
    path("papers/<int:service_id>/", recipient.paper, name="paper"),
    path("papers/<int:service_id>/open/", recipient.open_it, name="open"),
    path("papers/<int:service_id>/letter.pdf", recipient.letter, name="letter"),
    path("papers/<int:service_id>/proof/", officer.proof, name="proof"),
    path("papers/<int:service_id>/again/", officer.again, name="again"),
]
