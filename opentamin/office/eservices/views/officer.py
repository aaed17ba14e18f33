"""The home of an officer: what waits in the branch, the earliest last day first. Headquarters sees all branches in the same way."""

from datetime import date, datetime, time

from django.http import HttpRequest
from django.utils import timezone

from opentamin.office.accounts import gate
from opentamin.office.contributions.listings import last_day_for, month_overdue, overdue_workplaces, to_be_mended
from opentamin.office.contributions.models import ListState
from opentamin.office.contributions.queries import lists_of_branches
from opentamin.office.contributions.views.pieces import with_last_days
from opentamin.office.registry.models import Branch, Workplace

from ..audience import Audience
from ..letters import latest

SHOWN_MAX = 8


def home(request: HttpRequest, audience: Audience, today: date) -> tuple[str, dict]:
    branches = gate.scopes_of(request.user, "branch.lists.read", "branch")
    everywhere = gate.may_everywhere(request.user, "branch.lists.read")
    lists = lists_of_branches(branches, everywhere=everywhere)
    workplaces = Workplace.objects.all() if everywhere else Workplace.objects.filter(branch__in=branches)
    waiting = lists.filter(state=ListState.ACCEPTED).order_by("month", "received_at")
    owing = overdue_workplaces(workplaces, today)
    context = {
        "may_read": bool(branches) or everywhere,
        "everywhere": everywhere,
        "branch_names": list(Branch.objects.filter(pk__in=branches).order_by("code").values_list("name", flat=True)),
        "waiting": with_last_days(waiting[:SHOWN_MAX]),
        "waiting_count": waiting.count(),
        "owing": [_owed(workplace, today) for workplace in owing[:SHOWN_MAX]],
        "owing_count": owing.count(),
        "returned_count": to_be_mended(lists).count(),
        "done_count": lists.filter(assessed_at__gte=_midnight(today)).count(),
        **latest(request.user),
    }
    return "eservices/officer.html", context


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def _owed(workplace: Workplace, today: date) -> dict:
    month = month_overdue(workplace, today)
    last_day = last_day_for(workplace, month)
    return {"workplace": workplace, "month": month, "last_day": last_day, "age": (today - last_day).days}
