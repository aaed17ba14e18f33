"""Payments for programs: the same acts under the same gate, and problems with a code."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from opentamin.office.accounts.actions.give_api_key import give_api_key
from opentamin.office.payments.models import BankStatement
from tests.cast import NOW

pytestmark = pytest.mark.django_db
CODE = "7011220001"


@pytest.fixture
def program(till):
    def of(name: str) -> Client:
        _, key = give_api_key(getattr(till.cast, name), name="برنامه", now=NOW)
        return Client(headers={"X-API-Key": key})

    return of


def test_a_program_reads_what_is_owed_and_gets_one_slip_for_it(till, program):
    charge, clerk = till.charge(15_627_885), program("clerk")
    [item] = clerk.get(f"/api/v1/payments/owed?workplace_code={CODE}").json()["items"]
    assert (item["charge"], item["remaining"], item["slip"]) == (charge.pk, 15_627_885, None)
    first, again = (clerk.post("/api/v1/payments/slips", {"workplace_code": CODE, "charge": charge.pk}, content_type="application/json").json() for _ in range(2))
    assert first == again and first["amount"] == 15_627_885
    assert clerk.get(f"/api/v1/payments/slips/{first['number']}").json() == first


def test_a_statement_by_a_program_is_received_once_and_a_bad_one_is_a_problem(till, program):
    officer, body = program("officer"), till.file({"rials": 700})
    answers = [officer.post("/api/v1/payments/statements", {"file": SimpleUploadedFile("s.xml", body)}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 200] and BankStatement.objects.count() == 1
    waiting = officer.get("/api/v1/payments?waiting=true").json()
    assert waiting["count"] == 1 and waiting["items"][0]["state"] == "unmatched"
    assert officer.get(f"/api/v1/payments/{waiting['items'][0]['number']}").json()["amount"] == 700
    bad = officer.post("/api/v1/payments/statements", {"file": SimpleUploadedFile("s.xml", b"<!DOCTYPE x><x/>")})
    assert bad.status_code == 422 and bad.json()["code"] == "bank_xml_declares"


def test_what_is_not_yours_and_what_is_not_there_get_one_answer(till, program):
    charge, clerk = till.charge(700, till.cast.far), program("clerk")
    wanted = {"workplace_code": CODE, "charge": charge.pk}
    assert clerk.post("/api/v1/payments/slips", wanted, content_type="application/json").json()["code"] == "nothing_open"
    for address in ("/api/v1/payments/owed?workplace_code=7021220001", "/api/v1/payments/owed?workplace_code=1", "/api/v1/payments/1405-0901-000018"):
        assert clerk.get(address).status_code == 404
    assert clerk.get("/api/v1/payments?waiting=true").status_code == 404
    assert clerk.post("/api/v1/payments/statements", {"file": SimpleUploadedFile("s.xml", b"x")}).status_code == 404
