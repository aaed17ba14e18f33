"""One calculator: its form, its answer, and the answer as a paper. Facts come by POST and are kept nowhere."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from opentamin.office.kit.downloads import PDF, download

from ..calculator import Calculator, given_facts
from ..calculators import CALCULATORS
from ..paper import estimate_pdf


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def calculator(request: HttpRequest, code: str) -> HttpResponse:
    one = CALCULATORS.get(code)
    if one is None:
        raise Http404
    if request.method != "POST":
        return _ask(request, one)
    form = one.form(request.POST)
    if not form.is_valid() or "change" in request.POST:
        return render(request, "advice/ask.html", {"calculator": one, "form": form}, status=200 if form.is_valid() else 422)
    today = timezone.localdate()
    answer = one.answer(form.cleaned_data, today)
    context = {"calculator": one, "form": form, "given": given_facts(form), "answer": answer, "today": today, "typed": _typed(request)}
    if request.POST.get("as") == "pdf":
        body = estimate_pdf(one, answer, context["given"], now=timezone.now())
        return download(body, f"estimate-{one.code}.pdf", PDF)
    return render(request, one.template, context)


def _ask(request: HttpRequest, one: Calculator) -> HttpResponse:
    """The empty form, or for a signed-in person who wants it the one filled from the record."""
    own = one.own(request.user, timezone.localdate()) if one.own and request.user.is_authenticated else None
    form = one.form(initial=own.facts if own else None)
    return render(request, "advice/ask.html", {"calculator": one, "form": form, "own": own})


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    """What was typed, to be sent along when the reader changes a fact or takes the paper."""
    apart = {"csrfmiddlewaretoken", "as", "change"}
    return [(name, value) for name, values in request.POST.lists() if name not in apart for value in values]
