"""What is kept how long, for everybody to read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..retention import entries


@require_safe
def keeping(request: HttpRequest) -> HttpResponse:
    return render(request, "records/keeping.html", {"entries": entries()})
