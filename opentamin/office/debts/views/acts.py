"""What an officer does with one debt: issue, revise, withdraw. Each is asked on a page of its own first."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from opentamin.office.accounts import gate
from opentamin.office.kit.refusals import Refusal

from ..actions import issue_debt_notice, revise_debt, withdraw_debt
from ..forms import IssueForm, ReasonForm
from ..queries import debt_seen_by, scopes_of_debt
from .one_debt import context_of


@require_http_methods(["GET", "POST"])
@login_required
def issue(request: HttpRequest, tracking: str) -> HttpResponse:
    debt = debt_seen_by(request.user, tracking, "debt.issue")
    form = IssueForm(request.POST or None)
    if form.is_valid():
        try:
            issue_debt_notice(debt.pk, by=request.user, now=timezone.now(), **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("اعلامیه صادر و فرستاده شد. مهلت اعتراض از روز ابلاغ آغاز می‌شود."))
            return redirect("debts:debt", tracking=debt.tracking)
    context = {"form": form, **context_of(request, debt)}
    return render(request, "debts/issue.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@login_required
def withdraw(request: HttpRequest, tracking: str) -> HttpResponse:
    return _with_reason(request, tracking, "debt.withdraw", "debts/withdraw.html", withdraw_debt)


@require_http_methods(["GET", "POST"])
@login_required
def revise(request: HttpRequest, tracking: str) -> HttpResponse:
    return _with_reason(request, tracking, "debt.revise", "debts/revise.html", revise_debt)


def _with_reason(request: HttpRequest, tracking: str, permission: str, template: str, act: Callable) -> HttpResponse:
    """Ask why, then act; lead to what the act gave."""
    debt = debt_seen_by(request.user, tracking, permission)
    gate.require(request.user, permission, *scopes_of_debt(debt))
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        try:
            done = act(debt.pk, because=form.cleaned_data["reason"], by=request.user, now=timezone.now())
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("debts:debt", tracking=done.tracking)
    context = {"form": form, **context_of(request, debt)}
    return render(request, template, context, status=422 if form.is_bound else 200)
