"""The same case under two laws, on its page."""

from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from opentamin import law as laws
from opentamin.office.advice.compare_form import REFORM_BYTES_MAX

from .lawyers import FIRST_CASES, HOSTILE, typed
from .test_ask_article import hidden, text_of

WAGE = {"days": "30", "days_in_month": "30", "wage_insurable": "2000000000"}
ADDRESS = "/law/compare/?article=worker_due"
NINE = "title: سقف نه برابر\nchanges:\n  - {figure: ceiling_factor, from: 1405-01-01, value: 9, why: پیش‌نویس}\n"


def test_an_answer_of_1398_and_one_of_today_differ_for_reasons_that_are_told(client):
    text = text_of(client.post(ADDRESS, {**WAGE, "before": "1398/1/1", "after": "1405/8/1"}))
    assert "<h1>سهم بیمه‌شده از ۷٬۴۳۲٬۷۱۷ ریال به ۸۱٬۴۶۵٬۱۹۵ ریال می‌رسد</h1>" in text
    assert "۵۰۵٬۶۲۷ ریال در روز، از ۱ فروردین ۱۳۹۸" in text and "۵٬۵۴۱٬۸۵۰ ریال در روز، از ۱ فروردین ۱۴۰۵" in text
    assert 'href="/law/book/ceiling_of_days/"' in text


def test_two_days_of_one_law_give_one_answer(client):
    text = text_of(client.post(ADDRESS, {**WAGE, "before": "1405/8/1", "after": "1405/9/1"}))
    assert "<h1>پاسخ در هر دو یکی است</h1>" in text


@pytest.mark.parametrize("as_file", [True, False], ids=["file", "pasted"])
def test_a_reform_is_set_beside_the_law(client, as_file):
    sent = {"reform_file": SimpleUploadedFile("reform.yaml", NINE.encode())} if as_file else {"reform": NINE}
    text = text_of(client.post(ADDRESS, {**WAGE, "before": "1405/8/1", "after": "1405/8/1", **sent}))
    assert "«سقف نه برابر» در ۱ آبان ۱۴۰۵" in text and "۱۰۴٬۷۴۰٬۹۶۵ ریال" in text and "پیش‌نویس" in text


def test_a_missing_fact_is_asked_and_the_reform_comes_along(client):
    few = {name: value for name, value in WAGE.items() if name != "wage_insurable"}
    sent = SimpleUploadedFile("reform.yaml", NINE.encode())
    asked = client.post(ADDRESS, {**few, "before": "1405/8/1", "after": "1405/8/1", "reform_file": sent})
    assert hidden(asked)["asked"] == "wage_insurable"
    answer = client.post(ADDRESS, {**hidden(asked), "wage_insurable": WAGE["wage_insurable"]})
    assert "۱۰۴٬۷۴۰٬۹۶۵ ریال" in text_of(answer)


def test_a_change_of_the_rule_itself_is_told_with_both_texts(client):
    facts = {name: value for name, value in typed(FIRST_CASES["permit_levy"]).items() if name != "on"}
    text = text_of(client.post("/law/compare/?article=permit_levy", {**facts, "before": "1393/9/15", "after": "1393/9/16"}))
    assert "متن ماده" in text and "چه عوض شده است، ماده به ماده" in text


def test_facts_of_an_answer_are_brought_along(client):
    text = client.post(ADDRESS, {**WAGE, "on": "1405/8/1", "change": "1"}).content.decode()
    assert 'value="2000000000"' in text and 'name="before"' in text


def test_the_article_is_chosen_first(client):
    text = unescape(client.get("/law/compare/").content.decode())
    assert all(f'<option value="{name}"' in text for name in laws.ARTICLES)
    assert client.get("/law/compare/?article=pension_of_dreams").status_code == 404


BOMBS = {
    "aliases": "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b]",
    "deep": "[" * 20_000,
    "deep braces": "{a: " * 5_000,
    "object": "!!python/object/apply:os.system ['true']",
    "tag": "title: !!int x\nchanges: []",
    "merge": "title: a\n<<: {changes: []}\n",
    "twice": "title: a\ntitle: b\n",
    "no text": "title: \x00\x01",
    "list": "- a\n- b",
    "number": "title: 7\nchanges: 8",
    "rows": "title: t\nchanges:\n" + "  - {figure: x, from: y, value: z, why: w}\n" * 400,
    "zero": "title: t\nchanges:\n  - {figure: rate_worker, from: 1405-01-01, value: 1/0, why: w}\n",
    "huge": "title: t\nchanges:\n  - {figure: ceiling_factor, from: 1405-01-01, value: " + "9" * 99 + ", why: w}\n",
    "json": '{"title": "t", "changes": [[[[]]]]}',
}


@pytest.mark.parametrize("bomb", BOMBS)
@pytest.mark.parametrize("as_file", [True, False], ids=["file", "pasted"])
def test_a_reform_of_ill_will_is_refused_in_words(bomb, as_file):
    sent = {"reform_file": SimpleUploadedFile("r.yaml", BOMBS[bomb].encode())} if as_file else {"reform": BOMBS[bomb]}
    answer = Client(raise_request_exception=False).post(ADDRESS, {**WAGE, "before": "1398/1/1", "after": "1405/8/1", **sent})
    assert answer.status_code == 422, text_of(answer)
    assert "هنوز مقایسه نشده است" in text_of(answer)


def test_bytes_that_are_no_text_and_files_too_large_are_refused():
    client = Client(raise_request_exception=False)
    days = {**WAGE, "before": "1398/1/1", "after": "1405/8/1"}
    for body in (b"\xff\xfe\x00", b"x" * (REFORM_BYTES_MAX + 1)):
        assert client.post(ADDRESS, {**days, "reform_file": SimpleUploadedFile("r.yaml", body)}).status_code == 422
    assert client.post(ADDRESS, {**days, "reform": "x" * (REFORM_BYTES_MAX + 1)}).status_code == 422
    both = {**days, "reform": NINE, "reform_file": SimpleUploadedFile("r.yaml", NINE.encode())}
    assert client.post(ADDRESS, both).status_code == 422


@pytest.mark.parametrize("value", HOSTILE)
def test_strange_days_and_facts_are_no_error_of_ours(value):
    client = Client(raise_request_exception=False)
    for name in ("before", "after", "wage_insurable", "asked", "change", "reform"):
        answer = client.post(ADDRESS, {**WAGE, "before": "1398/1/1", "after": "1405/8/1", name: value})
        assert answer.status_code in (200, 422), f"{name}={value!r}"


def test_the_two_laws_may_not_answer_at_all(client):
    text = text_of(client.post(ADDRESS, {**WAGE, "before": "1340/1/1", "after": "1405/8/1"}))
    assert "این ماده در آن روز در اجرا نبود" in text and "پاسخ یکی نیست" in text
