"""Objections by the API and by the command: the same acts, the same gate."""

import io
import json
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.utils import timezone

from opentamin.office.debts.queries import is_held
from opentamin.office.disputes.actions import answer_objection
from opentamin.office.disputes.models import Objection

from .conftest import PDF, SERVED_AT

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/objections"


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: SERVED_AT + timedelta(days=2))


def send(client, **body):
    return client.post(ADDRESS, body, content_type="application/json")


def test_a_program_objects_once_adds_a_paper_and_withdraws(client, world):
    debt = world.served()
    client.force_login(world.cast.clerk)
    body = {"about": {"debt": debt.tracking, "line": "0.0"}, "grounds": ["paid"], "words": "پرداخت شده"}
    first, again = send(client, **body), send(client, **body)
    assert (first.status_code, again.status_code) == (201, 200) and again.json()["is_first"] is False
    said = first.json()["objection"]
    assert (said["timeliness"], said["line"], said["is_collection_held"], said["forums"]) == ("in_time", "0.0", True, ["primary_board"])
    one = f"{ADDRESS}/{said['tracking']}"
    assert client.post(f"{one}/documents", {"files": [SimpleUploadedFile("a.pdf", PDF)]}).status_code == 201
    wrong = client.post(f"{one}/documents", {"files": [SimpleUploadedFile("a.exe", b"MZ")]})
    assert wrong.status_code == 422 and wrong.json()["code"] == "unusable_files"
    assert client.get(one).json()["documents"][0]["name"] == "a.pdf"
    assert client.get(f"{ADDRESS}?state=received").json()["count"] == 1
    other = send(client, **{**body, "words": "سخنی دیگر"})
    assert other.status_code == 409 and other.json()["tracking"] == said["tracking"]
    assert client.post(f"{one}/withdraw", {"reason": "بس است"}, content_type="application/json").json()["state"] == "withdrawn"
    ended = client.post(f"{one}/withdraw", {"reason": "باز"}, content_type="application/json")
    assert ended.status_code == 409 and not is_held(debt)


def test_a_program_and_the_command_read_the_answer_of_the_branch(client, world):
    debt = world.served()
    row = world.object(list=debt.list.tracking, row=1, grounds=("days",)).objection
    client.force_login(world.cast.clerk)
    assert client.get(f"{ADDRESS}/{row.tracking}").json()["answer"] == ""
    answer_objection(row.pk, reason="برگهٔ حضور ۲۸ روز را نشان می‌دهد", by=world.cast.officer, now=timezone.now())
    said = client.get(f"{ADDRESS}/{row.tracking}").json()
    assert (said["state"], said["answer"]) == ("answered", "برگهٔ حضور ۲۸ روز را نشان می‌دهد")
    assert client.get(f"{ADDRESS}?state=answered").json()["count"] == 1
    assert said["answer"] in run("show", row.tracking, "--as", "clerk")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"about": {"debt": "{debt}"}, "grounds": []}, 422), ({"about": {"debt": "{debt}"}, "grounds": ["magic"]}, 422), ({"about": {}, "grounds": ["paid"]}, 404),
        ({"about": {"debt": "{debt}", "line": "99"}, "grounds": ["paid"]}, 404), ({"about": {"debt": "0"}, "grounds": ["paid"]}, 404),
        ({"about": {"debt": "{debt}"}, "grounds": ["days"]}, 422), ({"about": {"list": "x", "row": 1}, "grounds": ["days"]}, 404),
        ({"about": {"debt": "{debt}"}, "grounds": ["paid"], "words": "\x00"}, 422), ({"about": {"month": 140599, "person": 1}, "grounds": ["days"]}, 404),
    ],
)  # fmt: skip
def test_what_a_program_sends_wrongly_gets_a_clear_answer(client, world, body, status):
    debt = world.served()
    client.force_login(world.cast.clerk)
    text = json.dumps(body).replace("{debt}", debt.tracking)
    assert client.post(ADDRESS, text, content_type="application/json").status_code == status


def run(*words: str) -> str:
    out = io.StringIO()
    call_command("objection", *words, stdout=out)
    return out.getvalue()


def test_the_command_objects_shows_lists_and_withdraws(world, tmp_path):
    debt = world.served()
    (tmp_path / "fish.pdf").write_bytes(PDF)
    said = run("file", "--debt", debt.tracking, "--ground", "paid", "--document", str(tmp_path / "fish.pdf"), "--as", "clerk")
    one = Objection.objects.get()
    assert "به‌موقع است" in said and is_held(debt)
    assert json.loads(run("show", one.tracking, "--as", "clerk", "--json"))["documents"][0]["name"] == "fish.pdf"
    assert "In time" in run("list", "--as", "officer", "--language", "en")
    assert "پس گرفته شد" in run("withdraw", one.tracking, "--reason", "بس است", "--as", "employer")
    for words in (
        ["withdraw", one.tracking, "--reason", "x", "--as", "employer"], ["file", "--debt", debt.tracking, "--as", "clerk"], ["file", "--debt", debt.tracking, "--ground", "paid", "--as", "stranger"],
        ["file", "--debt", debt.tracking, "--line", "77", "--ground", "paid", "--as", "clerk"], ["show", one.tracking, "--as", "nobody-at-all"],
        ["file", "--debt", debt.tracking, "--ground", "paid", "--document", str(tmp_path / "none.pdf"), "--as", "clerk"],
    ):  # fmt: skip
        with pytest.raises(CommandError):
            run(*words)


def test_an_officer_enters_a_paper_by_the_command(world, tmp_path):
    debt = world.served()
    (tmp_path / "sheet.pdf").write_bytes(PDF)
    run("file", "--debt", debt.tracking, "--ground", "paid", "--paper", str(tmp_path / "sheet.pdf"), "--arrived-on", "1405/9/4", "--as", "officer")
    assert Objection.objects.get().way == "paper"
