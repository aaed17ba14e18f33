"""Pages of the employer: what is owed, what was paid, and the credit."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from opentamin.office.accounts import gate
from opentamin.office.kit.refusals import Refusal
from opentamin.office.ledger.models import Journal
from opentamin.office.registry.models import Workplace

from ..actions import use_credit
from ..models import Refund
from ..queries import credit_of_workplace, owed_by, payments_of

PAGE_SIZE = 25


@require_GET
@login_required
def payments(request):
    """Each workplace with what it owes, oldest first; then what was paid."""
    workplaces = own_workplaces(request.user)
    wanted = request.GET.get("workplace", "")
    chosen = next((one for one in workplaces if str(one.pk) == wanted), None)
    shown = [chosen] if chosen else workplaces
    today = timezone.localdate()
    page = Paginator(payments_of({one.pk for one in shown}), PAGE_SIZE).get_page(request.GET.get("page"))
    refunds = Refund.objects.filter(workplace__in=shown).select_related("workplace").order_by("-prepared_at")[:PAGE_SIZE]
    desks = [{"workplace": one, "owed": owed_by(one, today), "credit": credit_of_workplace(one.pk)} for one in shown]
    context = {
        "workplaces": workplaces,
        "chosen": chosen,
        "desks": desks,
        "total": sum(owed.item.remaining for desk in desks for owed in desk["owed"]),
        "page": page,
        "refunds": refunds,
        "today": today,
        "may_ask": {one.pk for one in shown if gate.may(request.user, "refund.ask", ("workplace", one.pk))},
    }
    return render(request, "payments/payments.html", context)


def own_workplaces(user) -> list[Workplace]:
    """Workplaces the reader pays for."""
    workplaces = list(Workplace.objects.filter(pk__in=gate.scopes_of(user, "slip.issue", "workplace")).order_by("name"))
    if not workplaces:
        raise gate.NotAllowed("slip.issue")
    return workplaces


def charge_and_workplace(request) -> tuple[Journal, Workplace]:
    """What a button of this page names; 404 when it names nothing. Whose it is, the act asks."""
    try:
        charge = Journal.objects.get(pk=int(request.POST.get("charge", "")))
        workplace = Workplace.objects.get(pk=int(request.POST.get("workplace", "")))
    except (ValueError, OverflowError, Journal.DoesNotExist, Workplace.DoesNotExist):
        raise Http404 from None
    gate.require(request.user, "slip.issue", ("workplace", workplace.pk), ("branch", workplace.branch_id))
    return charge, workplace


@require_POST
@login_required
def use(request):
    """Credit to one charge."""
    charge, workplace = charge_and_workplace(request)
    try:
        use_credit(workplace.pk, charge, by=request.user, now=timezone.now(), reason=_("به خواست کارفرما"))
        messages.success(request, _("بستانکاری به این بدهی رسید."))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(reverse("payments:payments"))
