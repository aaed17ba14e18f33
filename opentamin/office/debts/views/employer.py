"""The employer's page of debts: letters that wait, and what was asked beside the premium."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from opentamin.office.accounts import gate
from opentamin.office.notices.queries import papers_waiting
from opentamin.office.records.access import words_of

from ..listings import with_service
from ..queries import debts_of_workplaces, workplaces_of

PAGE_SIZE = 50


@require_safe
@login_required
def debts(request: HttpRequest) -> HttpResponse:
    workplaces = list(workplaces_of(request.user))
    if not workplaces:
        raise gate.NotAllowed("debt.read")
    page = Paginator(debts_of_workplaces([one.pk for one in workplaces]), PAGE_SIZE).get_page(request.GET.get("page"))
    waiting = [(service, words_of(service.paper.kind)) for service in papers_waiting(("workplace", one.pk) for one in workplaces)]
    context = {"page": page, "debts": with_service(page.object_list), "waiting": waiting, "has_many_workplaces": len(workplaces) > 1, "today": timezone.localdate()}
    return render(request, "debts/debts.html", context)
