"""Anybody who holds a paper can see whether it is ours and whether a copy is the same to the last byte."""

import hashlib
import hmac
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ..access import words_of
from ..forms import PaperCodeForm, PaperFileForm
from ..models import Paper
from ..queries import find_paper
from ..throttle import note_wrong_code, opens_again


@never_cache
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Type the code that stands on a paper."""
    form = PaperCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return redirect("records:verify", form.cleaned_data["code"])
    return render(request, "records/ask.html", {"form": form})


@never_cache
@require_http_methods(["GET", "POST"])
def verify(request: HttpRequest, code: str) -> HttpResponse:
    """What we know of a paper, and the comparison with a PDF. Names and sums stand on the paper, not here."""
    now = timezone.now()
    until = opens_again(request, now)
    if until is not None:
        return _too_many(request, until, now)
    paper = find_paper(code)
    if paper is None:
        note_wrong_code(request, now)
        return render(request, "records/unknown.html", {"typed": code[:60], "form": PaperCodeForm()}, status=404)
    form = PaperFileForm(request.POST, request.FILES) if request.method == "POST" else PaperFileForm()
    is_same = _is_same(paper, form.cleaned_data["file"]) if form.is_bound and form.is_valid() else None
    sha256 = paper.document.sha256
    context = {
        "paper": paper,
        "words": words_of(paper.kind),
        "form": form,
        "is_same": is_same,
        "parts": [sha256[start : start + 8] for start in range(0, 64, 8)],
    }
    return render(request, "records/verify.html", context)


def _is_same(paper: Paper, file) -> bool:
    digest = hashlib.sha256()
    for piece in file.chunks():
        digest.update(piece)
    return hmac.compare_digest(digest.hexdigest(), paper.document.sha256)


def _too_many(request: HttpRequest, until: datetime, now: datetime) -> HttpResponse:
    page = render(request, "records/too_many.html", {"until": until}, status=429)
    page["Retry-After"] = str(int((until - now).total_seconds()) + 1)
    return page
