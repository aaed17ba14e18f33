"""The API of lists: keys, receipts, problems, amounts."""

import json
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone

from opentamin.law import of_month
from opentamin.law.contributions import ceiling_of_days
from opentamin.office.accounts.actions.give_api_key import TooManyKeys, give_api_key
from opentamin.office.accounts.actions.revoke_api_key import revoke_api_key
from opentamin.office.accounts.models import ApiKey, Grant, MeansChange
from opentamin.office.accounts.policy import API_KEYS_MAX

from ..models import Assessment, ListState, MonthlyList
from .builders import NOW, OTHER_CODE, files_of, worker_columns, wrong_files

LISTS = "/api/v1/lists"


def send(client, files, **headers):
    return client.post(LISTS, {"files": [SimpleUploadedFile(name, body) for name, body in files]}, **headers)


@pytest.fixture
def keyed(made):
    """A program of the employer: it holds a key and no cookie, and nothing spares it a check."""
    _key, secret = give_api_key(made.employer, name="حقوق و دستمزد", now=NOW)
    return Client(enforce_csrf_checks=True, headers={"X-API-Key": secret})


def test_a_first_list_is_201_and_the_same_again_is_200_with_the_first_receipt(keyed):
    first, again = send(keyed, files_of(3)), send(keyed, files_of(3))
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json()[0]["is_first"] and not again.json()[0]["is_first"]
    assert first.json()[0]["list"] == again.json()[0]["list"]
    assert first.json()[0]["list"]["state"] == "accepted"
    assert MonthlyList.objects.count() == 1


def test_findings_are_codes_for_the_program_and_sentences_in_the_language_asked_for(keyed):
    tracking = send(keyed, wrong_files(3)).json()[0]["list"]["tracking"]
    for language, words in (("fa", "آبان ۳۰ روز دارد"), ("en", "Aban")):
        found = keyed.get(f"{LISTS}/{tracking}/findings", headers={"Accept-Language": language}).json()
        assert found["count"] == len(found["items"])
        first = found["items"][0]
        assert (first["code"], first["row"], first["column"], first["seen"], first["level"]) == ("days_over_month", 1, "DSW_DD", "31", "error")
        assert words in first["rule"]


def test_what_cannot_be_read_is_a_problem_with_its_finding_and_nothing_is_kept(keyed):
    answer = send(keyed, [("notes.txt", b"no")])
    assert answer.status_code == 422
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["code"] == answer.json()["finding"]["code"] == "no_list_files"
    assert not MonthlyList.objects.exists()


def test_a_request_out_of_shape_is_a_problem_that_says_where(keyed):
    answer = keyed.get(f"{LISTS}?page=zero")
    assert (answer.status_code, answer["Content-Type"]) == (422, "application/problem+json")
    assert "page" in json.dumps(answer.json()["errors"])


def test_more_bytes_than_we_take_are_refused_before_they_are_read(keyed, settings):
    settings.LIST_UPLOAD_BYTES_MAX = 1000
    answer = keyed.post(LISTS, b"x" * 80_000, content_type="multipart/form-data; boundary=b")
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


@pytest.mark.parametrize("headers", [{}, {"X-API-Key": "ot_wrong"}, {"X-API-Key": "x" * 5000}])
def test_without_a_right_key_nothing_opens(made, headers):
    answer = Client(headers=headers).get(LISTS)
    assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")


def test_a_revoked_key_or_one_of_a_closed_account_opens_nothing(made):
    def key():
        return give_api_key(made.employer, name="برنامه", now=NOW)

    (_kept, secret), (revoked, revoked_secret) = key(), key()
    assert revoke_api_key(made.employer, revoked.pk, now=NOW)
    assert Client(headers={"X-API-Key": secret}).get(LISTS).status_code == 200
    assert Client(headers={"X-API-Key": revoked_secret}).get(LISTS).status_code == 401
    made.employer.is_active = False
    made.employer.save()
    assert Client(headers={"X-API-Key": secret}).get(LISTS).status_code == 401


def test_a_key_ends_after_a_year_and_is_not_lengthened(made, monkeypatch):
    key, secret = give_api_key(made.employer, name="برنامه", now=NOW)
    with pytest.raises(DatabaseError), transaction.atomic():
        ApiKey.objects.filter(pk=key.pk).update(ends_at=NOW + timedelta(days=9999))
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(days=364))
    assert Client(headers={"X-API-Key": secret}).get(LISTS).status_code == 200
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(days=366))
    assert Client(headers={"X-API-Key": secret}).get(LISTS).status_code == 401


def test_a_key_may_what_its_owner_may_and_no_longer_than_the_owner(keyed, made):
    send(keyed, files_of(3))
    assert send(keyed, files_of(3, code=OTHER_CODE)).status_code == 422
    assert keyed.get(LISTS).json()["count"] == 1
    Grant.objects.get(user=made.employer).revoke(by=made.branch_head, reason="پایان کار", now=NOW)
    assert keyed.get(LISTS).json()["count"] == 0


def test_only_the_digest_of_a_key_is_kept_and_its_use_is_noted(keyed, made):
    key = ApiKey.objects.get()
    secret = keyed.defaults.get("HTTP_X_API_KEY") or keyed.headers["X-API-Key"]
    assert secret not in str(vars(key)) and len(key.sha256) == 64
    assert key.used_at is None
    keyed.get(LISTS)
    key.refresh_from_db()
    assert key.used_at == NOW
    assert MeansChange.objects.get().what == "api_key_made"


def test_keys_are_not_heaped_up(made):
    for _ in range(API_KEYS_MAX):
        give_api_key(made.employer, name="برنامه", now=NOW)
    with pytest.raises(TooManyKeys):
        give_api_key(made.employer, name="برنامه", now=NOW)
    assert ApiKey.objects.count() == API_KEYS_MAX


def test_a_signed_in_browser_may_read_but_acts_only_with_its_csrf_token(made, accepted):
    client = Client(enforce_csrf_checks=True)
    client.force_login(made.employer)
    assert client.get(f"{LISTS}/{accepted.tracking}").status_code == 200
    assert client.post(f"{LISTS}/{accepted.tracking}/assess").status_code == 403
    assert not Assessment.objects.exists()
    client.get("/lists/")
    token = client.cookies[settings.CSRF_COOKIE_NAME].value
    assert client.post(f"{LISTS}/{accepted.tracking}/assess", headers={"X-CSRFToken": token}).status_code == 200


def test_an_unknown_number_and_a_list_of_others_get_one_answer(made, accepted):
    _key, secret = give_api_key(made.neighbour, name="برنامه", now=NOW)
    client = Client(headers={"X-API-Key": secret})
    for path in ("", "/findings", "/amount", "/workers"):
        others, unknown = (client.get(f"{LISTS}/{tracking}{path}") for tracking in (accepted.tracking, "1405-0901-999999"))
        assert others.status_code == unknown.status_code == 404
        assert others.json() == unknown.json()
    for act in ("assess", "withdraw"):
        answer = client.post(f"{LISTS}/{accepted.tracking}/{act}", {"reason": "x"}, content_type="application/json")
        assert answer.status_code == 404
    accepted.refresh_from_db()
    assert accepted.state == ListState.ACCEPTED


def test_an_amount_is_shown_before_and_after_it_is_final_and_is_the_same(keyed, accepted):
    before = keyed.get(f"{LISTS}/{accepted.tracking}/amount").json()
    answer = keyed.post(f"{LISTS}/{accepted.tracking}/assess")
    after = keyed.get(f"{LISTS}/{accepted.tracking}/amount").json()
    assert answer.json()["due_total"] == after["amounts"]["due_total"] == 270_000_000
    assert not before["is_assessed"] and after["is_assessed"]
    assert before["is_digest_met"] is None and after["is_digest_met"]
    assert before["amounts"] == after["amounts"] and before["trace_digest"] == after["trace_digest"]
    assert after["trace"]["output"]["due_total"] == 270_000_000
    assert after["steps"]["children"]


def test_acts_out_of_turn_are_problems_and_change_nothing(keyed, returned):
    for path, code in (("amount", "not_accepted"), ("changes", "nothing_to_compare"), ("workers", "not_assessed"), ("workers/1", "not_assessed")):
        answer = keyed.get(f"{LISTS}/{returned.tracking}/{path}")
        assert (answer.status_code, answer.json()["code"]) == (409, code)
    assert keyed.post(f"{LISTS}/{returned.tracking}/assess").status_code == 409
    assert not Assessment.objects.exists()


def test_a_list_is_withdrawn_with_a_reason_and_once(keyed, accepted):
    def withdraw(reason):
        return keyed.post(f"{LISTS}/{accepted.tracking}/withdraw", {"reason": reason}, content_type="application/json")

    assert withdraw("").status_code == 422
    assert withdraw("پروندهٔ نادرست").json()["state"] == "withdrawn"
    assert withdraw("باز هم").json()["code"] == "already_withdrawn"


def test_workers_are_given_page_by_page_and_by_name(keyed, assessed):
    answer = keyed.get(f"{LISTS}/{assessed.tracking}/workers").json()
    assert (answer["count"], answer["items"][0]["wage_base"], answer["items"][0]["worker_share"]) == (4, 225_000_000, 15_750_000)
    assert keyed.get(f"{LISTS}/{assessed.tracking}/workers?q=ناشناس").json()["count"] == 0


def test_one_workers_part_is_told_article_by_article_and_is_the_one_of_the_list(keyed, assessed):
    one = keyed.get(f"{LISTS}/{assessed.tracking}/workers/1").json()
    assert (one["row"], one["wage_base"], one["worker_share"]) == (1, 225_000_000, 15_750_000)
    assert one["steps"] and one["trace"] and one["is_the_assessed_law"]
    for row in ("0", "5", "-1", str(2**40)):
        assert keyed.get(f"{LISTS}/{assessed.tracking}/workers/{row}").status_code == 404, row


def test_who_is_new_gone_or_changed_is_told_before_and_after_it_is_final(keyed, made):
    earlier = send(keyed, files_of(4, month=140507)).json()[0]["list"]["tracking"]
    assert keyed.post(f"{LISTS}/{earlier}/assess").status_code == 200
    assert keyed.get(f"{LISTS}/{earlier}/changes").json()["is_first_month"]
    tracking = send(keyed, files_of(3)).json()[0]["list"]["tracking"]
    before = keyed.get(f"{LISTS}/{tracking}/changes").json()
    assert (before["joiners_count"], before["leavers_count"], before["is_first_month"]) == (0, 1, False)
    [gone] = before["leavers"]
    assert (gone["row"], gone["days"], gone["wage"], gone["is_known"]) == (None, 0, 0, True)
    assert "person_id" not in gone
    assert keyed.post(f"{LISTS}/{tracking}/assess").status_code == 200
    assert keyed.get(f"{LISTS}/{tracking}/changes").json() == before


def test_the_report_and_the_receipt_are_files_of_their_kind(keyed, returned):
    report = keyed.get(f"{LISTS}/{returned.tracking}/findings.xlsx")
    assert report.content.startswith(b"PK") and "spreadsheetml" in report["Content-Type"]
    receipt = keyed.get(f"{LISTS}/{returned.tracking}/receipt.pdf")
    assert receipt.content.startswith(b"%PDF-") and returned.tracking in receipt["Content-Disposition"]
    assert keyed.get(f"{LISTS}/{returned.tracking}/receipt.pdf").content == receipt.content


def test_an_officer_sees_the_lists_of_the_branch_and_others_do_not(made, accepted):
    for name, count in (("officer", 1), ("far_officer", 0), ("headquarters", 1), ("stranger", 0)):
        _key, secret = give_api_key(getattr(made, name), name="برنامه", now=NOW)
        assert Client(headers={"X-API-Key": secret}).get(LISTS).json()["count"] == count, name


def test_the_description_and_its_page_come_from_this_house(client, db):
    assert "/api/v1/lists/{tracking}/amount" in client.get("/api/v1/openapi.json").json()["paths"]
    page = client.get("/api/v1/docs").content.decode()
    assert "https://" not in page and "/static/ninja/" in page


@pytest.mark.parametrize("reason", ["a\0b", "   ", "", "ب" * 501])
def test_a_reason_that_cannot_be_kept_is_refused_and_the_list_stands(keyed, accepted, reason):
    answer = keyed.post(f"{LISTS}/{accepted.tracking}/withdraw", {"reason": reason}, content_type="application/json")
    assert (answer.status_code, answer["Content-Type"]) == (422, "application/problem+json")
    accepted.refresh_from_db()
    assert accepted.state == ListState.ACCEPTED


@pytest.mark.parametrize("headers", [{}, {"X-API-Key": "ot_wrong"}])
def test_an_act_without_a_right_key_hears_of_the_key_and_not_of_tokens(made, accepted, headers):
    program = Client(enforce_csrf_checks=True, headers=headers)
    for path in (LISTS, f"{LISTS}/{accepted.tracking}/assess"):
        answer = program.post(path, {}, content_type="application/json")
        assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")


def test_a_wage_above_the_ceiling_is_compared_by_what_counts_of_it(keyed, made):
    """Declared three times the ceiling before and four times now: nothing changes in the record, and nothing is told to."""
    for month, times in ((140507, 3), (140508, 4)):
        columns = worker_columns(2)
        for name in ("DSW_ROOZ", "DSW_MAH", "DSW_MASH", "DSW_TOTL"):
            columns[name][0] *= 10 * times
        columns["DSW_BIME"][0] = ceiling_of_days(30, of_month(month)) * 7 // 100
        tracking = send(keyed, files_of(columns=columns, month=month)).json()[0]["list"]["tracking"]
        if month == 140507:
            assert keyed.post(f"{LISTS}/{tracking}/assess").status_code == 200
    before = keyed.get(f"{LISTS}/{tracking}/changes")
    assert before.status_code == 200, before.json()
    assert before.json()["changed_count"] == 0
    assert not before.json()["is_first_month"]
