"""Everything we hold about the reader, to take along."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from opentamin.office.accounts import gate
from opentamin.office.accounts.permissions import Role
from opentamin.office.accounts.views.session import freshly_confirmed
from opentamin.office.kit.downloads import ZIP, download

from ..actions import export_person
from ..exports import sections
from ..readings import same_scopes


@never_cache
@login_required
@freshly_confirmed
@require_http_methods(["GET", "POST"])
def export(request: HttpRequest) -> HttpResponse:
    """What is in it, and on a word the file itself. Like a change of password it asks for a fresh password first."""
    if request.method == "GET":
        return render(request, "records/export.html", {"sections": sections()})
    now = timezone.now()
    own = [grant.scope_id for grant in gate.live_grants(request.user) if grant.role == Role.INSURED]
    body = export_person(same_scopes("person", own), by=request.user, now=now)
    name = f"my-data-{timezone.localdate(now).isoformat()}.zip"
    return download(body, name, ZIP)
