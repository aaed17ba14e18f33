"""Who read what: for the person or employer it is about, and for an auditor."""

from datetime import datetime, time, timedelta

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from opentamin.office.accounts import gate
from opentamin.office.accounts.permissions import COUNTRY
from opentamin.office.accounts.queries import find_user

from ..actions import note_reading
from ..forms import ReadingsForm
from ..models import Reading
from ..readings import find_scope, lines_of, readings_about, told

PAGE_SIZE = 50


@never_cache
@login_required
@require_GET
def own(request: HttpRequest) -> HttpResponse:
    """Who read the record of the reader, and of the workplaces they own. Of the organisation's people the role, the unit and a
    number to name them by; their names an auditor sees."""
    scopes = [(kind, one) for kind in ("person", "workplace") for one in gate.scopes_of(request.user, "access.own", kind)]
    if not scopes:
        raise gate.NotAllowed("access.own")
    readings = readings_about(scopes).exclude(reader=request.user)
    return render(request, "records/readings.html", _page(request, readings))


@never_cache
@login_required
@require_GET
def audit(request: HttpRequest) -> HttpResponse:
    """All readings, by reader, by whom they were about, by day. Asking about somebody is itself noted."""
    gate.require(request.user, "access.read", COUNTRY)
    form = ReadingsForm(request.GET or None)
    readings, unknown = Reading.objects.all(), False
    if form.is_bound and form.is_valid():
        readings, unknown = _chosen(request, form.cleaned_data)
    elif form.is_bound:
        readings = readings.none()
    context = {"form": form, "unknown": unknown, **_page(request, readings)}
    return render(request, "records/audit_readings.html", context, status=422 if form.errors else 200)


def _chosen(request: HttpRequest, wanted: dict) -> tuple[QuerySet[Reading], bool]:
    """Readings as asked for, and whether a name or number was not found."""
    today = timezone.localdate()
    readings = Reading.objects.all()
    if wanted["number"]:
        scope = find_scope(wanted["kind"], wanted["number"], today)
        if scope is None:
            return readings.none(), True
        grant = next(grant for grant in gate.live_grants(request.user) if grant.scope == COUNTRY)
        note_reading(request.user, "access.read", scope, ("reading", scope[1]), grant)
        readings = readings_about([scope])
    if wanted["reader"]:
        reader = find_user(wanted["reader"])
        if reader is None:
            return readings.none(), True
        readings = readings.filter(reader=reader)
    if wanted["first_day"]:
        readings = readings.filter(at__gte=_midnight(wanted["first_day"]))
    if wanted["last_day"]:
        readings = readings.filter(at__lt=_midnight(wanted["last_day"] + timedelta(days=1)))
    return readings, False


def _midnight(day) -> datetime:
    return datetime.combine(day, time(), timezone.get_current_timezone())


def _page(request: HttpRequest, readings: QuerySet[Reading]) -> dict:
    page = Paginator(lines_of(readings), PAGE_SIZE).get_page(request.GET.get("page"))
    return {"page": page, "lines": told(page.object_list)}
