"""The law for programs: the book, and any article asked. Public, without a key; facts come in bodies alone and are kept nowhere.

Mounted by `site/api.py` at /api/v1/law/.
"""

import json
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import wraps
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import override
from ninja import Query, Router
from ninja.decorators import decorate_view
from ninja.throttling import BaseThrottle

from opentamin.law import ask, book
from opentamin.law.ask.reading import Unreadable, read_value
from opentamin.law.book.figures import dependants, readers
from opentamin.law.days import date_of
from opentamin.law.errors import LawError
from opentamin.law.kinds import DayNumber, kind_needed
from opentamin.law.machine.articles import Article
from opentamin.law.machine.dated import at
from opentamin.law.machine.figures import Status, all_figures
from opentamin.law.words import words_of
from opentamin.office.kit.problems import Problem, answer

from .api_shapes import (
    Answer,
    ArticlesPage,
    Comparison,
    FiguresPage,
    Language,
    Pair,
    Question,
    RulingsPage,
    SchemasAnswer,
)
from .limits import changes_in_time, too_large
from .searching import QUERY_MAX, names_found
from .tongue import page_language

BODY_BYTES_MAX, PAGE_SIZE = 64 * 1024, 100
MINUTE, READS_MAX, DECISIONS_MAX = 60, 240, 60


class PerAddress(BaseThrottle):
    """So many requests of one kind in a minute from one address, counted by each web process for itself.

    The address is kept only as a keyed digest, for two minutes.
    """

    def __init__(self, scope: str, most: int) -> None:
        self.scope, self.most = scope, most

    def allow_request(self, request: HttpRequest) -> bool:
        who = salted_hmac("advice.api", request.META.get("REMOTE_ADDR", ""), algorithm="sha256").hexdigest()
        key = f"law-{self.scope}-{who}-{int(time.time() // MINUTE)}"
        cache.add(key, 0, 2 * MINUTE)
        try:
            return cache.incr(key) <= self.most
        except ValueError:  # pushed out of the cache in between
            return True

    def wait(self) -> float:
        return MINUTE - time.time() % MINUTE


router = Router(tags=["law"], auth=None, throttle=PerAddress("read", READS_MAX))
deciding = PerAddress("decide", DECISIONS_MAX)


def small_body(operation: Callable) -> Callable:
    """Say no before a body that is too large is read."""

    @wraps(operation)
    def asked(request: HttpRequest, *args, **named):
        if too_large(request, BODY_BYTES_MAX):
            return answer(Problem(413, "too_large", _("برای یک پرسش تا ۶۴ کیلوبایت می‌خوانیم.")))
        return operation(request, *args, **named)

    return asked


def spoken(operation: Callable) -> Callable:
    """Answer in the language asked for by ?language, else in that of Accept-Language."""

    @wraps(operation)
    def asked(request: HttpRequest, *args, language: Language | None = None, **named):
        if language is None:
            return operation(request, *args, language=language, **named)
        request.LANGUAGE_CODE = language
        with override(language):
            return operation(request, *args, language=language, **named)

    return asked


@router.get("/articles", response=ArticlesPage, summary="Articles of the law")
@spoken
def articles(request, q: str = Query("", max_length=QUERY_MAX), chapter: str = "", page: int = Query(1, ge=1, le=100_000), language: Language | None = None):
    """By chapter, or the best first where words are looked for with `q`."""
    groups = book.index(page_language()).chapters
    found = {one.name: (one, group.name) for group in groups for one in group.articles if chapter in ("", group.name)}
    names = [name for name in (names_found(q) if q.strip() else found) if name in found]
    return _leaf(names, page, lambda name: _in_list(*found[name]))


def _in_list(one: book.Mention, chapter: str) -> dict[str, str]:
    text = words_of(page_language()).article(one.name)["text"].strip()
    return {"name": one.name, "title": one.title, "cite": one.cite, "text": text, "chapter": chapter}


@router.get("/articles/{name}", response=book.ArticlePage, summary="All there is to say of one article")
@spoken
def one_article(request, name: str, language: Language | None = None):
    """Words, versions with their formula, figures through time, facts, answers, cases, rulings, neighbours. Days are ISO."""
    return book.article_page(_article(name).name, page_language())


@router.get("/articles/{name}/schema", response=SchemasAnswer, summary="What an article asks and answers")
@spoken
def schema(request, name: str, language: Language | None = None):
    """JSON Schema of the facts and of the decision."""
    article = _article(name)
    return {"facts": ask.facts_schema(article, page_language()), "answer": ask.answer_schema(article, page_language())}


@router.post("/articles/{name}/decide", response=Answer, summary="Ask an article", throttle=deciding)
@decorate_view(small_body)
@spoken
def decide(request, name: str, body: Question, language: Language | None = None):
    """The outcome, the amounts, what stood in the way, what would change it, every step, and what it rests on. An estimate:
    only the organisation decides. Nothing that is sent is kept."""
    article = _article(name)
    on, known_on = _day("on", body.on) or timezone.localdate(), _day("known_on", body.known_on)
    decision = _decided(article, _facts(article, body.facts), at(on, known_on))
    changes = changes_in_time(decision) if body.changes else None
    told = changes.to_dict(page_language()) if changes and (changes.later or changes.turning) else None
    return {**decision.to_dict(page_language()), "changes": told, "is_search_cut": body.changes and changes is None}


@router.post("/articles/{name}/compare", response=Comparison, summary="One case under two laws", throttle=deciding)
@decorate_view(small_body)
@spoken
def compare(request, name: str, body: Pair, language: Language | None = None):
    """The laws of two days, or the law and a reform that somebody proposes."""
    article = _article(name)
    facts = _facts(article, body.facts)
    reform = _reform(body.reform)
    first, second = _needed_day("before", body.before), _needed_day("after", body.after)
    before, after = (_decided(article, facts, law) for law in (at(first), reform.law_at(second) if reform else at(second)))
    comparison = ask.compare_decisions(before, after)
    sides = ask.side_names(comparison, page_language(), reform.title if reform else "")
    return comparison.to_dict(page_language(), sides)


@router.get("/figures", response=FiguresPage, summary="Figures through time")
@spoken
def figures(request, status: Status | None = None, page: int = Query(1, ge=1, le=100_000), language: Language | None = None):
    """Every figure with all its rows; `status` leaves those of which some row is known that way. Days are ISO."""
    names = [name for name, figure in all_figures().items() if status is None or any(row.status is status for row in figure.values)]
    return _leaf(names, page, _figure)


def _figure(name: str) -> dict[str, Any]:
    return {
        "figure": book.figure_history(name, page_language()),
        "readers": [one.name for one in readers(name)],
        "dependants": [one.name for one in dependants(name)],
    }


@router.get("/rulings", response=RulingsPage, summary="Rulings of the Administrative Justice Court")
@spoken
def rulings(request, subject: str = "", page: int = Query(1, ge=1, le=100_000), language: Language | None = None):
    """In our own words, never the text of a ruling; `proof` says what was seen of it. Latest first; days are ISO."""
    found = [one for one in book.register(page_language()) if subject in ("", one.subject_key)]
    return _leaf(found, page, lambda one: one)


def _leaf(rows: Sequence, page: int, shape: Callable) -> dict[str, Any]:
    """One leaf of a long answer."""
    start = (page - 1) * PAGE_SIZE
    return {"count": len(rows), "page": page, "size": PAGE_SIZE, "items": [shape(row) for row in rows[start : start + PAGE_SIZE]]}


def _article(name: str) -> Article:
    try:
        return ask.article_named(name)
    except ask.NoSuchArticle:
        raise Problem(404, "no_such_article", _("ماده‌ای به این نام نیست؛ نام‌ها را از /law/articles بگیرید.")) from None


def _facts(article: Article, written: dict[str, Any]) -> dict[str, Any]:
    try:
        return ask.read_facts(article, written)
    except ask.FactsRefused as refusal:
        language = page_language()
        faults = [{"name": one.name, "code": one.code, "row": one.row, "detail": one.sentence(language)} for one in refusal.faults]
        raise Problem(422, "facts_refused", faults[0]["detail"], faults=faults) from None


def _decided(article: Article, facts: dict[str, Any], law) -> ask.Decision:
    ready, _law = ask.prepare(article, facts, law.day, law.known_on)
    try:
        return ask.decide(article, ready, law)
    except LawError as refusal:
        raise Problem(422, "law_refused", refusal.sentence(page_language())) from None


def _reform(written: dict[str, Any] | str | None) -> ask.Reform | None:
    if not written:
        return None
    try:
        return ask.load_reform(written if isinstance(written, str) else json.dumps(written))
    except ask.ReformRefused as refusal:
        sentences = [fa if page_language() == "fa" else en for fa, en in refusal.faults]
        raise Problem(422, "reform_refused", sentences[0], faults=sentences) from None


def _day(name: str, written: str | None) -> date | None:
    return _needed_day(name, written) if written else None


def _needed_day(name: str, written: str) -> date:
    try:
        return date_of(read_value(written, kind_needed(DayNumber)))
    except Unreadable:
        sentence = _("«%(name)s» روز نیست؛ آن را مانند 1405-02-31 بنویسید.") % {"name": name}
        raise Problem(422, "not_a_day", sentence, field=name) from None
