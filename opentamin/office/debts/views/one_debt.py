"""One debt: what happened, why it is so much, article by article, and what to do who does not agree."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from opentamin.law import words
from opentamin.office.accounts import gate
from opentamin.office.kit.downloads import PDF, download
from opentamin.office.notices.queries import services_of
from opentamin.office.records.access import may_open
from opentamin.office.records.downloads import as_download

from ..letters.notice import notice_pdf
from ..listings import with_obstacle
from ..models import Debt, DebtKind, DebtState
from ..queries import debt_seen_by, is_held, remaining_of_debt, remedy_of, scopes_of_debt, traces_of
from ..telling import because_words, happened, uncertain_figures


@require_safe
@login_required
def show(request: HttpRequest, tracking: str) -> HttpResponse:
    """The page; whoever acts for the workplace is led to the letter first while it was not received."""
    debt = debt_seen_by(request.user, tracking)
    services = list(services_of(debt.paper)) if debt.paper_id else []
    if not is_officer(request.user, debt) and not any(service.service_day for service in services):
        return redirect("notices:paper", service_id=services[-1].pk)
    return render(request, "debts/debt.html", {**context_of(request, debt), "services": services})


def is_officer(user, debt: Debt) -> bool:
    return gate.may(user, "branch.debts.read", ("branch", debt.workplace.branch_id))


def context_of(request: HttpRequest, debt: Debt) -> dict:
    """What every page of a debt shows."""
    user, scopes = request.user, scopes_of_debt(debt)
    steps = [words.render(node, get_language()) for node in traces_of(debt)]
    remedy = remedy_of(debt)
    [debt] = with_obstacle([debt])
    return {
        "debt": debt,
        "today": timezone.localdate(),
        "happened": happened(debt),
        "because": because_words(debt.revised_because),
        "withdrawn_because": because_words(debt.withdrawn_because),
        "steps": steps,
        "uncertain": uncertain_figures(steps),
        "remedy": remedy,
        "remedy_step": words.render(remedy.node, get_language()) if remedy else None,
        "remaining": remaining_of_debt(debt) if debt.is_standing else 0,
        "is_held": is_held(debt),
        "is_officer": is_officer(user, debt),
        "is_difference": debt.kind == DebtKind.DIFFERENCE_ART_101,
        "may_issue": debt.state == DebtState.PREPARED and debt.kind != DebtKind.DIFFERENCE_ART_101 and debt.is_enforceable and gate.may(user, "debt.issue", *scopes),
        "may_revise": debt.state == DebtState.ISSUED and gate.may(user, "debt.revise", *scopes),
        "may_withdraw": debt.state != DebtState.WITHDRAWN and gate.may(user, "debt.withdraw", *scopes),
    }


@require_safe
@login_required
def letter(request: HttpRequest, tracking: str) -> HttpResponseBase:
    """The letter as it went out; for an officer, of a prepared debt, as it would go out now."""
    debt = debt_seen_by(request.user, tracking)
    if debt.paper_id:
        if not may_open(request.user, debt.paper.document):
            raise Http404
        return as_download(debt.paper.document)
    return download(notice_pdf(debt, None, now=timezone.now()), f"draft-{debt.tracking}.pdf", PDF)
