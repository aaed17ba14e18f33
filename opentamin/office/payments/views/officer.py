"""Pages of the officer: what waits, the bank's statements, and each evening's reconciliation."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from opentamin.lists import Refused, words
from opentamin.office.accounts import gate
from opentamin.office.kit import numbers

from ..actions import reconcile
from ..forms import StatementForm
from ..intake import take_in
from ..models import BankStatement, Payment, Reconciliation
from ..queries import ages_of_unmatched, refunds_waiting, sum_of, unexplained_debits, unmatched
from ..tying_words import words_of_ties

PAGE_SIZE, LATEST = 50, 10


def require_officer(user, permission: str = "branch.payments.read") -> None:
    """Whoever holds a grant over a branch or the country that allows this."""
    gate.require(user, permission, *(grant.scope for grant in gate.live_grants(user)))


@require_GET
@login_required
def payments(request):
    """What waits for a person: money nobody knows, refunds, debits; then statements and matched money."""
    require_officer(request.user)
    everywhere = gate.may_everywhere(request.user, "branch.payments.read")
    branches = gate.scopes_of(request.user, "branch.payments.read", "branch")
    today = timezone.localdate()
    matched = Payment.objects.filter(workplace__isnull=False).select_related("workplace", "line")
    matched = matched if everywhere else matched.filter(workplace__branch__in=branches)
    context = {
        "today": today,
        "waiting": Paginator(unmatched(), PAGE_SIZE).get_page(request.GET.get("page")),
        "waiting_sum": sum_of(unmatched()),
        "ages": ages_of_unmatched(today),
        "refunds": refunds_waiting(branches, everywhere=everywhere)[:PAGE_SIZE],
        "debits": unexplained_debits()[:LATEST],
        "matched": matched.order_by("-paid_on", "-pk")[:LATEST],
        "statements": BankStatement.objects.select_related("account").order_by("-pk")[:LATEST],
        "latest": Reconciliation.objects.order_by("-made_at", "-pk").first(),
        "may_receive": gate.may(request.user, "statement.receive", *(grant.scope for grant in gate.live_grants(request.user))),
    }
    return render(request, "payments/branch_payments.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def statement(request):
    """The bank's file, by hand."""
    require_officer(request.user, "statement.receive")
    form = StatementForm(request.POST or None, request.FILES or None)
    if request.method == "GET" or not form.is_valid():
        return render(request, "payments/statement.html", {"form": form}, status=200 if request.method == "GET" else 422)
    file = form.cleaned_data["file"]
    try:
        receipts = take_in(file.read(), name=file.name, by=request.user, now=timezone.now())
    except Refused as refusal:
        said = words.sentence(refusal.finding, get_language())
        return render(request, "payments/statement.html", {"form": form, "said": said}, status=422)
    fresh = [receipt for receipt in receipts if receipt.is_first]
    lines = sum(receipt.statement.lines_count for receipt in fresh)
    if fresh:
        said = ngettext("صورت‌حساب رسید: %(n)s سطر به دفتر رفت.", "صورت‌حساب رسید: %(n)s سطر به دفتر رفت.", lines)
        messages.success(request, said % {"n": numbers.grouped(lines)})
    else:
        messages.info(request, _("این صورت‌حساب پیش‌تر رسیده بود؛ چیزی عوض نشد."))
    return redirect("payments:branch_payments")


@require_http_methods(["GET", "POST"])
@login_required
def reconciliation(request):
    """The last evenings, and one made now on word."""
    require_officer(request.user)
    if request.method == "POST":
        require_officer(request.user, "reconciliation.make")
        reconcile(timezone.localdate(), by=request.user, now=timezone.now())
        return redirect("payments:reconciliation")
    kept = list(Reconciliation.objects.order_by("-made_at", "-pk")[:LATEST])
    context = {"latest": kept[0] if kept else None, "ties": words_of_ties(kept[0]) if kept else [], "earlier": kept[1:]}
    return render(request, "payments/reconciliation.html", context)
