"""Addresses nobody of good will types: huge numbers, other alphabets, marks of HTML, half letters. None of them is an error of ours."""

import json
import re
from urllib.parse import quote

import pytest
from django.db import transaction
from django.test import Client
from django.urls import get_resolver

from tests.furnished import Furnished

pytestmark = pytest.mark.django_db

VALUES = [
    "0", "-1", "1", "9" * 19, "9" * 400, "140513", "۱۴۰۵۰۸", "٢", "²", "1405-0901-000000", "۱۴۰۵-۰۹۰۱-۰۰۰۰۰۰", "--------", "..", "null",
    "../../etc/passwd", "<script>alert(1)</script>", "' OR 1=1 --", "\x00", "\u202e\u200c", "ی" * 2000, "%s%(n)s{}", "😀",
]  # fmt: skip
RAW = ["%ff%fe", "%00", "%ED%A0%80", "%2e%2e%2f", "%25"]  # no text at all, a zero, half a letter, a way up, a sign of per cent
QUESTIONS = {
    "/lists/": ["page", "workplace", "arrived"],
    "/lists/{list}/": ["page", "q", "again", "errors", "warnings"],
    "/lists/{list}/amount/": ["page"],
    "/branch/lists/": ["state", "month", "q", "page"],
    "/inbox/": ["page"],
    "/record/": ["person"],
    "/record/140508/": ["person"],
    "/record.pdf": ["person"],
    "/sign-in/": ["next"],
    "/account/confirm/": ["next"],
    "/verify/": ["code"],
    "/api/v1/lists": ["page", "state", "month", "workplace_code"],
    "/api/v1/record": ["person"],
    "/api/v1/record/140508": ["person"],
    "/api/v1/lists/{list}/findings": ["page"],
    "/api/v1/lists/{list}/workers": ["page", "q"],
}


def routes_with_places() -> list[str]:
    def walk(resolver, before: str):
        for pattern in resolver.url_patterns:
            route = before + str(pattern.pattern)
            yield from walk(pattern, route) if hasattr(pattern, "url_patterns") else [route]

    return sorted({route for route in walk(get_resolver(), "/") if "<" in route})


READERS = ("headquarters", "clerk", "insured", "guest")


@pytest.fixture
def browsers(furnished: Furnished) -> dict[str, Client]:
    """A browser for each reader, the one first who may see the most."""
    return {reader: furnished.browser(reader) for reader in READERS}


@pytest.fixture
def tracking(furnished: Furnished) -> str:
    return furnished.values["assessed"]


def assert_no_error_of_ours(browsers, address: str, methods=("get", "post")) -> None:
    for reader, browser in browsers.items():
        for ask in (getattr(browser, method) for method in methods):
            with transaction.atomic():
                response = ask(address)
                transaction.set_rollback(True)
            assert response.status_code < 500, f"{reader}: {address}"
            assert b"<script>alert" not in response.getvalue(), f"{reader}: {address}"
            where = response.headers.get("Location", "/")
            assert where.startswith("/") and not where.startswith("//"), f"{reader}: {address} leads away to {where}"


@pytest.mark.parametrize("route", routes_with_places())
def test_no_value_in_an_address_is_an_error_of_ours(browsers, tracking, route):
    """Whoever may see the most tries every value in both ways, and the others in turn and by turns: a value is read before anybody is
    asked who they are."""
    address = re.sub(r"<tracking(:\w+)?>", tracking, route) if route.count("<") > 1 else route
    for place, value in enumerate([*(quote(value, safe="") for value in VALUES), *RAW]):
        hostile = re.sub(r"<[^>]+>", lambda _, value=value: value, address)
        assert_no_error_of_ours({READERS[0]: browsers[READERS[0]]}, hostile)
        other = READERS[1 + place % (len(READERS) - 1)]
        assert_no_error_of_ours({other: browsers[other]}, hostile, ["get" if place % 2 else "post"])


@pytest.mark.parametrize("address", QUESTIONS)
def test_no_value_in_a_question_is_an_error_of_ours(browsers, tracking, address):
    reader = "headquarters" if "branch" in address or "api" in address else "insured" if "record" in address else "clerk"
    for name in QUESTIONS[address]:
        for value in [*(quote(value, safe="") for value in [*VALUES, "//evil.example/x", "https://evil.example", ""]), *RAW]:
            assert_no_error_of_ours({reader: browsers[reader]}, f"{address.format(list=tracking)}?{name}={value}", ["get"])


FORMS = {
    "/sign-in/": {"username": "clerk", "password": "sib"},
    "/account/codes/": {"code": "123456"},
    "/account/password/": {"old_password": "x", "new_password": "y"},
    "/account/language/": {"language": "fa"},
    "/account/keys/": {"name": "n"},
    "/account/grants/new/": {"what": "1:clerk", "to": "stranger", "last_day": "1406/1/1", "reason": "r"},
    "/account/confirm/": {"password": "x"},
    "/lists/{list}/withdraw/": {"reason": "r"},
    "/verify/": {"code": "ABCD"},
    "/i18n/setlang/": {"language": "fa", "next": "/"},
}


@pytest.mark.parametrize("address", FORMS)
def test_no_value_in_a_form_is_an_error_of_ours(browsers, tracking, address):
    """Each field in turn, in the name of the form's own fields as well as of those we guess here."""
    browser = browsers["insured"] if "grants" in address else browsers["clerk"]
    page = address.format(list=tracking)
    names = {*FORMS[address], *re.findall(r'name="(\w+)"', browser.get(page).content.decode())} - {"csrfmiddlewaretoken"}
    for name in sorted(names):
        for value in [*VALUES, "²" * 6, "1406/1/1" * 50, "ی" * 5000]:
            with transaction.atomic():
                response = browser.post(page, FORMS[address] | {name: value})
                transaction.set_rollback(True)
            assert response.status_code < 500, f"{name}={value[:40]!r}"
            assert b"<script>alert" not in response.content


@pytest.mark.parametrize("body", ["", "[]", "1", "null", '"x"', "{", '{"id": 5}', '{"rawId": [], "response": "no", "name": {}}', "[" * 100_000, "\xff"])
def test_what_a_script_sends_badly_is_the_scripts_mistake(browsers, body):
    sent = body.encode("latin-1")
    for address in ("/sign-in/passkey/begin/", "/sign-in/passkey/complete/", "/account/passkeys/begin/", "/account/passkeys/complete/"):
        for reader, browser in browsers.items():
            response = browser.post(address, sent, content_type="application/json")
            assert response.status_code < 500, f"{reader}: {address} {body[:40]}"


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"\xff", b'{"reason": 5}', b'{"reason": ""}', json.dumps({"reason": "x" * 501}).encode(), b"[" * 100_000])
def test_a_program_that_sends_badly_is_told_so(browsers, tracking, body):
    response = browsers["clerk"].post(f"/api/v1/lists/{tracking}/withdraw", body, content_type="application/json")
    assert response.status_code in (400, 422)
    assert response.headers["Content-Type"].startswith("application/problem+json"), response.content[:200]


@pytest.mark.parametrize("body", [b"--x\r\n", b"", b"--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\x00\"\r\n\r\n\r\n--x--", b"\xff" * 900])
def test_a_broken_form_is_told_so(browsers, body):
    for address in ("/lists/new/", "/api/v1/lists", "/account/language/"):
        response = browsers["clerk"].post(address, body, content_type="multipart/form-data; boundary=x")
        assert 200 <= response.status_code < 500, address
