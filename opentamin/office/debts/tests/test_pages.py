"""Pages of debts: the employer reads, receives and sees why; the officer prepares, issues, revises; the lawyer writes."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from opentamin.law.days import date_from_jalali
from opentamin.office.debts.models import Debt, DebtKind, DebtState, Evidence, LetterText
from opentamin.office.notices.models import Service
from opentamin.office.registry.models import Employer

from .conftest import moment
from .test_issue_debt_notice import DAY, issue
from .test_prepare_debts import SHAHRIVAR, kinds

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: DAY)


@pytest.fixture
def prepared(world):
    world.one = world.list_of(SHAHRIVAR, moment(1405, 8, 1))
    return kinds(world.prepare(DAY))


def browser(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def text_of(response) -> str:
    return response.content.decode().replace("\u00a0", " ")


def test_an_employer_with_nothing_owed_is_told_so(world):
    assert "جز حق بیمه چیزی از شما خواسته نشده است" in text_of(browser(world.cast.employer).get("/debts/"))


def test_what_is_only_prepared_is_not_told_to_the_employer(world, prepared):
    debt = prepared[DebtKind.LIST_PENALTY]
    client = browser(world.cast.employer)
    assert debt.tracking not in text_of(client.get("/debts/"))
    assert client.get(f"/debts/{debt.tracking}/").status_code == 404
    assert client.get(f"/debts/{debt.tracking}/letter.pdf").status_code == 404


def test_the_employer_is_led_to_the_letter_first_and_reading_it_is_service(world, prepared):
    debt = issue(world, prepared[DebtKind.LIST_PENALTY])
    client, service = browser(world.cast.employer), Service.objects.get()
    waiting = client.get(f"/debts/{debt.tracking}/", follow=True)
    assert waiting.redirect_chain == [(f"/papers/{service.pk}/", 302)]
    assert "باز کردن و دریافت نامه" in text_of(waiting)
    assert client.get(f"/papers/{service.pk}/letter.pdf").status_code == 404
    page = text_of(client.post(f"/papers/{service.pk}/open/", follow=True))
    service.refresh_from_db()
    assert service.service_day == date_from_jalali(1405, 9, 1)
    assert "ماده به ماده" in page and "ماده ۱ قانون جرایم نقدی ۱۳۷۳" in page and "اگر موافق نیستید" in page
    assert b"".join(client.get(f"/debts/{debt.tracking}/letter.pdf").streaming_content) == debt.paper.document.read()


def test_a_clerk_cannot_begin_the_time_of_his_employer(world, prepared):
    issue(world, prepared[DebtKind.LIST_PENALTY])
    client, service = browser(world.cast.clerk), Service.objects.get()
    assert "تنها خود کارفرما باز می‌کند" in text_of(client.get(f"/papers/{service.pk}/"))
    assert client.post(f"/papers/{service.pk}/open/").status_code == 403
    service.refresh_from_db()
    assert service.service_day is None


def test_an_officer_prepares_sees_the_draft_and_issues_in_his_own_name(world):
    world.list_of(SHAHRIVAR, moment(1405, 8, 1))
    client = browser(world.cast.officer)
    assert "۲ بدهی آماده شد" in text_of(client.post("/branch/debts/prepare/", follow=True))
    debt = Debt.objects.get(kind=DebtKind.LIST_PENALTY)
    assert client.get(f"/debts/{debt.tracking}/letter.pdf").content.startswith(b"%PDF-")
    assert "به نام خود صادر می‌کنید" in text_of(client.get(f"/debts/{debt.tracking}/issue/"))
    done = client.post(f"/debts/{debt.tracking}/issue/", {"channel": "electronic"}, follow=True)
    assert "اعلامیه صادر و فرستاده شد" in text_of(done)
    again = client.post(f"/debts/{debt.tracking}/issue/", {"channel": "electronic"})
    assert again.status_code == 422 and "همکار دیگری آن را صادر کرده" in text_of(again)


def test_a_letter_that_nobody_can_receive_is_told_to_the_officer_and_goes_to_the_heirs_by_post(world, prepared):
    Employer.objects.filter(pk=world.cast.honest.employer_id).update(kind="natural", identifier="0012345679", died_on=date_from_jalali(1405, 5, 1))
    client, debt = browser(world.cast.officer), prepared[DebtKind.LIST_PENALTY]
    assert "ابلاغ‌ناپذیر" in text_of(client.get("/branch/debts/"))
    refused = client.post(f"/debts/{debt.tracking}/issue/", {"channel": "electronic"})
    assert refused.status_code == 422 and "درگذشته است" in text_of(refused)
    client.post(f"/debts/{debt.tracking}/issue/", {"channel": "post", "addressee": "ورثه"})
    service = Service.objects.get()
    client.post(f"/papers/{service.pk}/proof/", {"received_on": "۱۴۰۵/۹/۱", "received_by": "فرزند"})
    service.refresh_from_db()
    assert service.service_day == date_from_jalali(1405, 9, 1)


def test_a_proof_of_a_day_to_come_is_refused(world, prepared):
    issue(world, prepared[DebtKind.LIST_PENALTY], channel="post")
    service = Service.objects.get()
    answer = browser(world.cast.officer).post(f"/papers/{service.pk}/proof/", {"received_on": "۱۴۰۵/۹/۲"})
    assert answer.status_code == 422 and "از روز فرستادن آن تا امروز" in text_of(answer)


def test_a_paper_is_recorded_line_by_line_and_a_wrong_line_is_named(world):
    client = browser(world.cast.officer)
    given = {"code": world.cast.codes[world.cast.late.pk], "month": "۱۴۰۵/۶", "kind": "inspection", "found_on": "۱۴۰۵/۸/۲۰"}
    wrong = client.post("/branch/debts/evidence/", {**given, "rows": "حمید، ، سی، ۳۰۰", "document": SimpleUploadedFile("r.pdf", b"x")})
    assert wrong.status_code == 422 and "سطر ۱ خوانده نشد" in text_of(wrong)
    assert not Evidence.objects.exists()
    client.post("/branch/debts/evidence/", {**given, "rows": "حمید بارانی، ، ۳۰، ۳۰۰٬۰۰۰٬۰۰۰", "document": SimpleUploadedFile("r.pdf", b"x")})
    row = Evidence.objects.get().rows.get()
    assert (row.days, row.wage) == (30, 300_000_000)


def test_a_reason_is_wanted_for_withdrawing_and_for_revising(world, prepared):
    debt = issue(world, prepared[DebtKind.LIST_PENALTY])
    client = browser(world.cast.officer)
    for act in ("withdraw", "revise"):
        assert client.post(f"/debts/{debt.tracking}/{act}/", {"reason": " "}).status_code == 422
    assert "مبلغ همان است" in text_of(client.post(f"/debts/{debt.tracking}/revise/", {"reason": "بازبینی"}))
    client.post(f"/debts/{debt.tracking}/withdraw/", {"reason": "اشتباه"})
    debt.refresh_from_db()
    assert debt.state == DebtState.WITHDRAWN


def test_a_lawyer_writes_a_text_sees_it_first_and_cannot_leave_out_what_the_law_wants(world, prepared):
    client = browser(world.cast.headquarters)
    text = {field: f"{field} {{amount}} {{objection_days}} {{last_day_if_today}}" for field in ("title", "opening", "reason", "remedy", "closing")}
    assert client.post("/letters/list_penalty/", {**text, "preview": "1"}).content.startswith(b"%PDF-")
    assert not LetterText.objects.exists()
    bad = client.post("/letters/list_penalty/", {**text, "remedy": "هیچ"})
    assert bad.status_code == 422 and "{objection_days}" in text_of(bad)
    unknown = client.post("/letters/list_penalty/", {**text, "closing": "{salary}"})
    assert unknown.status_code == 422 and "{salary}" in text_of(unknown)
    assert client.post("/letters/list_penalty/", {**text, "why": "ساده‌تر"}).status_code == 302
    assert LetterText.objects.get().version == 2


def test_an_officer_reads_the_texts_and_does_not_write_them(world):
    client = browser(world.cast.officer)
    assert client.get("/letters/list_penalty/").status_code == 200
    assert client.post("/letters/list_penalty/", {}).status_code == 403
