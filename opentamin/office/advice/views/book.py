"""The book of the law: contents, one article, figures nobody has from an official text, rulings, search by words."""

from datetime import date
from functools import cache
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from opentamin.law import ask, book
from opentamin.law.machine.figures import Status, all_figures

from ..formula import linked
from ..searching import QUERY_MAX, find
from ..tongue import page_language

FIGURES_ON_A_PAGE, RULINGS_ON_A_PAGE, DIFFERENCES_MAX = 20, 30, 3
# The order of a life insured; a chapter that is not named comes last.
CHAPTERS = (
    "coverage", "wages", "contributions", "schemes", "hazardous_work", "old_age", "pensions", "adjustment", "disability",
    "survivors", "short_term", "unemployment", "debts", "procedure",
)  # fmt: skip
# In the order in which they ask for help.
IN_DOUBT = (Status.UNKNOWN, Status.POLICY, Status.RECOLLECTED, Status.SECONDARY)


@require_safe
def contents(request: HttpRequest) -> HttpResponse:
    """Every article, under its chapter or under the act it stands in."""
    by_acts = request.GET.get("by") == "acts"
    index = _index(page_language())
    context = {
        "by_acts": by_acts,
        "groups": index.acts if by_acts else chapters(),
        "opened": request.GET.get("open", ""),
        "articles_count": sum(len(group.articles) for group in index.chapters),
        "acts_count": len(index.acts),
    }
    return render(request, "advice/book/contents.html", context)


def chapters() -> list[book.Group]:
    """The chapters in the order of a life insured."""
    places = {name: place for place, name in enumerate(CHAPTERS)}
    return sorted(_index(page_language()).chapters, key=lambda group: places.get(group.name, len(places)))


@cache
def _index(language: str) -> book.Index:
    return book.index(language)


@require_safe
def article(request: HttpRequest, name: str) -> HttpResponse:
    """All there is to say of one article."""
    page = page_of(name)
    today = timezone.localdate()
    wordings = [_wording(wording, page, today) for wording in page.wordings]
    stands = next((one for one in wordings if one["stands"]), None)
    read = {name for line in stands["wording"].formula for name in line.figures} if stands else set()
    context = {
        "page": page,
        "wordings": wordings,
        "stands": stands,
        "figures": [
            {"figure": figure, "rows": figure.rows[::-1], "now": _row_now(figure, today) if figure.name in read else None}
            for figure in page.figures
        ],
        "figures_below": [{"figure": figure, "now": _row_now(figure, today)} for figure in page.figures_below],
        "facts": sorted(page.facts, key=lambda fact: bool(fact.default)),
        "cases": _cases(page),
        "unmet": sum(not case.is_met for case in (*page.cases, *page.cases_through)),
    }
    return render(request, "advice/book/article.html", context)


def page_of(name: str) -> book.ArticlePage:
    """The page of an article in the language of the reader; 404 where there is no such article."""
    try:
        return book.article_page(name, page_language())
    except ask.NoSuchArticle:
        raise Http404 from None


def _wording(wording: book.Wording, page: book.ArticlePage, today: date) -> dict[str, Any]:
    """A version of the article with its formula ready to be shown, and whether it stands today."""
    return {
        "wording": wording,
        "stands": wording.starts <= today and (wording.ends is None or today <= wording.ends) and not wording.is_annulled,
        "learnt_later": wording.known_from > wording.starts,
        "lines": [{"depth": min(line.depth, 5), "kind": line.kind.replace(" ", "-"), "text": linked(line, page)} for line in wording.formula],
    }


def _row_now(figure: book.FigureHistory, today: date) -> book.FigureRow | None:
    """The row of a figure that stands today."""
    begun = [row for row in figure.rows if row.since <= today]
    return max(begun, key=lambda row: (row.since, row.known_from), default=None)


def _cases(page: book.ArticlePage) -> list[dict[str, Any]]:
    """Cases in their order, each with what is not as in the one before: twins stand at both sides of a boundary."""
    found, before = [], None
    for case in (*page.cases, *page.cases_through):
        known = before.facts if before and before.article == case.article else case.facts
        differs = [fact for fact in case.facts if fact not in known]
        asked = "" if case.article == page.name else case.article
        found.append({"case": case, "differs": differs[:DIFFERENCES_MAX], "asked": asked})
        before = case
    return found


@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """Figures of which some row is not from an official text, with what depends on each; or one figure by its name."""
    doubts = _doubts(page_language())
    name, status = request.GET.get("name", ""), request.GET.get("status", "")
    if name:
        if name not in all_figures():
            raise Http404
        shown = [doubt for doubt in doubts if doubt.figure.name == name]
    else:
        shown = [doubt for doubt in doubts if status not in set(IN_DOUBT) or any(row.status == status for row in doubt.rows)]
    context = {
        "name": name,
        "status": status if status in set(IN_DOUBT) else "",
        "page": Paginator(shown, FIGURES_ON_A_PAGE).get_page(request.GET.get("page")),
        "counts": [(key, *_counted(doubts, key)) for key in IN_DOUBT],
        "count": len(doubts),
    }
    return render(request, "advice/book/figures.html", context)


@cache
def _doubts(language: str) -> tuple[book.Doubt, ...]:
    return book.not_official(language)


def _counted(doubts: tuple[book.Doubt, ...], status: Status) -> tuple[str, int]:
    """What a status is called, and of how many figures some row has it."""
    having = [row for doubt in doubts for row in doubt.rows if row.status == status]
    figures = sum(any(row.status == status for row in doubt.rows) for doubt in doubts)
    return (having[0].status_text if having else ""), figures


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    query = request.GET.get("q", "")[:QUERY_MAX].replace("\x00", "")
    return render(request, "advice/book/search.html", {"query": query, "found": find(query)})


@require_safe
def rulings(request: HttpRequest) -> HttpResponse:
    """The register of rulings, all or of one subject, latest first."""
    register = _register(page_language())
    subjects = {one.subject_key: one.ruling.subject for one in register}
    subject = request.GET.get("subject", "")
    shown = [one for one in register if subject not in subjects or one.subject_key == subject]
    context = {
        "subject": subject if subject in subjects else "",
        "subjects": [
            (key, words, sum(one.subject_key == key for one in register))
            for key, words in sorted(subjects.items(), key=lambda pair: pair[1])
        ],
        "count": len(register),
        "page": Paginator(shown, RULINGS_ON_A_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "advice/book/rulings.html", context)


@cache
def _register(language: str) -> tuple[book.RegisteredRuling, ...]:
    return book.register(language)
