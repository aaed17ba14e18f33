"""The officer's work list: lists of the branch, what is late first."""

from datetime import datetime, time

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from opentamin.office.accounts import gate
from opentamin.office.registry.models import Workplace

from ..forms import FilterForm
from ..listings import last_day_for, month_overdue, overdue_workplaces, to_be_mended
from ..models import ListState, MonthlyList
from ..queries import lists_of_branches
from .pieces import with_last_days

GROUP_MAX = 50  # rows of one group; the count beside the heading tells the rest
PAGE_SIZE = 50


@require_GET
@login_required
def lists(request):
    branches = gate.scopes_of(request.user, "branch.lists.read", "branch")
    everywhere = gate.may_everywhere(request.user, "branch.lists.read")
    if not branches and not everywhere:
        gate.require(request.user, "branch.lists.read", *(grant.scope for grant in gate.live_grants(request.user)))
    today = timezone.localdate()
    seen = lists_of_branches(branches, everywhere=everywhere)
    form = FilterForm(request.GET)
    context = {"form": form, "today": today, "everywhere": everywhere}
    if any(request.GET.get(name, "").strip() for name in form.fields):
        context |= _found(request, form, seen)
    else:
        context |= _groups(seen, _workplaces(branches, everywhere), today)
    return render(request, "contributions/branch_lists.html", context)


def _workplaces(branches: set[int], everywhere: bool) -> QuerySet[Workplace]:
    return Workplace.objects.all() if everywhere else Workplace.objects.filter(branch__in=branches)


def _found(request, form: FilterForm, seen: QuerySet[MonthlyList]) -> dict:
    """All lists that fit the filters, page by page."""
    form.is_valid()
    wanted = form.cleaned_data
    if wanted.get("state"):
        seen = seen.filter(state=wanted["state"])
    if wanted.get("month"):
        seen = seen.filter(month=wanted["month"])
    if text := wanted.get("q"):
        seen = seen.filter(Q(tracking=text) | Q(workplace_code=text) | Q(workplace__name__icontains=text))
    page = Paginator(seen, PAGE_SIZE).get_page(request.GET.get("page"))
    return {"is_filtered": True, "page": page, "lists": with_last_days(page.object_list)}


def _groups(seen: QuerySet[MonthlyList], workplaces: QuerySet[Workplace], today) -> dict:
    """Late, returned, waiting for assessment, assessed today."""
    midnight = timezone.make_aware(datetime.combine(today, time()))
    owing = overdue_workplaces(workplaces, today)
    late, late_count = _cut(owing)
    returned, returned_count = _cut(to_be_mended(seen))
    waiting, waiting_count = _cut(seen.filter(state__in=[ListState.ACCEPTED, ListState.RECEIVED]).order_by("received_at"))
    done, done_count = _cut(seen.filter(state=ListState.ASSESSED, assessed_at__gte=midnight).order_by("-assessed_at"))
    return {
        "late": _owed(late, today),
        "late_count": late_count,
        "returned": _by_last_day(returned),
        "returned_count": returned_count,
        "waiting": _by_last_day(waiting),
        "waiting_count": waiting_count,
        "done": with_last_days(done),
        "done_count": done_count,
        "group_max": GROUP_MAX,
    }


def _cut(rows: QuerySet) -> tuple[list, int]:
    shown = list(rows[: GROUP_MAX + 1])
    return shown[:GROUP_MAX], len(shown) if len(shown) <= GROUP_MAX else rows.count()


def _owed(workplaces: list[Workplace], today) -> list[dict]:
    owed = []
    for workplace in workplaces:
        month = month_overdue(workplace, today)
        last_day = last_day_for(workplace, month)
        owed.append({"workplace": workplace, "month": month, "last_day": last_day, "age": (today - last_day).days})
    return owed


def _by_last_day(lists: list[MonthlyList]) -> list[MonthlyList]:
    return sorted(with_last_days(lists), key=lambda one: one.last_day)
