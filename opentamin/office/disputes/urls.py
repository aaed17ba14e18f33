"""Addresses of objections. Tracking numbers are also taken in Persian digits, as they are printed."""

from django.urls import path

from opentamin.office.contributions import urls as _tracking  # noqa: F401 - registers the converter of tracking numbers

from .views import branch, filing, objector, one_objection

app_name = "disputes"
urlpatterns = [
    path("objections/", objector.objections, name="objections"),
    path("objections/new/", filing.new, name="new"),
    path("objections/<tracking:tracking>/", one_objection.show, name="objection"),
    path("objections/<tracking:tracking>/receipt.pdf", one_objection.receipt_pdf, name="receipt_pdf"),
    path("objections/<tracking:tracking>/documents/", one_objection.add, name="add"),
    path("objections/<tracking:tracking>/documents/<int:document_id>/", one_objection.document, name="document"),
    path("objections/<tracking:tracking>/withdraw/", one_objection.withdraw, name="withdraw"),
    path("objections/<tracking:tracking>/take-up/", branch.take_up, name="take_up"),
    path("objections/<tracking:tracking>/accept/", branch.accept, name="accept"),
    path("objections/<tracking:tracking>/refer/", branch.refer, name="refer"),
    path("objections/<tracking:tracking>/answer/", branch.answer, name="answer"),
    path("branch/objections/", branch.objections, name="branch_objections"),
    path("branch/objections/paper/", branch.paper, name="paper"),
]
