"""The hall of the room: what can be asked here."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from ..calculators import CALCULATORS


@require_GET
def hall(request: HttpRequest) -> HttpResponse:
    return render(request, "advice/hall.html", {"calculators": CALCULATORS.values()})
