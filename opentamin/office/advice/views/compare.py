"""The same facts under two laws, and what differs article by article. Facts come by POST and are kept nowhere."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from opentamin.law import ask
from opentamin.law.days import add_months, date_of, number_of

from ..compare_form import CompareForm
from ..differences import difference_of
from ..facts_form import typed_facts
from ..limits import small_body
from .ask import article_of, question_page, titles, typed
from .book import chapters

MONTHS_APART = 12


@small_body
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def compare(request: HttpRequest) -> HttpResponse:
    """Choose an article; tell its facts and two days; see what differs."""
    name = request.GET.get("article", "")
    if not name:
        return render(request, "advice/compare_choose.html", {"groups": chapters()})
    article = article_of(name)
    if request.method != "POST":
        return _form_page(request, CompareForm(article, initial=_days()))
    if "change" in request.POST and "before" not in request.POST:  # facts brought from an answer
        facts = {key: value for key, value in request.POST.items() if key != "on"}
        return _form_page(request, CompareForm(article, initial={**facts, **_days()}))
    form, asked = CompareForm(article, request.POST, request.FILES), request.POST.get("asked", "")
    if not form.is_valid():
        is_of_the_question = asked in form.names and set(form.errors) == {asked}
        return question_page(request, form, asked, sent_along=_with_reform(request, form, asked)) if is_of_the_question else _form_page(request, form)
    if "change" in request.POST:
        return _form_page(request, form)
    return _compared(request, form, asked)


def _compared(request: HttpRequest, form: CompareForm, asked: str) -> HttpResponse:
    prepared = [(ask.prepare(form.article, form.facts, law.day)[0], law) for law in form.laws]
    before, after = (ask.decide(form.article, facts, law) for facts, law in prepared)
    question = before.question or after.question
    if question is not None:
        left = max(len(ask.questions_left(form.article, facts, law)) for facts, law in prepared)
        return question_page(request, form, question.name, left, sent_along=_with_reform(request, form, question.name))
    comparison = ask.compare_decisions(before, after)
    names = ask.side_names(comparison, form.language, form.proposed.title if form.proposed else "")
    context = {
        "article": titles(form.article),
        "difference": difference_of(comparison, names, form.language),
        "told": typed_facts(form),
        "typed": _with_reform(request, form),
        "action": request.get_full_path(),
    }
    return render(request, "advice/compared.html", context)


def _days() -> dict:
    """A year ago and today."""
    today = timezone.localdate()
    return {"before": date_of(add_months(number_of(today), -MONTHS_APART)), "after": today}


def _with_reform(request: HttpRequest, form: CompareForm, without: str = "") -> list[tuple[str, str]]:
    """What was typed; a file of a reform goes on as text."""
    pairs = [pair for pair in typed(request, without) if pair[0] != "reform"]
    return [*pairs, ("reform", form.reform_text)] if form.reform_text else pairs


def _form_page(request: HttpRequest, form: CompareForm) -> HttpResponse:
    action = f"{reverse('advice:compare')}?article={form.article.name}"
    context = {"article": titles(form.article), "form": form, "action": action}
    return render(request, "advice/compare.html", context, status=422 if form.errors else 200)
