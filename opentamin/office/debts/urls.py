"""Addresses of the room of debts. Tracking numbers are also taken in Persian digits, as they are printed."""

from django.urls import path, register_converter

from opentamin.office.kit.text import fold

from .views import acts, branch, employer, evidence, letters, one_debt


class TrackingConverter:
    regex = "[0-9۰-۹٠-٩-]{8,24}"

    def to_python(self, value: str) -> str:
        return fold(value)

    def to_url(self, value: str) -> str:
        return value


register_converter(TrackingConverter, "debt_tracking")

app_name = "debts"
urlpatterns = [
    path("debts/", employer.debts, name="debts"),
    path("debts/<debt_tracking:tracking>/", one_debt.show, name="debt"),
    path("debts/<debt_tracking:tracking>/letter.pdf", one_debt.letter, name="letter"),
    path("debts/<debt_tracking:tracking>/issue/", acts.issue, name="issue"),
    path("debts/<debt_tracking:tracking>/withdraw/", acts.withdraw, name="withdraw"),
    path("debts/<debt_tracking:tracking>/revise/", acts.revise, name="revise"),
    path("branch/debts/", branch.debts, name="branch_debts"),
    path("branch/debts/prepare/", branch.prepare, name="prepare"),
    path("branch/debts/evidence/", evidence.record, name="evidence"),
    path("letters/", letters.texts, name="texts"),
    path("letters/<slug:kind>/", letters.text, name="text"),
]
