"""A payment slip: asked for, shown, taken along."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from opentamin.banking import identifiers
from opentamin.office.kit.downloads import PDF, download
from opentamin.office.kit.refusals import Refusal
from opentamin.office.ledger.queries import remaining_of

from .. import charges
from ..actions import issue_slip
from ..models import BankAccount
from ..papers import slip_paper, trial_words
from ..queries import slip_seen_by
from .employer import charge_and_workplace


@require_POST
@login_required
def issue(request):
    """A slip for one charge; asked for again, the same slip."""
    charge, workplace = charge_and_workplace(request)
    try:
        slip = issue_slip(charge, workplace, by=request.user, now=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("payments:payments")
    return redirect("payments:slip", number=slip.number)


@require_GET
@login_required
def show(request, number: str):
    slip = slip_seen_by(request.user, number)
    subject = (slip.charge.subject_kind, slip.charge.subject_id)
    context = {
        "slip": slip,
        "words": charges.describe([subject])[subject],
        "remaining": max(0, remaining_of(slip.charge, charges.RECEIVABLE, ("workplace", slip.workplace_id))),
        "bill": identifiers.spaced(slip.bill_id),
        "payment": identifiers.spaced(slip.payment_id),
        "rounded": identifiers.rials_of(slip.payment_id),
        "account": BankAccount.objects.filter(closed_on__isnull=True).order_by("pk").first(),
        "trial": trial_words() if settings.BILL_IS_TRIAL else "",
        "today": timezone.localdate(),
    }
    return render(request, "payments/slip.html", context)


@require_GET
@login_required
def pdf(request, number: str):
    """The slip as a paper that anybody who holds it can check; asked for twice it is the same paper."""
    slip = slip_seen_by(request.user, number)
    paper = slip_paper(slip, by=request.user, now=timezone.now())
    return download(paper.document.read(), f"slip-{slip.number}.pdf", PDF)
