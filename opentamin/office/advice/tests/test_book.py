"""The book of the law as a lawyer reads it: every article on one page, found by words, with what is in doubt beside it."""

import time
from pathlib import Path

import pytest
from django.test import Client

from opentamin import law as laws
from opentamin.law import book, rulings
from opentamin.law.machine.figures import all_figures
from opentamin.office.advice.opened import open_book
from opentamin.office.advice.searching import WORDS_MAX, find, names_found, words_wanted

SECONDS_MAX = 0.2
HEAVIEST = ("old_age_decision", "unemployment_right", "benefit_months")


@pytest.fixture
def english() -> Client:
    client = Client()
    client.cookies["django_language"] = "en"
    return client


def page(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


@pytest.mark.parametrize("name", laws.ARTICLES)
def test_every_article_has_its_page(client, name):
    text, told = page(client, f"/law/book/{name}/"), book.article_page(name, "fa")
    for section in ("h-formula", "h-asks", "h-rulings", "h-neighbours"):
        assert f'id="{section}"' in text
    assert all(f'id="figure-{figure.name}"' in text for figure in told.figures)
    assert all(f'href="/law/book/{one.name}/"' in text for one in (*told.calls, *told.cited_by))
    assert f'href="/law/ask/{name}/"' in text


@pytest.mark.parametrize("name", ["worker_due", "permit_levy", "old_age_decision"])
def test_an_article_reads_whole_in_english(english, name):
    text = page(english, f"/law/book/{name}/")
    told = book.article_page(name, "en")
    assert f"<h1>{told.title}</h1>" in text and "The formula, as it is worked out" in text
    body = text[text.index("<main") : text.index("</main>")]
    assert not [letter for letter in body if "\u0600" <= letter <= "\u06ff"], "Persian letters in an English page"


def test_the_wording_of_today_is_open_and_those_of_other_times_are_closed(client):
    text = page(client, "/law/book/permit_levy/")
    wordings = text.split('<details class="wording"')[1:]
    assert [one.startswith(" open") for one in wordings] == [True, False]


def test_a_figure_that_only_an_older_text_reads_is_not_called_todays(client):
    sections = page(client, "/law/book/permit_levy/").split('id="figure-')[1:]
    told = {section.split('"')[0]: section for section in sections}
    assert "امروز همین است" in told["rate_levy_fee"] and "متن امروز آن را نمی‌خواند" in told["levy_wage_days"]
    assert "امروز همین است" not in told["levy_wage_days"]


def test_a_formula_leads_to_the_articles_and_figures_it_speaks_of(client):
    text = page(client, "/law/book/unemployment_right/")
    assert all(f'href="#figure-{figure.name}"' in text for figure in book.article_page("unemployment_right", "fa").figures)
    formula = page(client, "/law/book/worker_due/").split('<ol class="formula">')[1].split("</ol>")[0]
    assert '<a href="/law/book/assessed_wage/">' in formula and '<a href="/law/book/premium_of_wage/">' in formula


def test_a_case_says_what_is_not_as_in_the_one_before(client):
    summary = page(client, "/law/book/unemployment_right/").split('<ol class="cases">')[1].split("<summary>")[2].split("</summary>")[0]
    assert "ماه‌های مقرری پیشین: ۱۰ ماه" in summary


def test_a_case_is_told_in_the_language_of_the_page(client, english):
    of = lambda reader: page(reader, "/law/book/worker_due/").split('<ol class="cases">')[1].split("</ol>")[0]  # noqa: E731
    persian, said = "مزدی که یک ریال از حداقل کمتر است، یک ریال بالا برده می‌شود", "A wage one rial under the minimum is lifted by one rial"
    assert persian in of(client) and said not in of(client)
    assert said in of(english) and persian not in of(english)


def test_what_fills_a_number_of_another_article_is_named(client):
    assert "برای پدر و مادر بیرون از تقسیم: خیر" in page(client, "/law/book/survivor_share/")


def test_an_article_without_figures_of_its_own_shows_those_it_rests_on(client):
    figures = page(client, "/law/book/worker_due/").split('id="h-figures"')[1].split("</section>")[0]
    assert "<details open>" in figures and "نرخ سهم بیمه‌شده" in figures


def test_a_figure_is_told_through_time_the_latest_first_with_its_status(client):
    text = page(client, "/law/book/unemployment_right/")
    assert "انتخاب ما" in text and "کارفرما پاسخگوست" in text and "منبع دست دوم" in text


def test_the_contents_hold_every_article_by_chapter_and_by_act(client):
    for address in ("/law/book/", "/law/book/?by=acts", "/law/book/?open=debts"):
        text = page(client, address)
        assert all(f'href="/law/book/{name}/"' in text for name in laws.ARTICLES)
    assert '<details id="debts" open>' in text


def test_an_article_nobody_wrote_is_not_found(client):
    assert client.get("/law/book/pension_of_dreams/").status_code == 404


def test_every_figure_in_doubt_can_be_reached_with_what_depends_on_it(client):
    doubts = book.not_official("fa")
    leaves = -(-len(doubts) // 20)
    text = "".join(page(client, f"/law/book/figures/?page={leaf}") for leaf in range(1, leaves + 1))
    assert all(f'id="{doubt.figure.name}"' in text for doubt in doubts)
    one = next(doubt for doubt in doubts if len(doubt.dependants) > 3)
    alone = page(client, f"/law/book/figures/?name={one.figure.name}")
    assert all(f'href="/law/book/{mention.name}/"' in alone for mention in one.dependants)
    unknown = page(client, "/law/book/figures/?status=unknown")
    assert "نامعلوم" in unknown


def test_every_ruling_of_the_register_is_there_with_what_was_seen_of_it(client):
    leaves = -(-len(rulings.all_rulings()) // 30)
    text = "".join(page(client, f"/law/book/rulings/?page={leaf}") for leaf in range(1, leaves + 1))
    assert text.count('<p class="proof">') == len(rulings.all_rulings())
    assert "تنها عنوان رأی دیده شده است" in text and "باطل شد" in text
    assert page(client, "/law/book/rulings/?subject=maternity").count('<p class="proof">') == 3


@pytest.mark.parametrize(
    "query", ["سقف مزد", "سقف مُزد", "ﺳﻘﻒ مزد", "سقفِ‌مزد", "مزد  سقف", "ceiling wage", "CEILING wage"]
)  # fmt: skip
def test_words_are_found_however_they_are_spelt(query):
    assert "ceiling_of_days" in names_found(query)


@pytest.mark.parametrize("query", ["ماده ۷۷", "ماده 77", "٧٧"])
def test_the_number_of_an_article_is_found_first(query):
    assert laws.ARTICLES[names_found(query)[0]].reference.number == "77"


def test_arabic_letters_find_persian_words():
    assert names_found("بيكاري") == names_found("بیکاری") != []


def test_a_figure_is_found_by_its_words_and_its_page_by_its_name(client):
    assert "ceiling_factor" in [figure.name for figure in find("سقف مزد به چند برابر").figures]
    assert 'href="/law/book/figures/?name=ceiling_factor"' in page(client, "/law/book/search/?q=ceiling_factor")


@pytest.mark.parametrize("query", ["", " ", "\u200c", "ـــ", "\x00", "xyzzy", "«»"])
def test_words_that_are_none_find_nothing(client, query):
    found = find(query)
    assert found.is_empty and found.count == 0
    assert client.get("/law/book/search/", {"q": query}).status_code == 200


def test_only_so_many_words_are_looked_for():
    assert len(words_wanted(" ".join(f"w{number}" for number in range(99)))) == WORDS_MAX


@pytest.mark.parametrize("address", ["/law/book/figures/", "/law/book/rulings/", "/law/book/", "/law/book/search/", "/law/compare/"])
@pytest.mark.parametrize("value", ["9" * 400, "-1", "<script>", "' OR 1=1", "\u202e", "ی" * 5000, "%s%(n)s{}", "\x00"])
def test_a_strange_question_to_the_book_is_no_error_of_ours(client, address, value):
    for name in ("page", "name", "status", "subject", "q", "by", "open", "article"):
        answer = client.get(address, {name: value})
        assert answer.status_code in (200, 404), f"{address}?{name}"
        assert b"<script>" not in answer.content.split(b"<main")[-1]


@pytest.mark.parametrize("name", HEAVIEST)
def test_the_page_of_an_article_is_quick(client, name):
    page(client, f"/law/book/{name}/")
    taken = []
    for _ in range(5):
        start = time.perf_counter()
        page(client, f"/law/book/{name}/")
        taken.append(time.perf_counter() - start)
    assert min(taken) < SECONDS_MAX


def test_no_page_of_the_book_can_be_written_to(client):
    for address in ("/law/book/", "/law/book/worker_due/", "/law/book/figures/", "/law/book/rulings/", "/law/book/search/"):
        assert client.post(address).status_code == 405


def test_every_figure_a_page_names_has_an_address():
    assert all(name.isidentifier() for name in (*all_figures(), *laws.ARTICLES))


def test_what_every_page_reads_is_read_when_the_server_starts():
    assert "target=open_book" in Path(laws.__file__).parents[1].joinpath("office", "site", "wsgi.py").read_text(encoding="utf8")
    open_book()
    assert book.writing._cases.cache_info().currsize == 1 and book.figures._callers.cache_info().currsize == 1
