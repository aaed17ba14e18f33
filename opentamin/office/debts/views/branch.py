"""The officer's page of debts: what is prepared, what waits to be served, where the time to object runs, what is held."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from opentamin.office.accounts import gate
from opentamin.office.kit import numbers
from opentamin.office.kit.text import fold
from opentamin.office.registry.models import Workplace

from ..actions import prepare_debts
from ..listings import check_last_day, lists_to_check, with_obstacle, with_service
from ..models import STANDING, DebtState
from ..queries import debts_of_branches

GROUP_MAX = 50


@require_safe
@login_required
def debts(request: HttpRequest) -> HttpResponse:
    """Groups in the order of the work; a search finds any debt of the branch."""
    branches = gate.scopes_of(request.user, "branch.debts.read", "branch")
    everywhere = gate.may_everywhere(request.user, "branch.debts.read")
    if not branches and not everywhere:
        gate.require(request.user, "branch.debts.read", *(grant.scope for grant in gate.live_grants(request.user)))
    seen = debts_of_branches(branches, everywhere=everywhere)
    context = {"today": timezone.localdate(), "everywhere": everywhere, "wanted": request.GET.get("q", "").strip()[:80], "may_prepare": bool(gate.scopes_of(request.user, "debt.prepare", "branch"))}
    if context["wanted"]:
        wanted = fold(context["wanted"])
        found = seen.filter(Q(tracking=wanted) | Q(workplace__name__icontains=context["wanted"]) | Q(workplace__identifiers__value=wanted)).distinct()
        context["found"] = with_service(found[:GROUP_MAX])
    else:
        context |= _groups(seen, branches, everywhere, context["today"])
    return render(request, "debts/branch_debts.html", context)


def _groups(seen: QuerySet, branches: set[int], everywhere: bool, today) -> dict:
    standing = seen.filter(state__in=STANDING)
    prepared, prepared_count = _cut(seen.filter(state=DebtState.PREPARED))
    unserved, unserved_count = _cut(standing.filter(service_day__isnull=True, state=DebtState.ISSUED))
    held, held_count = _cut(standing.filter(is_held=True))
    served, served_count = _cut(standing.filter(is_held=False, service_day__isnull=False, state=DebtState.ISSUED).order_by("service_day", "pk"))
    checks = lists_to_check(branches, today, everywhere=everywhere)
    return {
        "prepared": with_obstacle(prepared),
        "prepared_count": prepared_count,
        "unserved": with_obstacle(unserved),
        "unserved_count": unserved_count,
        "held": with_service(held),
        "held_count": held_count,
        "served": with_service(served),
        "served_count": served_count,
        "checks": [(one, check_last_day(one)) for one in checks[:GROUP_MAX]],
        "checks_count": checks.count(),
    }


def _cut(rows: QuerySet) -> tuple[list, int]:
    shown = list(rows[: GROUP_MAX + 1])
    return shown[:GROUP_MAX], len(shown) if len(shown) <= GROUP_MAX else rows.count()


@require_POST
@login_required
def prepare(request: HttpRequest) -> HttpResponse:
    """Look at all workplaces of the officer's branches again, as of today."""
    branches = gate.scopes_of(request.user, "debt.prepare", "branch")
    if not branches:
        gate.require(request.user, "debt.prepare", *(grant.scope for grant in gate.live_grants(request.user)))
    workplaces = list(Workplace.objects.filter(branch__in=branches).values_list("pk", flat=True))
    now = timezone.now()
    found = prepare_debts(timezone.localdate(now), by=request.user, now=now, workplaces=workplaces)
    said = ngettext("%(count)s بدهی آماده شد؛ هیچ کدام هنوز صادر نشده است.", "%(count)s بدهی آماده شد؛ هیچ کدام هنوز صادر نشده است.", len(found))
    messages.success(request, said % {"count": numbers.grouped(len(found))} if found else _("چیز تازه‌ای نبود؛ همه چیز همان است که آماده شده بود."))
    return redirect("debts:branch_debts")
