"""Who read whose record: no room shows one without its being noted, and whoever it is about can see it."""

import re

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from opentamin.office.accounts import gate
from opentamin.office.accounts.models import User
from opentamin.office.records.models import Reading
from opentamin.office.registry.actions import merge_people
from tests.cast import NOW, give, make_user
from tests.furnished import READERS, Furnished
from tests.walks.test_rights import ROWS

pytestmark = pytest.mark.django_db

# Addresses with the number of something, which the organisation's people may open, and guests may not.
OPENED = [row for row in ROWS if row[0] == "GET" and "{" in row[1] and row[2] != "yes"]
BY = ("officer", "headquarters")
# A right somebody holds or gave; money and files of which nobody knows yet whose they are.
NOBODYS = {
    "/account/grants/{ended_grant}/end/",
    "/branch/payments/debits/{debit}/",
    "/branch/payments/{waiting}/",
    "/branch/payments/{waiting}/refund/",
    "/lists/{queued}/",
    "/lists/{queued}/waiting/",
    "/api/v1/uploads/{queued}",
}


def opened_by(reader: str) -> list[str]:
    return [address for _, address, *answers in OPENED if answers[READERS.index(reader)] == "yes" and address not in NOBODYS]


@pytest.mark.parametrize(("reader", "address"), [(reader, address) for reader in BY for address in opened_by(reader)])
def test_whatever_the_organisation_opens_of_somebody_is_noted(furnished: Furnished, reader, address):
    last = Reading.objects.order_by("pk").values_list("pk", flat=True).last() or 0  # of the acts that made this world
    furnished.browser(reader).get(address.format(**furnished.values))
    noted = Reading.objects.filter(pk__gt=last, reader=furnished.users[reader])
    assert noted.exists(), f"{address} shows a record to {reader} and nobody hears of it"
    assert {one.scope_kind for one in noted} <= {"person", "workplace"}
    assert all(one.grant.user_id == one.reader_id for one in noted)


def test_what_is_refused_is_not_a_reading(furnished):
    for _, address, *answers in OPENED:
        if answers[READERS.index("far_officer")] == "no":
            furnished.browser("far_officer").get(address.format(**furnished.values))
    assert not Reading.objects.filter(reader=furnished.cast.far_officer).exists()


def test_whoever_reads_what_is_theirs_or_what_they_sent_is_not_noted(furnished):
    for reader in ("clerk", "employer"):
        for address in opened_by(reader):
            furnished.browser(reader).get(address.format(**furnished.values))
    furnished.browser("insured").get("/record/")
    assert not Reading.objects.filter(reader__in=[furnished.users[reader] for reader in ("clerk", "employer", "insured")]).exists()


def test_a_question_about_a_right_opens_nothing_and_one_request_is_one_line(cast):
    officer, scopes = User.objects.get(pk=cast.officer.pk), [("workplace", cast.honest.pk), ("branch", cast.branch.pk)]
    assert gate.may(officer, "list.read", *scopes)
    assert not Reading.objects.exists()
    for _ in range(3):
        gate.require(officer, "list.read", *scopes, thing=("list", 5))
        gate.require(officer, "list.assess", *scopes)
    one = Reading.objects.get()
    assert (one.permission, one.scope_kind, one.scope_id, one.thing_kind, one.thing_id) == ("list.read", "workplace", cast.honest.pk, "list", 5)
    assert one.grant.role == "officer" and one.grant.user == officer


def test_somebody_who_looks_after_a_person_is_noted_by_name(client, cast):
    daughter = make_user("daughter", "مینا دوکار")
    give(daughter, "representative", cast.insured.person.pk)
    Client().force_login(daughter)
    browser = Client()
    browser.force_login(daughter)
    assert browser.get(f"/record/?person={cast.insured.person.pk}").status_code == 200
    client.force_login(cast.insured_user)
    page = client.get("/account/readings/").content.decode()
    assert "مینا دوکار" in page and "نمایندهٔ بیمه‌شده" in page


@pytest.mark.parametrize("change", [lambda lines: lines.update(scope_id=1), lambda lines: lines.delete()], ids=["change", "delete"])
def test_a_reading_cannot_be_unwritten(cast, change):
    gate.require(cast.officer, "workplace.read", ("workplace", cast.honest.pk), ("branch", cast.branch.pk))
    with pytest.raises(DatabaseError), transaction.atomic():
        change(Reading.objects.all())
    assert Reading.objects.get().scope_id == cast.honest.pk


def words(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_a_person_sees_by_role_and_number_who_opened_a_list_that_names_them(furnished, client):
    cast = furnished.cast
    furnished.browser("officer").get(f"/lists/{furnished.values['assessed']}/")
    furnished.browser("officer").get(f"/lists/{furnished.values['assessed']}/amount/")
    client.force_login(cast.insured_user)
    page = words(client.get("/account/readings/").content.decode())
    assert "فهرست ماهانهٔ کارگاه" in page and f"کارشناس شعبه، {cast.branch.name}" in page
    assert cast.officer.full_name not in page
    client.force_login(cast.employer)
    assert "فهرست ماهانهٔ کارگاه" in words(client.get("/account/readings/").content.decode())
    client.force_login(cast.late_employer)
    assert "کسی پروندهٔ شما را نخوانده است" in client.get("/account/readings/").content.decode()


def test_a_list_without_the_person_is_not_among_them(furnished, client):
    gate.require(furnished.cast.officer, "list.read", ("workplace", furnished.cast.late.pk), ("branch", furnished.cast.branch.pk), thing=("list", 10**9))
    client.force_login(furnished.cast.insured_user)
    assert "کسی پروندهٔ شما را نخوانده است" in client.get("/account/readings/").content.decode()


def test_readings_of_whoever_was_merged_into_a_person_are_theirs(cast, client):
    veteran, insured = cast.veteran.person, cast.insured.person
    gate.require(cast.headquarters, "record.read", ("person", veteran.pk))
    merge_people(insured.pk, veteran.pk, branch_id=cast.branch.pk, by=cast.head, reason="یک نفرند", now=NOW)
    client.force_login(cast.insured_user)
    assert "ستاد مرکزی" in client.get("/account/readings/").content.decode()


@pytest.fixture
def auditor(cast) -> User:
    user = make_user("auditor", "بازرس نمونه")
    give(user, "auditor")
    return user


def test_an_auditor_sees_names_and_finds_readings_by_reader_person_and_day(cast, auditor, client):
    person = cast.insured.person
    browser = Client()
    browser.force_login(cast.headquarters)
    browser.get(f"/record/?person={person.pk}")
    client.force_login(auditor)
    find = lambda query: client.get(f"/audit/readings/?{query}").content.decode()  # noqa: E731
    assert cast.headquarters.full_name in find("")
    assert cast.headquarters.full_name in find("reader=headquarters")
    assert cast.headquarters.full_name not in find("reader=officer")
    assert cast.headquarters.full_name in find(f"kind=person&number={cast.insured.national_id}")
    assert cast.headquarters.full_name not in find(f"kind=person&number={cast.veteran.national_id}")
    assert cast.headquarters.full_name not in find(f"kind=workplace&number={cast.codes[cast.honest.pk]}")
    assert cast.headquarters.full_name not in find("last_day=1399/1/1")
    assert "نیست" in find("number=999") and "نیست" in find("reader=nobody")


def test_asking_about_somebody_is_itself_noted_and_they_see_it(cast, auditor, client):
    client.force_login(auditor)
    client.get("/audit/readings/")
    assert not Reading.objects.exists()
    client.get(f"/audit/readings/?number={cast.insured.national_id}")
    assert (Reading.objects.get().permission, Reading.objects.get().scope_id) == ("access.read", cast.insured.person.pk)
    client.force_login(cast.insured_user)
    assert "بازرس" in client.get("/account/readings/").content.decode()


def test_a_wrong_day_is_said_and_nothing_is_shown(cast, auditor, client):
    client.force_login(auditor)
    answer = client.get("/audit/readings/?first_day=1405/9/2&last_day=1405/9/1")
    assert answer.status_code == 422 and "پیش از روز نخست" in answer.content.decode()


def test_a_page_of_readings_asks_the_same_few_questions_however_many_there_are(cast, client, django_assert_max_num_queries):
    client.force_login(cast.insured_user)
    for count in (1, 40):
        for _ in range(count):
            gate.require(User.objects.get(pk=cast.officer.pk), "record.read", ("person", cast.insured.person.pk), ("branch", cast.branch.pk))
        with django_assert_max_num_queries(14):
            assert client.get("/account/readings/").status_code == 200
