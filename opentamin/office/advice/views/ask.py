"""Any article, asked: all facts at once or one at a time, only those that still matter. Facts come by POST and are kept nowhere."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from opentamin.law import ask
from opentamin.law.machine.articles import Article
from opentamin.law.words import words_of
from opentamin.law.words.rendering import cite

from ..answers import answer_of, command, facts_text
from ..facts_form import FactsForm, typed_facts
from ..limits import changes_in_time, small_body
from ..tongue import page_language

NOT_FACTS = {"csrfmiddlewaretoken", "asked", "change"}


@small_body
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask_article(request: HttpRequest, name: str) -> HttpResponse:
    article = article_of(name)
    if request.method != "POST":
        return _form_page(request, FactsForm(article, initial={"on": timezone.localdate()}))
    form, asked = FactsForm(article, request.POST), request.POST.get("asked", "")
    if not form.is_valid():
        is_of_the_question = asked in form.names and set(form.errors) == {asked}
        return question_page(request, form, asked) if is_of_the_question else _form_page(request, form)
    if "change" in request.POST:
        return _form_page(request, form)
    facts, law = ask.prepare(article, form.facts, form.cleaned_data["on"])
    decision = ask.decide(article, facts, law)
    if decision.question is not None:
        return question_page(request, form, decision.question.name, len(ask.questions_left(article, facts, law)))
    return _answer_page(request, form, decision)


def article_of(name: str) -> Article:
    """The article of an address; 404 where there is none."""
    try:
        return ask.article_named(name)
    except ask.NoSuchArticle:
        raise Http404 from None


def titles(article: Article) -> dict[str, str]:
    """What an article is called and where it stands, for the head of a page."""
    words, reference = words_of(page_language()), article.reference
    said = words.article(article.name)
    return {
        "name": article.name,
        "title": said["title"],
        "text": said["text"].strip(),
        "cite": cite(reference.act, reference.number, reference.clause, words),
    }


def typed(request: HttpRequest, without: str = "") -> list[tuple[str, str]]:
    """What was typed so far, to be sent along."""
    apart = NOT_FACTS | {without}
    return [(name, value) for name, values in request.POST.lists() if name not in apart for value in values]


def question_page(
    request: HttpRequest, form: FactsForm, name: str, left: int = 0, *, sent_along: list[tuple[str, str]] | None = None
) -> HttpResponse:
    """One fact to be told; all that was told before comes along. 422 when it was asked and not told."""
    if request.POST.get("asked") == name and not form.errors:
        form.add_error(name, _("پاسخ به این بستگی دارد؛ آن را بنویسید."))
    question = ask.Question(form.article, name)
    context = {
        "article": titles(form.article),
        "form": form,
        "field": form[name],
        "question": question.text(form.language),
        "asked": name,
        "typed": typed(request, without=name) if sent_along is None else sent_along,
        "told": typed_facts(form),
        "left": left,
        "action": request.get_full_path(),
    }
    return render(request, "advice/question.html", context, status=422 if form.errors else 200)


def _form_page(request: HttpRequest, form: FactsForm) -> HttpResponse:
    context = {"article": titles(form.article), "form": form, "action": reverse("advice:ask", args=[form.article.name])}
    return render(request, "advice/ask_article.html", context, status=422 if form.errors else 200)


def _answer_page(request: HttpRequest, form: FactsForm, decision: ask.Decision) -> HttpResponse:
    context = {
        "article": titles(form.article),
        "answer": answer_of(decision, changes_in_time(decision), form.language),
        "told": typed_facts(form),
        "typed": typed(request),
        "facts_file": facts_text(decision),
        "command": command(decision),
    }
    return render(request, "advice/answer_article.html", context)
