"""Addresses of the room of payments. Numbers are also taken in Persian digits, as they are printed."""

from django.urls import path

from .views import debits, employer, officer, one_payment, refunds, slips

app_name = "payments"
urlpatterns = [
    path("payments/", employer.payments, name="payments"),
    path("payments/slips/new/", slips.issue, name="issue"),
    path("payments/slips/<str:number>/", slips.show, name="slip"),
    path("payments/slips/<str:number>/slip.pdf", slips.pdf, name="slip_pdf"),
    path("payments/credit/use/", employer.use, name="use_credit"),
    path("payments/credit/<int:workplace_id>/refund/", refunds.ask, name="ask_refund"),
    path("branch/payments/", officer.payments, name="branch_payments"),
    path("branch/payments/statements/new/", officer.statement, name="statement"),
    path("branch/payments/reconciliation/", officer.reconciliation, name="reconciliation"),
    path("branch/payments/debits/<int:line_id>/", debits.explain, name="debit"),
    path("branch/payments/refunds/<str:number>/", refunds.decide, name="refund"),
    path("branch/payments/<str:number>/", one_payment.show, name="payment"),
    path("branch/payments/<str:number>/refund/", refunds.ask_of_payment, name="ask_refund_of_payment"),
]
