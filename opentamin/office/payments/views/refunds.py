"""Refunds: asked for by an employer or an officer, decided by another officer in their own name."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from opentamin.office.accounts import gate
from opentamin.office.kit import numbers
from opentamin.office.kit.refusals import Refusal
from opentamin.office.registry.models import Workplace

from ..actions import NotThere, decide_refund, prepare_refund
from ..forms import DecisionForm, RefundForm
from ..models import PaymentState, RefundState
from ..queries import credit_of_workplace, payment_seen_by, refund_seen_by
from .officer import require_officer

FIELDS: dict[type[Refusal], str] = {NotThere: "rials"}


@require_http_methods(["GET", "POST"])
@login_required
def ask(request, workplace_id: int):
    """Of a workplace's credit."""
    workplace = Workplace.objects.filter(pk=workplace_id).first()
    if workplace is None:
        raise gate.NotAllowed("refund.ask")
    gate.require(request.user, "refund.ask", ("workplace", workplace.pk), ("branch", workplace.branch_id))
    credit = credit_of_workplace(workplace.pk)
    form = RefundForm(request.POST if request.method == "POST" else None, initial={"rials": credit or None})
    if request.method == "POST" and form.is_valid() and _prepared(request, form, workplace_id=workplace.pk):
        is_own = gate.may(request.user, "slip.issue", ("workplace", workplace.pk))
        return redirect("payments:payments" if is_own else "payments:branch_payments")
    context = {"form": form, "workplace": workplace, "credit": credit}
    return render(request, "payments/ask_refund.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@login_required
def ask_of_payment(request, number: str):
    """Of money that is nobody's: whole, and only by an officer."""
    payment = payment_seen_by(request.user, number)
    require_officer(request.user, "refund.decide")
    if payment.state != PaymentState.UNMATCHED:
        raise Http404
    initial = {"rials": payment.amount, "iban": payment.line.payer_iban, "holder": payment.line.payer_name}
    form = RefundForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid() and _prepared(request, form, payment_id=payment.pk):
        return redirect("payments:branch_payments")
    context = {"form": form, "payment": payment, "credit": payment.amount}
    return render(request, "payments/ask_refund.html", context, status=422 if form.errors else 200)


def _prepared(request, form: RefundForm, **whose: int) -> bool:
    try:
        refund = prepare_refund(**form.cleaned_data, **whose, by=request.user, now=timezone.now())
    except Refusal as refusal:
        form.add_error(FIELDS.get(type(refusal)), str(refusal))
        return False
    messages.success(request, _("درخواست بازپرداخت %(number)s ثبت شد؛ کارشناسی دیگر تصمیم می‌گیرد.") % {"number": numbers.digits(refund.number)})
    return True


@require_http_methods(["GET", "POST"])
@login_required
def decide(request, number: str):
    """One refund, as far as it has come, and its decision."""
    refund = refund_seen_by(request.user, number)
    require_officer(request.user)
    form = DecisionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _decided(request, refund.pk, form):
        return redirect("payments:refund", number=refund.number)
    may_decide = refund.state == RefundState.PREPARED and refund.prepared_by_id != request.user.pk
    context = {"refund": refund, "form": form, "may_decide": may_decide}
    return render(request, "payments/refund.html", context, status=422 if form.errors else 200)


def _decided(request, refund_id: int, form: DecisionForm) -> bool:
    try:
        decide_refund(refund_id, form.is_granted, by=request.user, now=timezone.now(), reason=form.cleaned_data["reason"])
    except Refusal as refusal:
        form.add_error(None, str(refusal))
    else:
        return True
    return False
