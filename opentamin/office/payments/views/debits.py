"""What the bank took and no refund of ours explains: an officer says what it was."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from opentamin.office.accounts import gate
from opentamin.office.kit.refusals import Refusal

from ..actions import CreditSpent, NotThisPayment, explain_debit
from ..forms import DebitForm
from ..models import DebitKind, StatementLine
from ..queries import debit_seen_by, payments_like
from .officer import require_officer

FIELDS: dict[type[Refusal], str] = {NotThisPayment: "payment", CreditSpent: "payment"}


@require_http_methods(["GET", "POST"])
@login_required
def explain(request, line_id: int):
    """One debit, payments of the same sum, and the officer's word."""
    line = debit_seen_by(request.user, line_id)
    if request.method == "POST":
        require_officer(request.user, "payment.match")
    like = payments_like(line, request.user)
    only = {"payment": like[0].number} if len(like) == 1 else {}
    form = DebitForm(request.POST if request.method == "POST" else None, initial=only)
    if request.method == "POST" and form.is_valid() and _done(request, line, form):
        return redirect("payments:branch_payments")
    may_explain = gate.may(request.user, "payment.match", *(grant.scope for grant in gate.live_grants(request.user)))
    context = {"line": line, "form": form, "like": like, "may_explain": may_explain}
    return render(request, "payments/debit.html", context, status=422 if form.errors else 200)


def _done(request, line: StatementLine, form: DebitForm) -> bool:
    """Whether it was done; if not, the form says why."""
    payment = form.cleaned_data["payment"]
    try:
        explain_debit(
            line.pk, DebitKind(form.cleaned_data["kind"]), payment.pk if payment else None,
            by=request.user, now=timezone.now(), reason=form.cleaned_data["reason"],
        )  # fmt: skip
    except Refusal as refusal:
        form.add_error(FIELDS.get(type(refusal)), str(refusal))
        return False
    messages.success(request, _("انجام شد؛ این برداشت دیگر ناشناخته نیست."))
    return True
