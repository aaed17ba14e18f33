"""Everything we hold about a person, handed to that person: whole, theirs alone, and noted."""

import hashlib
import io
import json
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command
from django.db.models import ForeignKey

from opentamin.office.accounts.views.session import CONFIRMED
from opentamin.office.contributions.actions import assess_list
from opentamin.office.contributions.intake import take_in
from opentamin.office.history.actions import hand_over_data
from opentamin.office.history.models import MonthEntry
from opentamin.office.records.exports import sections
from opentamin.office.records.models import Audit, Reading
from opentamin.office.registry.models import Person
from tests.cast import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def lived(cast):
    """The insured woman on an assessed list of the workplace, beside her colleagues."""
    [mehr] = take_in(cast.list_files(cast.honest, month=140507), by=cast.clerk, now=NOW)
    assess_list(mehr.list.pk, by=cast.clerk, now=NOW)
    return cast


def opened(body: bytes) -> dict:
    with ZipFile(io.BytesIO(body)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(files.pop("manifest.json"))
    assert {name: hashlib.sha256(content).hexdigest() for name, content in files.items()} == manifest["sha256"]
    found = {name[5:-5]: json.loads(content) for name, content in files.items() if name.startswith("data/")}
    assert {code: len(rows) for code, rows in found.items()} == manifest["rows"]
    return {**found, "page": files["read.html"].decode(), "styles": sorted(name for name in files if name.startswith("css/"))}


def test_a_person_takes_home_all_we_hold_and_nobody_elses(lived, client):
    client.force_login(lived.insured_user)
    assert "سوابق بیمه" in client.get("/account/data/").content.decode()
    answer = client.post("/account/data/")
    assert answer["Content-Type"] == "application/zip" and "no-store" in answer["Cache-Control"]
    held = opened(answer.content)
    me = lived.insured
    assert [row["id"] for row in held["person"]] == [me.person.pk]
    assert {row["value"] for row in held["identifiers"]} == {me.national_id, me.insurance_number}
    entries = MonthEntry.objects.filter(person_id=me.person.pk)
    assert [(row["month"], row["wage"]) for row in held["months"]] == list(entries.values_list("month", "wage"))
    assert [row["national_id"] for row in held["list_rows"]] == [me.national_id] and held["shares"][0]["worker_share"] > 0
    assert held["accounts"][0]["username"] == lived.insured_user.username and "password" not in held["accounts"][0]
    assert "مهر\u00a0۱۴۰۵" in held["page"] and lived.honest.name in held["page"] and held["styles"] == ["css/look.css", "css/tokens.css"]
    everything = json.dumps({code: rows for code, rows in held.items() if code != "page"}, ensure_ascii=False) + held["page"]
    for other in (worker for workers in lived.workers.values() for worker in workers if worker is not me):
        assert other.national_id not in everything and other.insurance_number not in everything
        assert other.person.last_name not in everything
    assert Audit.objects.get(act="person.export").subject_id == me.person.pk
    assert not Reading.objects.exists()


def test_somebody_who_is_only_an_employer_gets_their_account(lived, client):
    client.force_login(lived.employer)
    held = opened(client.post("/account/data/").content)
    assert held["person"] == held["months"] == [] and held["accounts"][0]["username"] == "employer"
    assert [row["role"] for row in held["grants"]] == ["کارفرما"]


def test_it_is_asked_for_with_a_fresh_password(lived, client):
    client.force_login(lived.insured_user)
    session = client.session
    session[CONFIRMED] = 0
    session.save()
    answer = client.post("/account/data/")
    assert answer.status_code == 302 and "/account/confirm/" in answer["Location"]
    assert not Audit.objects.filter(act="person.export").exists()


def test_an_officer_hands_it_over_with_a_reason_and_the_person_sees_it(lived, tmp_path, client):
    path = tmp_path / "data.zip"
    words = ["person", "export", lived.insured.national_id, str(path), "--as", "officer", "--reason", "خودش به شعبه آمد"]
    call_command(*words)
    held = opened(path.read_bytes())
    assert held["person"][0]["id"] == lived.insured.person.pk and held["accounts"][0]["username"] == lived.insured_user.username
    assert path.stat().st_mode & 0o777 == 0o600
    act = Audit.objects.get(act="person.export")
    assert (act.by, act.reason, act.subject_id) == (lived.officer, "خودش به شعبه آمد", lived.insured.person.pk)
    assert Reading.objects.get().permission == "person.export"
    client.force_login(lived.insured_user)
    assert "همهٔ داده‌ها در یک پرونده" in client.get("/account/readings/").content.decode()
    with pytest.raises(CommandError, match=r"data\.zip"):
        call_command(*words)
    assert opened(path.read_bytes())["person"] == held["person"]


@pytest.mark.parametrize("who", ["far_officer", "clerk", "headquarters", "nobody"])
def test_whoever_may_not_hands_over_nothing(lived, tmp_path, who):
    person = lived.veteran  # worked at the near workplace alone
    with pytest.raises(CommandError):
        call_command("person", "export", person.national_id, str(tmp_path / "data.zip"), "--as", who, "--reason", "کنجکاوی")
    assert list(tmp_path.iterdir()) == [] and not Audit.objects.filter(act="person.export").exists() and not Reading.objects.exists()


def test_a_number_nobody_has_is_refused_as_somebody_elses(lived, tmp_path):
    with pytest.raises(CommandError):
        call_command("person", "export", "0000000000", str(tmp_path / "data.zip"), "--as", "officer", "--reason", "آزمون")
    with pytest.raises(AssertionError):
        hand_over_data(lived.insured.person.pk, by=lived.officer, now=NOW, reason=" ")


# Tables that name a person and are held by a room that says in `held.py` what of them a person is given. A new one is written here
# on the day its room gives it.
NAMED_IN = {"debts_evidencerow", "disputes_objection", "registry_personidentifier", "registry_personmerge", "contributions_listrow", "contributions_workerassessment"}
NOT_GIVEN = {
    "registry_personevent": "what changed in the particulars stands in them now",
    "registry_personidentifierevent": "the numbers themselves are given with their days",
    "history_monthcurrent": "the fold of the months that are given",
    "history_monthentry": "named by number alone; given as months",
}


def test_no_table_names_a_person_and_is_forgotten():
    from django.apps import apps

    naming = {
        model._meta.db_table
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if field.attname == "person_id" or (isinstance(field, ForeignKey) and field.related_model is Person)
    }
    assert naming - NAMED_IN - NOT_GIVEN.keys() == set(), "say in held.py of the room what a person is given of it"
    assert len({section.code for section in sections()}) == len(sections()) >= 15
