"""One payment before an officer: what the bank said of it, whose it may be, and giving or moving it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from opentamin.office.accounts import gate
from opentamin.office.kit.refusals import Refusal
from opentamin.office.registry.queries import code_of

from ..actions import ChargeNotOpen, NotMatched, match_payment, move_payment
from ..forms import WhoseForm
from ..models import Payment, PaymentState
from ..notes import why_it_waits
from ..queries import payment_seen_by, proposals_for

FIELDS: dict[type[Refusal], str] = {ChargeNotOpen: "tracking", NotMatched: "workplace_code"}


@require_http_methods(["GET", "POST"])
@login_required
def show(request, number: str):
    """Unmatched money is given, matched money is moved; both by a code, a charge if one is meant, and a reason."""
    payment = payment_seen_by(request.user, number)
    gate.require(request.user, "branch.payments.read", *(grant.scope for grant in gate.live_grants(request.user)))
    today = timezone.localdate()
    form = WhoseForm(request.POST if request.method == "POST" else None, on=today)
    if request.method == "POST" and form.is_valid() and _do(request, payment, form):
        return redirect("payments:payment", number=payment.number)
    is_waiting = payment.state == PaymentState.UNMATCHED
    proposals = proposals_for(payment) if is_waiting else []
    context = {
        "payment": payment,
        "form": form,
        "is_waiting": is_waiting,
        "is_open": payment.state not in (PaymentState.REFUNDED, PaymentState.TAKEN_BACK),
        "why": why_it_waits(payment.note),
        "proposals": [(one, code_of(one.workplace, today)) for one in proposals],
        "matches": payment.matches.select_related("workplace", "by").order_by("pk"),
        "today": today,
    }
    return render(request, "payments/payment.html", context, status=422 if form.errors else 200)


def _do(request, payment: Payment, form: WhoseForm) -> bool:
    """Whether it was done; if not, the form says why."""
    workplace, charge, reason = (form.cleaned_data[name] for name in ("workplace_code", "tracking", "reason"))
    act = match_payment if payment.state == PaymentState.UNMATCHED else move_payment
    try:
        act(payment.pk, workplace.pk, charge, by=request.user, now=timezone.now(), reason=reason)
    except Refusal as refusal:
        form.add_error(FIELDS.get(type(refusal)), str(refusal))
    else:
        messages.success(request, _("انجام شد؛ پرداخت به نام %(name)s است.") % {"name": workplace.name})
        return True
    return False
