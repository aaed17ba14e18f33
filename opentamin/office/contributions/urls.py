"""Addresses of the room of contributions. Tracking numbers are also taken in Persian digits, as they are printed."""

from django.urls import path, register_converter

from opentamin.office.kit.text import fold

from .views import amount, branch, employer, office, one_list, papers, programs, typed, uploads


class TrackingConverter:
    regex = "[0-9۰-۹٠-٩-]{8,24}"

    def to_python(self, value: str) -> str:
        return fold(value)

    def to_url(self, value: str) -> str:
        return value


register_converter(TrackingConverter, "tracking")

app_name = "contributions"
urlpatterns = [
    path("lists/", employer.lists, name="lists"),
    path("lists/new/", employer.send, name="send"),
    path("lists/type/", typed.type_list, name="type"),
    path("lists/nobody/", typed.nobody, name="nobody"),
    path("lists/sheet.xlsx", typed.sheet, name="sheet"),
    path("lists/office/", office.office, name="office"),
    path("lists/office/assess/", office.assess_all, name="assess_all"),
    path("lists/office/sheets.zip", office.sheets, name="sheets"),
    path("lists/receipts.zip", office.receipts, name="receipts"),
    path("lists/<tracking:tracking>/", one_list.show, name="list"),
    path("lists/<tracking:tracking>/waiting/", uploads.show, name="upload"),
    path("lists/<tracking:tracking>/assess/", one_list.assess, name="assess"),
    path("lists/<tracking:tracking>/withdraw/", one_list.withdraw, name="withdraw"),
    path("lists/<tracking:tracking>/amount/", amount.list_amount, name="amount"),
    path("lists/<tracking:tracking>/workers/<int:row>/", amount.worker_amount, name="worker"),
    path("lists/<tracking:tracking>/findings.xlsx", papers.findings, name="findings"),
    path("lists/<tracking:tracking>/files/<int:document_id>/", papers.file, name="file"),
    path("lists/<tracking:tracking>/receipt/", papers.receipt, name="receipt"),
    path("lists/<tracking:tracking>/receipt.pdf", papers.receipt_pdf, name="receipt_pdf"),
    path("webhooks/", programs.webhooks, name="webhooks"),
    path("webhooks/<int:webhook_id>/end/", programs.end, name="webhook_end"),
    path("branch/lists/", branch.lists, name="branch_lists"),
    path("branch/queue/", uploads.of_all, name="queue"),
]
