"""Programs: a list as JSON, and keys that make a request sent twice one request."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from opentamin.office.accounts.actions.give_api_key import give_api_key
from opentamin.office.records.keyed_answers import KEPT_DAYS, forget_old
from opentamin.office.records.models import KeyedAnswer

from ..models import Assessment, ListState, MonthlyList
from .builders import CODE, MONTH, NOW, files_of, worker_columns

ROWS = "/api/v1/lists/rows"


def body_of(count: int = 2, **members) -> dict:
    columns = worker_columns(count)
    rows = [dict(zip(columns, row, strict=True)) for row in zip(*(values.tolist() for values in columns.values()), strict=True)]
    return {"header": {"DSK_ID": CODE, "month": MONTH, "DSK_LISTNO": "0001"}, "workers": rows} | members


def client_of(user) -> Client:
    _key, secret = give_api_key(user, name="حقوق و دستمزد", now=NOW)
    return Client(enforce_csrf_checks=True, headers={"X-API-Key": secret})


@pytest.fixture
def keyed(made):
    return client_of(made.employer)


def send(client, body, key=None):
    return client.post(ROWS, body, content_type="application/json", headers={"Idempotency-Key": key} if key else {})


def test_a_list_of_rows_is_received_and_checked_like_its_files(keyed):
    answer = send(keyed, body_of())
    assert answer.status_code == 201
    assert answer.json()[0]["list"]["state"] == "accepted" and answer.json()[0]["list"]["workers_count"] == 2
    assert MonthlyList.objects.get().documents.get().document.read() == json.dumps(body_of()).encode()


def test_the_same_key_gives_the_same_answer_and_does_nothing_more(keyed):
    first, again = send(keyed, body_of(), "aban-1"), send(keyed, body_of(), "aban-1")
    assert first.status_code == again.status_code == 201
    assert first.json() == again.json() and first.json()[0]["is_first"]
    assert MonthlyList.objects.count() == 1


def test_a_key_for_another_body_is_a_conflict_and_nothing_is_done(keyed):
    send(keyed, body_of(2), "aban-1")
    answer = send(keyed, body_of(3), "aban-1")
    assert (answer.status_code, answer.json()["code"]) == (409, "key_used_otherwise")
    assert MonthlyList.objects.count() == 1


def test_a_refused_request_leaves_its_key_free(keyed):
    foreign = body_of(header={"DSK_ID": "9999999999", "month": MONTH})
    assert send(keyed, foreign, "aban-1").json()["code"] == "workplace_not_yours"
    assert not KeyedAnswer.objects.exists()
    assert send(keyed, body_of(), "aban-1").status_code == 201


def test_keys_of_two_people_do_not_meet(made, keyed):
    send(keyed, body_of(), "aban-1")
    answer = send(client_of(made.clerk), body_of(), "aban-1")
    assert answer.status_code == 200 and not answer.json()[0]["is_first"]


def test_files_and_the_last_word_take_keys_too(keyed):
    def upload():
        files = [SimpleUploadedFile(name, body) for name, body in files_of(2)]
        return keyed.post("/api/v1/lists", {"files": files}, headers={"Idempotency-Key": "files"})

    first, again = upload(), upload()
    assert first.status_code == again.status_code == 201 and first.json() == again.json()
    tracking = first.json()[0]["list"]["tracking"]
    said = [keyed.post(f"/api/v1/lists/{tracking}/assess", headers={"Idempotency-Key": "word"}) for _ in range(2)]
    assert [one.status_code for one in said] == [200, 200] and said[0].json() == said[1].json()
    assert Assessment.objects.count() == 1


def test_a_key_that_cannot_be_one_is_refused_in_words(keyed):
    for key in ("x" * 101, "two words"):
        assert send(keyed, body_of(), key).json()["code"] == "key_unreadable"
    assert not MonthlyList.objects.exists()


def test_a_body_larger_than_we_read_is_refused_before_it_is_read(keyed, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    answer = send(keyed, body_of(20))
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


@pytest.mark.parametrize("body", ["{", "[]", '{"workers": []}', '{"header": {"DSK_ID": [1]}}', '{"header": {"DSW_DD": 1}}', '{"header": {"month": true}}'])
def test_rows_out_of_shape_are_a_problem_and_nothing_is_kept(keyed, body):
    answer = keyed.post(ROWS, body, content_type="application/json")
    assert answer.status_code in (400, 422) and answer.json()["code"]
    assert not MonthlyList.objects.exists()


def test_nobody_worked_is_one_call(keyed):
    answer = send(keyed, body_of(0, nobody_worked=True))
    assert answer.json()[0]["list"]["state"] == ListState.ACCEPTED and answer.json()[0]["list"]["workers_count"] == 0


def test_answers_are_forgotten_after_the_time_we_promise(keyed):
    from datetime import timedelta

    send(keyed, body_of(), "aban-1")
    assert forget_old(NOW + timedelta(days=KEPT_DAYS)) == 0
    assert forget_old(NOW + timedelta(days=KEPT_DAYS, seconds=1)) == 1
