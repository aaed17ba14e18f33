"""The catalogue: what can be done here, for whom."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ..audience import audience_of
from ..catalogue import services_for


@require_safe
def catalogue(request: HttpRequest) -> HttpResponse:
    """A signed-in person reads their own services; a guest reads everybody's, under whom they are for."""
    audience = audience_of(request) if request.user.is_authenticated else None
    if audience:
        groups = [(_("خدمات شما"), services_for(audience.name))]
    else:
        groups = [
            (_("بی‌نیاز به ورود"), services_for("guest")),
            (_("برای بیمه‌شده"), services_for("insured")),
            (_("برای کارفرما"), services_for("employer")),
        ]
    return render(request, "eservices/services.html", {"groups": [group for group in groups if group[1]]})
