"""When something goes wrong, the page says what happened and what to do, in the reader's language, and asks no database."""

import pytest
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.test import Client, RequestFactory

from opentamin.office.accounts.gate import NotAllowed
from opentamin.office.site import views


@pytest.fixture
def request_():
    return RequestFactory().get("/lists/")


def test_an_unknown_address_is_answered_by_a_page_of_the_house(client):
    response = client.get("/no/such/page/")
    assert response.status_code == 404
    assert "چنین صفحه‌ای پیدا نکردیم" in response.content.decode() and "/static/css/look.css" in response.content.decode()


def test_a_broken_page_says_the_moment_by_which_it_can_be_found(request_):
    response = views.failed(request_)
    assert response.status_code == 500
    assert "از سوی ما چیزی خراب شد" in response.content.decode() and "ساعت <bdi>" in response.content.decode()


def test_too_large_a_body_is_another_answer_than_a_broken_request(request_):
    assert views.bad_request(request_, RequestDataTooBig()).status_code == 413
    assert views.bad_request(request_, SuspiciousOperation()).status_code == 400


def test_a_refusal_of_the_gate_is_told_in_its_own_words(request_):
    refusal = NotAllowed("list.read")
    page = views.forbidden(request_, refusal).content.decode()
    assert "برای دیدن این صفحه وارد شوید" in page and "/sign-in/?next=%2Flists%2F" in page


def test_a_form_without_its_mark_is_answered_by_what_to_do():
    client = Client(enforce_csrf_checks=True)
    response = client.post("/i18n/setlang/", {"language": "en"})
    assert response.status_code == 403 and "این صفحه کهنه شده است" in response.content.decode()


def test_an_error_is_said_in_english_to_who_chose_english(client):
    client.cookies["django_language"] = "en"
    assert "We found no such page" in client.get("/no/such/page/").content.decode()
