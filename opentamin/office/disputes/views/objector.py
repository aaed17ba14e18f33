"""«اعتراض‌های من»: what an employer or an insured person objected to, and how far each has come."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from opentamin.office.accounts import gate

from ..queries import READ, may_object_at_all, objections_of
from ..telling import party_names, title_of

PAGE_SIZE = 30


@require_safe
@login_required
def objections(request: HttpRequest) -> HttpResponse:
    if not may_object_at_all(request.user):
        if gate.scopes_of(request.user, "branch.objections.read", "branch") or gate.may_everywhere(request.user, "branch.objections.read"):
            return redirect("disputes:branch_objections")
        gate.require(request.user, READ)
    page = Paginator(objections_of(request.user), PAGE_SIZE).get_page(request.GET.get("page"))
    names = party_names(page.object_list)
    rows = [{"one": one, "title": title_of(one), "party": names.get(one.party, "")} for one in page.object_list]
    return render(request, "disputes/objections.html", {"rows": rows, "page": page})
