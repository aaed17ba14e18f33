"""Asking any article on its page: all at once or one fact at a time, and an answer that can be judged."""

import json
from html import unescape

import pytest
from django.test import Client

from opentamin import law as laws
from opentamin.law import ask
from opentamin.law.ask.saying import say
from opentamin.law.machine.plans import plan_of
from opentamin.law.words import words_of
from opentamin.office.advice.facts_form import FactsForm
from opentamin.office.advice.limits import BODY_BYTES_MAX, changes_in_time
from opentamin.office.advice.views.ask import NOT_FACTS

from .lawyers import FIRST_CASES, HOSTILE, typed

SHORT = {"on": "۱۴۰۵/۶/۱۰", "unemployed_day": "۱۴۰۵/۶/۱", "birth_day": "۱۳۶۵/۱/۱", "premium_months": "۵"}
ADDRESS = "/law/ask/unemployment_right/"


def text_of(answer) -> str:
    return " ".join(unescape(answer.content.decode()).replace("\u00a0", " ").split())


def hidden(answer) -> dict[str, str]:
    """What the page will send along."""
    fields = answer.content.decode().split('<input type="hidden" name="')[1:]
    pairs = [field.split('"')[:3] for field in fields]
    return {name: unescape(value) for name, _, value in pairs if name not in ("csrfmiddlewaretoken", "next")}


def test_no_fact_has_the_name_of_something_else_on_the_form():
    names = {name for article in laws.ARTICLES.values() for name in plan_of(article).kinds}
    assert not names & (NOT_FACTS | {"on", "before", "after", "reform", "reform_file", "article", "language"})


@pytest.mark.parametrize("name", laws.ARTICLES)
def test_every_article_has_a_form_of_all_its_facts(client, name):
    answer = client.get(f"/law/ask/{name}/")
    assert answer.status_code == 200
    for fact in plan_of(laws.ARTICLES[name]).kinds:
        assert f'name="{fact}"' in answer.content.decode() or fact == "day"


@pytest.mark.parametrize("name", sorted(FIRST_CASES)[::4])
def test_a_written_case_typed_into_the_page_is_answered_as_the_law_answers_it(client, name):
    case = FIRST_CASES[name]
    answer = client.post(f"/law/ask/{name}/", typed(case))
    assert answer.status_code == 200, text_of(answer)
    if case.outcome and "asked" not in hidden(answer):
        assert words_of("fa").of("outcomes", case.outcome) in text_of(answer)


def test_a_refusal_says_the_condition_what_would_change_it_and_why(client):
    text = text_of(client.post(ADDRESS, SHORT))
    assert "<h1>ماه‌های پرداخت حق بیمه پیش از بیکاری کافی نیست</h1>" in text
    assert "(۵) کمتر از ماه‌های لازم پرداخت حق بیمه (۶) است؟ بله" in text
    assert "دست‌کم ۶ ماه بود" in text, "a single fact that would turn it"
    assert "ماده ۶ قانون بیمهٔ بیکاری" in text and 'class="tree"' in text
    assert "این پاسخ برآورد است، نه رأی" in text


def test_a_right_that_time_brings_is_told_with_its_day(client):
    claim = {
        "on": "1405/9/1", "birth_day": "1350/6/1", "is_woman": "no", "record_days": "10000", "last_work_day": "1405/8/30",
        "wages_sum": "4800000000", "months_averaged": "24", "record_days_on_reform_day": "9200",
    }  # fmt: skip
    text = text_of(client.post("/law/ask/old_age_decision/", claim))
    assert say("fa", "change", "ways", "working") in text and "پدید می‌آید، ۴۰ ماه و ۲۷ روز پس از روزی که پرسیده شد" in text


def test_a_granted_sum_stands_at_the_head_of_the_page(client):
    text = text_of(client.post("/law/ask/worker_due/", {"on": "1405/8/1", "days": "30", "days_in_month": "30", "wage_insurable": "۲۲۳٬۲۵۵٬۵۰۰ ریال"}))
    assert '<span class="amount">۱۵٬۶۲۷٬۸۸۵ <small>ریال</small></span>' in text


def test_facts_that_are_missing_are_asked_one_at_a_time_until_there_is_an_answer(client):
    answer, asked = client.post(ADDRESS, {"on": SHORT["on"]}), []
    while "asked" in hidden(answer):
        name = hidden(answer)["asked"]
        asked.append(name)
        assert f'name="{name}"' in answer.content.decode() and len(asked) < 9
        answer = client.post(ADDRESS, {**hidden(answer), name: SHORT[name]})
    assert sorted(asked) == ["birth_day", "premium_months", "unemployed_day"]
    assert "<h1>ماه‌های پرداخت حق بیمه پیش از بیکاری کافی نیست</h1>" in text_of(answer)


def test_only_facts_that_still_matter_are_asked(client):
    answer = client.post("/law/ask/worker_due/", {"on": "1405/8/1", "days": "0"})
    assert "asked" in hidden(answer)
    asked = hidden(answer)["asked"]
    assert asked in ("days_in_month", "wage_insurable")
    decided = client.post("/law/ask/worker_due/", {"on": "1405/8/1", "days": "0", "days_in_month": "30", "wage_insurable": "0"})
    assert "در این ماه روز کارکردی نیست" in text_of(decided)


def test_a_question_left_empty_is_asked_again_and_says_so(client):
    first = client.post(ADDRESS, {"on": SHORT["on"]})
    name = hidden(first)["asked"]
    again = client.post(ADDRESS, {**hidden(first), name: ""})
    assert again.status_code == 422 and "پاسخ به این بستگی دارد" in text_of(again) and hidden(again)["asked"] == name


def test_a_wrong_answer_to_a_question_is_mended_on_the_same_page(client):
    first = client.post(ADDRESS, {"on": SHORT["on"]})
    name = hidden(first)["asked"]
    wrong = client.post(ADDRESS, {**hidden(first), name: "1405/12/30"})
    assert wrong.status_code == 422 and "اسفند ۱۴۰۵، ۲۹ روز دارد" in text_of(wrong) and hidden(wrong)["asked"] == name


def test_what_was_typed_can_be_changed(client):
    answer = client.post(ADDRESS, {**SHORT, "change": "1"})
    assert answer.status_code == 200 and 'value="۱۴۰۵/۶/۱"' in answer.content.decode()


def test_the_facts_are_there_to_copy_for_the_command_line(client):
    text = unescape(client.post(ADDRESS, SHORT).content.decode())
    file = text.split("<pre")[1].split(">", 1)[1].split("</pre>")[0]
    assert json.loads(file) == {"unemployed_day": "1405-06-01", "birth_day": "1365-01-01", "premium_months": 5}
    assert "./run law decide unemployment_right --facts facts.json --on 1405-06-10" in text
    article = laws.ARTICLES["unemployment_right"]
    assert ask.load_facts(article, file)


def test_contradictions_are_said_in_the_form(client):
    answer = client.post("/law/ask/old_age_decision/", {"on": "1405/9/1", "birth_day": "1406/1/1", "record_days": "36000"})
    assert answer.status_code == 422 and "پیش از" in text_of(answer)


def test_a_figure_nobody_knows_and_an_article_not_in_force_are_answers(client):
    text = text_of(client.post("/law/ask/worker_due/", {"on": "1340/1/1", "days": "30", "days_in_month": "31", "wage_insurable": "1000"}))
    assert "<h1>این ماده در آن روز در اجرا نبود</h1>" in text and "در اجرا از ۱ مهر ۱۳۵۴" in text
    old = text_of(client.post("/law/ask/worker_due/", {"on": "1356/1/1", "days": "30", "days_in_month": "31", "wage_insurable": "1000"}))
    assert "<h1>رقمی که پاسخ به آن نیاز دارد نزد ما نیست</h1>" in old


def is_answered(name: str, values: dict[str, str]) -> bool:
    """Whether the page answers, asks on or says what is wrong, under a heading of its own."""
    answer = Client(raise_request_exception=False).post(f"/law/ask/{name}/", values)
    return answer.status_code in (200, 422) and "<h1>" in text_of(answer)


@pytest.mark.parametrize("place", range(len(laws.ARTICLES)), ids=list(laws.ARTICLES).__getitem__)
def test_nothing_anybody_types_is_an_error_of_ours(place):
    name = list(laws.ARTICLES)[place]
    facts = list(plan_of(laws.ARTICLES[name]).kinds)
    typed_in = {"on": "1405/9/1", **{fact: HOSTILE[(place + turn) % len(HOSTILE)] for turn, fact in enumerate(facts)}}
    assert is_answered(name, typed_in), f"{name}: {typed_in}"


@pytest.mark.parametrize("name", ["old_age_decision", "weights_sum", "unemployment_right", "hazardous_run"])
def test_every_strange_value_is_tried_on_every_fact_of_an_article(name):
    facts = list(plan_of(laws.ARTICLES[name]).kinds)
    for turn in range(len(HOSTILE)):
        assert is_answered(name, {"on": HOSTILE[turn]}), f"{name}: on {HOSTILE[turn]!r}"
        typed_in = {"on": "1405/9/1", **{fact: HOSTILE[(turn + place) % len(HOSTILE)] for place, fact in enumerate(facts)}}
        assert is_answered(name, typed_in), f"{name}: {typed_in}"


def test_typed_marks_of_html_come_back_as_text(client):
    answer = client.post(ADDRESS, {**SHORT, "premium_months": "<script>alert(1)</script>"})
    assert answer.status_code == 422 and b"<script>alert" not in answer.content


def test_a_body_too_large_is_refused_unread(client):
    answer = client.post(ADDRESS, {"premium_months": "1" * BODY_BYTES_MAX})
    assert answer.status_code == 413 and "بیش از اندازه بزرگ" in text_of(answer)


def test_a_forged_form_is_refused():
    assert Client(enforce_csrf_checks=True).post(ADDRESS, SHORT).status_code == 403


def test_an_address_never_answers_facts(client):
    answer = client.get(ADDRESS, SHORT)
    assert "۱۴۰۵/۶/۱" not in answer.content.decode().split("<main")[1].split("</form>")[0].replace("مانند ۱۴۰۵/۶/۱", "")
    assert "no-store" in answer["Cache-Control"]


def test_nothing_typed_is_written_to_the_log(client, caplog):
    caplog.set_level("DEBUG")
    client.post(ADDRESS, {**SHORT, "premium_months": "7531"})
    client.post(ADDRESS, {**SHORT, "premium_months": "seventyfive"})
    assert "7531" not in caplog.text and "۷۵۳۱" not in caplog.text and "seventyfive" not in caplog.text


def test_a_search_that_takes_too_long_is_stopped_and_said():
    article = laws.ARTICLES["old_age_decision"]
    facts = ask.read_facts(article, {
        "birth_day": "1370-01-01", "is_woman": "no", "record_days": "100", "last_work_day": "1405-08-30",
        "wages_sum": "4800000000", "months_averaged": "24", "record_days_on_reform_day": "50",
    })  # fmt: skip
    ready, law = ask.prepare(article, facts, laws.days.date_from_jalali(1405, 9, 1))
    decision = ask.decide(article, ready, law)
    assert decision.entitled is False
    assert changes_in_time(decision, seconds=0) is None and changes_in_time(decision) is not None


def test_a_series_is_typed_a_line_each():
    name, article = next((name, one) for name, one in laws.ARTICLES.items() if plan_of(one).series)
    series = plan_of(article).series
    form = FactsForm(article, {"on": "1405/9/1", **dict.fromkeys(series, "1\n\n 0 \n")})
    form.is_valid()
    assert all(len(form.facts[one]) == 2 for one in series if one in form.facts), name

