"""The law for programs: public, limited, in two languages, every example of its description true."""

import json
import re

import pytest
from django.core.cache import cache
from django.test import Client

from opentamin import law as laws
from opentamin.law import ask, rulings
from opentamin.law.machine.figures import all_figures
from opentamin.law.machine.plans import plan_of
from opentamin.office.advice.api import BODY_BYTES_MAX, DECISIONS_MAX, READS_MAX

from .lawyers import FIRST_CASES, HOSTILE, written

LAW = "/api/v1/law"
SHORT = {"unemployed_day": "1405-06-01", "birth_day": "1365-01-01", "premium_months": 5}
PERSIAN = re.compile("[\u0600-\u06ff]")


@pytest.fixture(autouse=True)
def forgotten():
    """Nobody has asked anything yet."""
    cache.clear()


@pytest.fixture
def program() -> Client:
    """A program without key or cookie; nothing spares it a check."""
    return Client(enforce_csrf_checks=True, raise_request_exception=False)


def send(program, address: str, body, **headers):
    text = body if isinstance(body, str | bytes) else json.dumps(body)
    return program.post(f"{LAW}{address}", text, content_type="application/json", headers=headers)


def is_problem(answer, status: int, code: str) -> bool:
    return (answer.status_code, answer["Content-Type"], answer.json()["code"]) == (status, "application/problem+json", code)


def test_the_articles_are_listed_and_found_by_words(program):
    first, *rest = [program.get(f"{LAW}/articles?page={leaf}").json() for leaf in (1, 2, 3)]
    names = [one["name"] for leaf in (first, *rest) for one in leaf["items"]]
    assert sorted(names) == sorted(laws.ARTICLES) and first["count"] == len(names)
    found = program.get(f"{LAW}/articles", {"q": "سقف مزد"}).json()
    assert found["items"][0]["name"] == "ceiling_of_days"
    assert {one["chapter"] for one in program.get(f"{LAW}/articles?chapter=debts").json()["items"]} == {"debts"}


@pytest.mark.parametrize("name", list(laws.ARTICLES)[::6])
def test_an_article_and_its_schemas_are_answered_whole(program, name):
    told = program.get(f"{LAW}/articles/{name}?language=en").json()
    assert told["name"] == name and told["wordings"] and len(told["facts"]) == len(plan_of(laws.ARTICLES[name]).kinds)
    schemas = program.get(f"{LAW}/articles/{name}/schema").json()
    assert schemas == {"facts": ask.facts_schema(laws.ARTICLES[name], "fa"), "answer": ask.answer_schema(laws.ARTICLES[name], "fa")}


@pytest.mark.parametrize("name", sorted(FIRST_CASES)[::3])
def test_a_written_case_is_decided_as_the_law_decides_it(program, name):
    case = FIRST_CASES[name]
    on = laws.days.text_of(case.day)
    answer = send(program, f"/articles/{name}/decide", {"facts": written(case), "on": on})
    assert answer.status_code == 200, answer.json()
    told = answer.json()
    assert told["status"] == "decided" and (not case.outcome or told["outcome"] == case.outcome)
    shape = ask.answer_schema(laws.ARTICLES[name])
    assert set(told) - {"changes", "is_search_cut"} == set(shape["properties"])


def test_a_refusal_comes_with_what_would_change_it_unless_that_is_not_wanted(program):
    told = send(program, "/articles/unemployment_right/decide", {"facts": SHORT, "on": "1405-06-10"}).json()
    assert told["entitled"] is False and told["failed"] and told["trace"]
    assert {"name": "premium_months", "value": 6, "side": "least"}.items() <= told["changes"]["turning"][0].items()
    plain = send(program, "/articles/unemployment_right/decide", {"facts": SHORT, "on": "1405-06-10", "changes": False}).json()
    assert plain["changes"] is None and plain["is_search_cut"] is False


def test_a_missing_fact_is_the_next_question(program):
    told = send(program, "/articles/unemployment_right/decide", {"facts": {}, "on": "1405-06-10"}).json()
    assert told["status"] == "missing" and told["question"]["name"] in SHORT and told["question"]["schema"]


def test_two_laws_are_compared_and_a_reform_may_be_an_object_or_text(program):
    facts = {"days": 30, "days_in_month": 30, "wage_insurable": 2_000_000_000}
    reform = {"title": "نه", "changes": [{"figure": "ceiling_factor", "from": "1405-01-01", "value": 9, "why": "پیش‌نویس"}]}
    days = {"before": "1405-08-01", "after": "2026-10-23"}
    for written_reform in (reform, json.dumps(reform, ensure_ascii=False)):
        told = send(program, "/articles/worker_due/compare", {"facts": facts, **days, "reform": written_reform}).json()
        assert told["after"]["amounts"]["worker_share"] == 104_740_965 and not told["is_same"]
        assert "ceiling_of_days" in [one["article"] for one in told["articles"]]
    assert send(program, "/articles/worker_due/compare", {"facts": facts, **days}).json()["is_same"]


def test_figures_and_rulings_are_answered_with_how_well_they_are_known(program):
    leaves = -(-len(all_figures()) // 100)
    figures = [one for leaf in range(1, leaves + 1) for one in program.get(f"{LAW}/figures?page={leaf}").json()["items"]]
    assert {one["figure"]["name"] for one in figures} == set(all_figures())
    unknown = program.get(f"{LAW}/figures?status=unknown").json()
    assert unknown["items"] and all("unknown" in [row["status"] for row in one["figure"]["rows"]] for one in unknown["items"])
    told = program.get(f"{LAW}/rulings").json()
    assert told["count"] == len(rulings.all_rulings()) and told["items"][0]["ruling"]["proof"]


def test_the_language_is_that_of_the_header_or_of_the_address(program):
    address = "/articles/unemployment_right/decide"
    for where, headers in (("", {"Accept-Language": "en"}), ("?language=en", {"Accept-Language": "fa"})):
        answer = send(program, address + where, {"facts": SHORT, "on": "1405-06-10"}, **headers)
        assert not PERSIAN.search(json.dumps(answer.json()["text"], ensure_ascii=False))
    assert PERSIAN.search(send(program, address, {"facts": SHORT}).json()["title"])
    assert program.get(f"{LAW}/articles?language=de").status_code == 422


def test_every_fault_of_the_facts_is_said_with_its_name_and_code(program):
    answer = send(program, "/articles/unemployment_right/decide", {"facts": {"birth_day": "1405-12-30", "premium_month": 5, "used_months": "x"}})
    assert is_problem(answer, 422, "facts_refused")
    assert [(one["name"], one["code"]) for one in answer.json()["faults"]] == [
        ("birth_day", "no_such_day"), ("premium_month", "maybe"), ("used_months", "not_a_number"),
    ]  # fmt: skip


def test_refusals_are_problems(program):
    assert is_problem(program.get(f"{LAW}/articles/nothing"), 404, "no_such_article")
    assert is_problem(send(program, "/articles/nothing/decide", {}), 404, "no_such_article")
    assert is_problem(send(program, "/articles/worker_due/decide", {"on": "1405-13-01"}), 422, "not_a_day")
    assert is_problem(send(program, "/articles/worker_due/compare", {"before": "1405-01-01"}), 422, "misshapen")
    refused = send(program, "/articles/worker_due/compare", {"before": "1405-01-01", "after": "1405-01-01", "reform": {"title": "x"}})
    assert is_problem(refused, 422, "reform_refused")
    assert is_problem(send(program, "/articles/worker_due/decide", "{"), 400, "unreadable")


def test_a_body_too_large_is_refused_unread(program):
    assert is_problem(send(program, "/articles/worker_due/decide", "x" * (BODY_BYTES_MAX + 1)), 413, "too_large")


BODIES = [
    b"", b"[]", b"null", b"7", b'"x"', b"{}", b"\xff\xfe", b"[" * 60_000, b'{"facts":' * 6_000, b'{"facts": {"days": NaN}}', b'{"facts": {"days": 1e999}}',
    b'{"facts": {"days": ' + b"9" * 5_000 + b"}}", b'{"facts": {"\\ud800": "\\udfff"}}', b'{"facts": {"days": [[[[1]]]]}}', b'{"facts": {"days": {}}}',
    b'{"facts": {"days": true, "on": null}}', b'{"facts": [], "on": 7}', b'{"facts": {}, "on": "\\u0000"}', b'{"on": "9999-99-99"}', b'{"known_on": "1300-01-01"}',
    b'{"before": "", "after": ""}', b'{"before": "1405-01-01", "after": "1405-01-01", "reform": []}', b'{"before": "1405-01-01", "after": "1405-01-01", "reform": "["}',
]  # fmt: skip


@pytest.mark.parametrize("body", BODIES, ids=lambda body: repr(body[:30]))
def test_no_body_is_an_error_of_ours(program, body):
    for address in ("/articles/worker_due/decide", "/articles/worker_due/compare", "/articles/weights_sum/decide"):
        assert send(program, address, body).status_code in (200, 400, 422), address


@pytest.mark.parametrize("name", ["old_age_decision", "weights_sum", "unemployment_right"])
def test_no_fact_is_an_error_of_ours(program, name):
    facts = list(plan_of(laws.ARTICLES[name]).kinds)
    for turn in range(len(HOSTILE)):
        body = {"facts": {fact: HOSTILE[(turn + place) % len(HOSTILE)] for place, fact in enumerate(facts)}, "on": "1405-09-01"}
        assert send(program, f"/articles/{name}/decide", body).status_code in (200, 422), body


@pytest.mark.parametrize("path", ["/articles", "/figures", "/rulings"])
def test_strange_questions_are_no_error_of_ours(program, path):
    for value in HOSTILE:
        for name in ("page", "q", "chapter", "status", "subject", "language"):
            assert program.get(f"{LAW}{path}", {name: value}).status_code in (200, 422)


def test_an_address_that_asks_too_often_is_told_when_to_come_back(program, monkeypatch):
    monkeypatch.setattr("opentamin.office.advice.api.time.time", lambda: 1_793_000_010.0)  # one minute for all
    for _ in range(DECISIONS_MAX):
        assert send(program, "/articles/worker_due/decide", {}).status_code == 200
    answer = send(program, "/articles/worker_due/decide", {}, **{"Accept-Language": "en"})
    assert is_problem(answer, 429, "too_many") and 0 < int(answer["Retry-After"]) <= 60
    assert not PERSIAN.search(answer.json()["detail"])
    assert program.get(f"{LAW}/rulings").status_code == 200, "reading is counted apart"
    other = Client(REMOTE_ADDR="192.0.2.7")
    assert send(other, "/articles/worker_due/decide", {}).status_code == 200
    assert DECISIONS_MAX < READS_MAX


def test_nothing_that_is_sent_is_written_to_the_log(program, caplog):
    caplog.set_level("DEBUG")
    send(program, "/articles/unemployment_right/decide", {"facts": {**SHORT, "premium_months": 7531}})
    send(program, "/articles/unemployment_right/decide", {"facts": {**SHORT, "premium_months": "seventyfive"}})
    assert "7531" not in caplog.text and "seventyfive" not in caplog.text


def test_every_example_of_the_description_is_answered(program):
    schemas = Client().get("/api/v1/openapi.json").json()["components"]["schemas"]
    questions, pairs = schemas["Question"]["examples"], schemas["Pair"]["examples"]
    assert questions and pairs
    for example in questions:
        assert send(program, "/articles/unemployment_right/decide", example).status_code == 200
    for example in pairs:
        assert send(program, "/articles/worker_due/compare", example).status_code == 200


def test_the_description_names_every_act_of_the_law():
    paths = Client().get("/api/v1/openapi.json").json()["paths"]
    law = {path.removeprefix(LAW): sorted(acts) for path, acts in paths.items() if path.startswith(LAW)}
    assert law == {
        "/articles": ["get"], "/articles/{name}": ["get"], "/articles/{name}/schema": ["get"], "/articles/{name}/decide": ["post"],
        "/articles/{name}/compare": ["post"], "/figures": ["get"], "/rulings": ["get"],
    }  # fmt: skip
    assert all("security" not in act for path, acts in paths.items() if path.startswith(LAW) for act in acts.values())
