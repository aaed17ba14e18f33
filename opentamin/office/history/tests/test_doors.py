"""The record by the API and by the command: the same months as the page, for the same readers."""

import io
import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from opentamin.office.accounts.actions.give_api_key import give_api_key
from opentamin.office.accounts.tests.people import give, person
from opentamin.office.history import sources
from opentamin.office.history.sources import SourceDocument
from opentamin.office.records.models import Reading
from opentamin.office.registry.tests.cast import NOW, maryam, national_id, workplace

from .months import write
from .test_record_pages import CEILING, words

pytestmark = pytest.mark.django_db
RECORD = "/api/v1/record"


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    """Thursday 5 Azar 1405: the list of Mehr is due, that of Aban is not."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture(autouse=True)
def _documents(monkeypatch):
    """Lists numbered by their id, all received on 1 Azar."""
    monkeypatch.setattr(sources, "_TELLERS", {"list": lambda ids: {one: SourceDocument(f"1405-0901-{one:06}", date(2026, 11, 22)) for one in ids}})


@pytest.fixture
def shop():
    return workplace()


@pytest.fixture
def woman():
    return maryam()


@pytest.fixture
def user(woman):
    user = person("maryam", "مریم رستگار")
    give(user, "insured", woman.pk, first=date(2020, 1, 1))
    return user


@pytest.fixture
def keyed(user):
    """A program of the woman: it holds a key and no cookie."""
    return Client(enforce_csrf_checks=True, headers={"X-API-Key": give_api_key(user, name="سابقه", now=NOW)[1]})


@pytest.fixture
def signed_in(client, user):
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def said(*arguments: str) -> str:
    """What `./run person record` writes for the woman."""
    out = io.StringIO()
    call_command("person", "record", *arguments, "--as", "maryam", stdout=out)
    return out.getvalue().replace("\xa0", " ").replace("\u2066", "").replace("\u2069", "")


def months_of(record: dict) -> list[tuple]:
    """Each month as (month, days, wage, documents), by what a program reads."""
    return [
        (one["month"], one["days_counted"], one["wage_counted"], [part["document"] for part in one["workplaces"]])
        for year in record["years"]
        for one in year["months"]
    ]


def months_of_page(response) -> list[tuple]:
    """The same, by what the page was given to show."""
    read = [one for year, _ in response.context["years"] for one in year.months]
    return [(one.month, one.counted.days, one.counted.wage, [part.document and part.document.number for part in one.parts]) for one in read]


def test_the_api_the_command_and_the_page_tell_the_same_months(keyed, signed_in, woman, shop):
    mill = workplace("0183630046")
    write(17, 140405, [woman.pk], [31], [200_000_000], at=shop.pk)
    write(18, 140505, [woman.pk], [31], [200_000_000], at=shop.pk)
    write(19, 140507, [woman.pk], [30], [CEILING], at=shop.pk)
    write(20, 140507, [woman.pk], [30], [100_000_000], at=mill.pk)
    by_api, page = keyed.get(RECORD).json(), signed_in.get("/record/")
    assert json.loads(said("--json")) == by_api
    assert months_of(by_api) == months_of_page(page)
    assert by_api["days_counted"] == page.context["record"].days == 92
    assert [(gap["first_month"], gap["last_month"]) for gap in by_api["missing"]] == [(140506, 140506), (140406, 140504)]
    assert (by_api["months_missing"], by_api["next_month"]) == (12, 140508)
    assert (by_api["years"][0]["days_counted"], by_api["years"][1]["days_counted"]) == (61, 31)


def test_a_month_cut_at_the_ceiling_tells_why_as_the_page_does(keyed, signed_in, woman, shop):
    mill = workplace("0183630046")
    write(1, 140507, [woman.pk], [30], [CEILING], at=shop.pk)
    write(2, 140507, [woman.pk], [30], [100_000_000], at=mill.pk)
    one, page = keyed.get(f"{RECORD}/140507").json(), words(signed_in.get("/record/140507/"))
    assert (one["record"]["wage_counted"], one["record"]["wage_excess"], one["worker_share_excess"]) == (CEILING, 100_000_000, 7_000_000)
    assert {part["document"] for part in one["record"]["workplaces"]} == {"1405-0901-000001", "1405-0901-000002"}
    assert "سهم شما که روی آن گرفته شده ۷٬۰۰۰٬۰۰۰ ریال" in page and one["steps"][0]["cite"] in page
    assert json.loads(said("--month", "140507", "--json")) == one
    assert "ماده ۳۴" in said("--month", "140507")


def test_everything_ever_written_about_a_month_is_told(keyed, woman, shop):
    write(17, 140507, [woman.pk], [20], [100_000_000], at=shop.pk)
    write(18, 140507, [woman.pk], [10], [50_000_000], at=shop.pk)
    entries = keyed.get(f"{RECORD}/140507").json()["entries"]
    assert [(entry["kind"], entry["document"], entry["days"]) for entry in entries] == [
        ("original", "1405-0901-000017", 20),
        ("correction", "1405-0901-000018", 10),
    ]


def test_a_month_of_which_nothing_is_recorded_is_an_answer_and_says_whether_it_is_late(keyed, user):
    late, early = keyed.get(f"{RECORD}/140507").json(), keyed.get(f"{RECORD}/140508").json()
    assert (late["record"], late["is_late"], early["record"], early["is_late"]) == (None, True, None, False)
    assert "برای مهر ۱۴۰۵ چیزی ثبت نشده است" in said("--month", "140507")


@pytest.mark.parametrize("month", [140500, 140513, 129912, 150101, 7])
def test_what_is_no_month_is_refused_before_a_record_is_opened(keyed, user, month):
    answer = keyed.get(f"{RECORD}/{month}")
    assert (answer.status_code, answer.json()["code"]) == (404, "no_such_month")
    with pytest.raises(CommandError, match="چنین ماهی نیست"):
        said("--month", str(month))


def test_without_a_key_or_signing_in_it_is_401(client):
    for address in (RECORD, f"{RECORD}/140507"):
        assert (client.get(address).status_code, client.get(address).json()["code"]) == (401, "not_signed_in")


def test_whoever_has_no_record_linked_is_told_what_to_do(client):
    client.force_login(person("newcomer"), backend="django.contrib.auth.backends.ModelBackend")
    answer = client.get(RECORD, headers={"Accept-Language": "en"})
    assert (answer.status_code, answer.json()["code"]) == (404, "no_record_linked")
    assert "No record is linked" in answer.json()["detail"]
    with pytest.raises(CommandError, match="نزدیک‌ترین شعبه"):
        call_command("person", "record", "--as", "newcomer")


@pytest.mark.parametrize("registered_first", ["father", "daughter"])
def test_who_also_looks_after_somebody_gets_their_own_record_where_nobody_is_named(client, registered_first):
    register = {"father": lambda: maryam(national_id=national_id(22_222_222)), "daughter": maryam}
    people = {name: register[name]() for name in sorted(register, key=lambda name: name != registered_first)}
    user = person("maryam", "مریم رستگار")
    for role, name in (("representative", "father"), ("insured", "daughter")):
        give(user, role, people[name].pk, first=date(2020, 1, 1))
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(RECORD).json()["person"] == people["daughter"].pk
    assert client.get(f"{RECORD}?person={people['father'].pk}").json()["person"] == people["father"].pk


def test_anothers_record_is_refused_like_one_that_is_not_there(keyed, user, shop):
    other = maryam(national_id=national_id(22_222_222))
    write(1, 140507, [other.pk], [30], [200_000_000], at=shop.pk)
    for address in (RECORD, f"{RECORD}/140507"):
        answers = [keyed.get(f"{address}?person={one}") for one in (other.pk, 2_000_000_000)]
        assert [(answer.status_code, answer.json()["code"]) for answer in answers] == [(404, "not_found")] * 2
        assert answers[0].content == answers[1].content
    words_of = []
    for number in (national_id(22_222_222), national_id(33_333_333)):
        with pytest.raises(CommandError) as refused:
            said("--of", number)
        words_of.append(str(refused.value))
    assert words_of[0] == words_of[1] and not Reading.objects.exists()


def test_an_officer_of_the_branch_reads_it_by_every_door_and_each_is_noted(client, woman, shop):
    write(1, 140507, [woman.pk], [30], [200_000_000], at=shop.pk)
    officer = person("officer")
    give(officer, "officer", shop.branch_id, first=date(2020, 1, 1))
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    by_api = client.get(f"{RECORD}?person={woman.pk}").json()
    out = io.StringIO()
    call_command("person", "record", "--of", national_id(4_000_001), "--as", "officer", "--json", stdout=out)
    assert json.loads(out.getvalue()) == by_api and by_api["person"] == woman.pk
    assert [(noted.permission, noted.thing_id) for noted in Reading.objects.all()] == [("record.read", woman.pk)] * 2


def test_the_command_tells_the_months_and_the_gaps_in_both_languages(user, woman, shop):
    write(17, 140505, [woman.pk], [31], [200_000_000], at=shop.pk)
    write(18, 140507, [woman.pk], [30], [210_000_000], at=shop.pk)
    persian, english = said(), said("--language", "en")
    assert "[فهرستی نرسیده] شهریور ۱۴۰۵" in persian and "مهر ۱۴۰۵: ۳۰ روز به شمار آمد" in persian
    assert "فهرست ۱۴۰۵-۰۹۰۱-۰۰۰۰۱۸، رسیده ۱ آذر ۱۴۰۵" in persian
    assert "[No list came] Shahrivar 1405" in english and "Mehr 1405: 30 days count" in english
