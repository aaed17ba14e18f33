"""The first page of everyone: guests, and each audience in its own way."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from ..audience import audience_of, audiences_of, choose
from ..catalogue import services_for
from . import employer, insured, officer

HOMES = {"insured": insured.home, "employer": employer.home, "officer": officer.home, "headquarters": officer.home}


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The home of the audience one looks through now; a guest's front page; or, without any role, how to get one."""
    if not request.user.is_authenticated:
        return render(request, "eservices/front.html", {"services": services_for("guest")})
    audience = audience_of(request)
    if audience is None:
        return render(request, "eservices/newcomer.html")
    template, context = HOMES[audience.name](request, audience, timezone.localdate())
    others = [other for other in audiences_of(request) if other.name != audience.name]
    return render(request, template, {**context, "audience": audience, "others": others})


@require_POST
def look_as(request: HttpRequest, name: str) -> HttpResponse:
    """Look through another of one's own audiences."""
    if request.user.is_authenticated:
        choose(request, name)
    return redirect("eservices:home")
