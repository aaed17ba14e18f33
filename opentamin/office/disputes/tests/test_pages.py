"""The pages of objections: from a door beside a line to the receipt, on the branch's list, on paper, and what hostile hands get."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from opentamin.office.debts.queries import is_held, remedy_of
from opentamin.office.disputes.models import Objection
from opentamin.office.disputes.uploads import Upload
from tests.walks.pages import fa, text_of

from .conftest import PDF, PNG, SERVED_AT

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    """Two days after service; `clock(moment)` moves on."""

    def at(now):
        monkeypatch.setattr(timezone, "now", lambda: now)

    at(SERVED_AT + timedelta(days=2))
    return at


def post(client, address: str, **data):
    return client.post(address, data, follow=True)


def test_from_the_door_beside_a_line_to_the_receipt(client, world):
    debt = world.served()
    client.force_login(world.cast.clerk)
    page = client.get(f"/debts/{debt.tracking}/").content.decode()
    doors = re.findall(r'href="(/objections/new/\?debt=[^"]+)"', page)
    lines = [door.replace("&amp;", "&") for door in doors if "line=" in door]
    assert f"/objections/new/?debt={debt.tracking}" in doors and len(lines) >= 2
    form = client.get(lines[0])
    assert "کدام بخش از این سطر" in text_of(form) or "چرا نادرست است" in text_of(form)
    said = post(client, lines[0], grounds=["wrong_facts"], words="این رقم ۱۲ میلیون است", documents=[SimpleUploadedFile("فیش.pdf", PDF)])
    one = Objection.objects.get()
    assert one.subject_kind == "line" and lines[0].endswith(f"line={one.line_path}")
    assert fa(one.tracking) in text_of(said) and "به‌موقع است" in text_of(said) and "ماده ۴۲" in text_of(said).replace("\xa0", " ")
    assert is_held(debt)
    assert client.get(f"/objections/{one.tracking}/receipt.pdf").getvalue()[:5] == b"%PDF-"
    assert fa(one.tracking) in text_of(client.get("/objections/"))
    again = client.get(lines[0], follow=True)
    assert again.redirect_chain[-1][0] == f"/objections/{one.tracking}/"


def test_a_part_of_a_line_can_be_chosen(client, world):
    debt = world.served()
    client.force_login(world.cast.clerk)
    address = f"/objections/new/?debt={debt.tracking}&line=0"
    paths = re.findall(r'name="line" value="(0#\d+)"', client.get(address).content.decode())
    assert paths
    post(client, address, line=paths[-1], grounds=["wrong_law"])
    assert Objection.objects.get().line_path == paths[-1]
    assert post(client, address, line="0#999", grounds=["wrong_law"]).status_code == 422


def test_a_form_with_nothing_in_it_says_what_is_wanted_and_keeps_what_was_typed(client, world):
    debt = world.served()
    client.force_login(world.cast.clerk)
    address = f"/objections/new/?debt={debt.tracking}"
    empty = post(client, address)
    assert empty.status_code == 422 and "دست‌کم یک دلیل" in text_of(empty) and "<title>خطا:" in empty.content.decode().replace("\n", "")
    hostile = post(client, address, grounds=["paid"], words="پرداخت کرده‌ایم", documents=[SimpleUploadedFile("x.svg", b"<svg onload=alert(1)>")])
    assert hostile.status_code == 422 and "تنها PDF" in text_of(hostile) and "پرداخت کرده‌ایم" in hostile.content.decode()
    assert not Objection.objects.exists() and not is_held(debt)


def test_a_late_one_is_received_on_the_page_and_told_which_door_remains(client, world, clock):
    debt = world.served()
    clock(SERVED_AT + (remedy_of(debt).doubt_until - SERVED_AT.date()) + timedelta(days=1))
    client.force_login(world.cast.clerk)
    said = text_of(post(client, f"/objections/new/?debt={debt.tracking}", grounds=["paid"])).replace("\xa0", " ")
    assert "پس از مهلت رسید" in said and "دری که باز می‌ماند" in said and "هیئت ماده ۱۶" in said
    assert not is_held(debt)


def test_what_was_written_and_the_names_of_files_are_shown_as_text(client, world):
    debt = world.served()
    client.force_login(world.cast.clerk)
    page = post(client, f"/objections/new/?debt={debt.tracking}", grounds=["other"], words="<script>alert(1)</script>", documents=[SimpleUploadedFile('"><img src=x>.pdf', PDF)])
    assert "<script>alert" not in page.content.decode() and "<img src=x>" not in page.content.decode()


def test_a_paper_is_only_ever_saved_and_never_shown(client, world):
    one = world.object(debt=world.served().tracking, uploads=[Upload("page.pdf", PDF + b"/JS")]).objection
    kept = one.documents.get()
    client.force_login(world.cast.officer)
    assert "برنامه، پیوند خودکار" in text_of(client.get(f"/objections/{one.tracking}/"))
    answer = client.get(f"/objections/{one.tracking}/documents/{kept.document_id}/")
    assert answer["Content-Disposition"].startswith("attachment") and answer["X-Content-Type-Options"] == "nosniff" and "sandbox" in answer["Content-Security-Policy"]
    assert client.get(f"/objections/{one.tracking}/documents/999999/").status_code == 404


def test_an_officer_enters_an_objection_that_came_by_post_and_sees_it_on_the_list(client, world):
    debt = world.served()
    client.force_login(world.cast.officer)
    address = post(client, "/branch/objections/paper/", debt=fa(debt.tracking)).redirect_chain[-1][0]
    asked = {"grounds": ["paid"], "arrived_on": "۱۴۰۵/۹/۵", "sent_on": "۱۴۰۵/۹/۴", "is_signed": "on", "representative_kind": "lawyer", "representative_name": "شیدا وکیلی"}
    without = post(client, address, **asked)
    assert without.status_code == 422 and "تصویر برگه را پیوست کنید" in text_of(without)
    post(client, address, **asked, sheet=[SimpleUploadedFile("sheet.png", PNG)], power=[SimpleUploadedFile("power.pdf", PDF)])
    one = Objection.objects.get()
    assert (one.way, one.is_authorised, one.representative_name) == ("paper", True, "شیدا وکیلی")
    assert sorted(one.documents.values_list("role", flat=True)) == ["paper", "power_of_attorney"]
    listed = text_of(client.get("/branch/objections/"))
    assert fa(one.tracking) in listed and "بازبینی رقم‌ها" in listed
    for query in ("?state=received", f"?q={fa(one.tracking)}", "?kind=debt", "?q=سپهر"):
        assert fa(one.tracking) in text_of(client.get(f"/branch/objections/{query}"))
    assert fa(one.tracking) not in text_of(client.get("/branch/objections/?state=withdrawn"))
    client.force_login(world.cast.far_officer)
    assert fa(one.tracking) not in text_of(client.get("/branch/objections/"))


def test_the_paper_page_asks_for_what_is_missing(client, world):
    client.force_login(world.cast.officer)
    for given, sentence in (
        ({}, "بنویسید اعتراض به چیست"), ({"list": "1405-0901-000065"}, "ردیف کارگر را"), ({"national_id": "1234567890"}, "کسی با این شمارهٔ ملی"),
        ({"national_id": world.cast.insured.national_id}, "ماه را بنویسید"), ({"national_id": world.cast.insured.national_id, "month": "۱۴۰۵/۱۳"}, "ماه را مانند"),
    ):  # fmt: skip
        page = post(client, "/branch/objections/paper/", **given)
        assert page.status_code == 422 and sentence in text_of(page), given
    world.list_of(140507, SERVED_AT - timedelta(days=20))
    page = post(client, "/branch/objections/paper/", national_id=world.cast.insured.national_id, month="مهر ۱۴۰۵")
    assert page.status_code == 200 and "سابقهٔ مهر" in text_of(page)


def test_an_officer_takes_up_tries_to_accept_and_sends_to_the_board(client, world):
    debt = world.served()
    one = world.object(debt=debt.tracking).objection
    client.force_login(world.cast.officer)
    assert "در دست بازبینی شعبه" in text_of(post(client, f"/objections/{one.tracking}/take-up/"))
    refused = post(client, f"/objections/{one.tracking}/accept/", reason="حق با اوست")
    assert refused.status_code == 422 and "نخست آن را پس بگیرید" in text_of(refused)
    assert "به هیئت بدوی فرستاده شد" in text_of(post(client, f"/objections/{one.tracking}/refer/", reason="شعبه بر همان رقم است"))
    assert "کار این اعتراض پیش‌تر پایان یافته" in text_of(post(client, f"/objections/{one.tracking}/refer/", reason="باز"))
    client.force_login(world.cast.clerk)
    said = text_of(client.get(f"/objections/{one.tracking}/"))
    assert "شعبه بر همان رقم است" in said and "نگه داشته شده" in said and "پرونده نزد هیئت بدوی" in said


def test_an_officer_answers_a_late_one_and_its_party_reads_the_words(client, world, clock):
    debt = world.served()
    clock(SERVED_AT + (remedy_of(debt).doubt_until - SERVED_AT.date()) + timedelta(days=1))
    one = world.object(debt=debt.tracking, now=timezone.now()).objection
    address = f"/objections/{one.tracking}/answer/"
    client.force_login(world.cast.officer)
    page = client.get(f"/objections/{one.tracking}/").content.decode()
    assert address in page and f"/objections/{one.tracking}/refer/" not in page
    assert "آخرین روز پاسخ" in text_of(client.get(address))
    empty = post(client, address, reason=" ")
    assert empty.status_code == 422 and "بنویسید چرا" in text_of(empty)
    assert post(client, address, reason="ن" * 4001).status_code == 422 and one.steps.count() == 1
    said = post(client, address, reason="رسید بانک پس از مهلت است.\nماده ۳۹ را ببینید <b>")
    assert "شعبه به این اعتراض پاسخ داد" in text_of(said) and address not in said.content.decode()
    assert "کار این اعتراض پیش‌تر پایان یافته" in text_of(post(client, address, reason="باز"))
    assert fa(one.tracking) not in text_of(client.get("/branch/objections/"))
    assert fa(one.tracking) in text_of(client.get("/branch/objections/?state=answered"))
    client.force_login(world.cast.clerk)
    page = client.get(f"/objections/{one.tracking}/")
    said = text_of(page).replace("\xa0", " ")
    assert "رسید بانک پس از مهلت است." in said and world.cast.officer.full_name in said and "ببینید &lt;b&gt;" in page.content.decode()
    assert "هیئت ماده ۱۶" in said and "دیوان عدالت اداری" in said and "پاسخ سازمان تا" not in said
    assert "پاسخ داد" in text_of(client.get("/inbox/"))
    assert client.get(address).status_code == 403 and client.post(address, {"reason": "x"}).status_code == 403


def test_an_insured_woman_reads_the_answer_about_her_row(client, world):
    one = world.list_of(140507, SERVED_AT - timedelta(days=20))
    person = world.cast.insured.person
    client.force_login(world.cast.insured_user)
    post(client, f"/objections/new/?person={person.pk}&month=140507&list={one.tracking}", grounds=["days"], words="۳۰ روز کار کردم")
    objection = Objection.objects.get()
    client.force_login(world.cast.officer)
    post(client, f"/objections/{objection.tracking}/answer/", reason="برگهٔ حضور ۲۸ روز را نشان می‌دهد")
    client.force_login(world.cast.insured_user)
    said = text_of(client.get(f"/objections/{objection.tracking}/"))
    assert "برگهٔ حضور ۲۸ روز را نشان می‌دهد" in said and "دیوان عدالت اداری" in said
    assert "پاسخ داد" in text_of(client.get("/inbox/"))


def test_the_page_of_an_answer_turns_back_what_a_board_hears(client, world):
    debt = world.served()
    one = world.object(debt=debt.tracking).objection
    client.force_login(world.cast.officer)
    assert f"/objections/{one.tracking}/answer/" not in client.get(f"/objections/{one.tracking}/").content.decode()
    said = text_of(post(client, f"/objections/{one.tracking}/answer/", reason="شعبه بر همان رقم است"))
    assert "به جای هیئت پاسخ نمی‌دهد" in said and "نگه داشته شده" in said
    assert one.steps.count() == 1 and is_held(debt)


def test_papers_are_added_and_an_objection_withdrawn_on_its_page(client, world):
    debt = world.served()
    one = world.object(debt=debt.tracking).objection
    client.force_login(world.cast.employer)
    assert "پرونده‌ای برنگزیده‌اید" in text_of(post(client, f"/objections/{one.tracking}/documents/", role="evidence"))
    post(client, f"/objections/{one.tracking}/documents/", role="evidence", documents=[SimpleUploadedFile("a.png", PNG)])
    assert one.documents.count() == 1
    assert post(client, f"/objections/{one.tracking}/withdraw/").status_code == 422
    assert "این اعتراض پس گرفته شد" in text_of(post(client, f"/objections/{one.tracking}/withdraw/", reason="با شعبه کنار آمدیم"))
    assert not is_held(debt)
    assert "پیش‌تر پایان یافته" in text_of(client.get(f"/objections/{one.tracking}/withdraw/", follow=True))


def test_an_insured_woman_finds_the_door_on_her_month_and_objects_to_her_row(client, world):
    one = world.list_of(140507, SERVED_AT - timedelta(days=20))
    person = world.cast.insured.person
    client.force_login(world.cast.insured_user)
    page = client.get("/record/140507/").content.decode().replace("&amp;", "&")
    assert f"/objections/new/?person={person.pk}&month=140507&list={one.tracking}" in page
    assert f'"/objections/new/?person={person.pk}&month=140507"' in page
    said = text_of(post(client, f"/objections/new/?person={person.pk}&month=140507&list={one.tracking}", grounds=["days"], words="۳۰ روز کار کردم"))
    assert "سازمان تا" in said and "پاسخ کتبی" in said
    assert client.get(f"/record/140507/?person={person.pk}").status_code == 200


def test_the_doors_stand_on_the_amount_of_a_list_for_its_workplace_only(client, world):
    one = world.list_of(140507, SERVED_AT - timedelta(days=20))
    client.force_login(world.cast.clerk)
    for address in (f"/lists/{one.tracking}/amount/", f"/lists/{one.tracking}/workers/2/"):
        assert f"/objections/new/?list={one.tracking}&amp;row=2" in client.get(address).content.decode()
    client.force_login(world.cast.headquarters)
    assert "/objections/new/" not in client.get(f"/lists/{one.tracking}/amount/").content.decode()


@pytest.mark.parametrize("query", ["", "?debt=x", "?debt=1405-0901-000065&line=0", "?list=&row=1", "?month=99", "?person=1&month=140507", "?person=x&month=140507", "?person=99999999999999999999&month=140507"])
def test_an_address_of_nothing_or_of_anothers_thing_gets_no_form(client, world, query):
    client.force_login(world.cast.late_employer)
    assert client.get(f"/objections/new/{query}").status_code in (403, 404)


def test_every_page_speaks_english_too(client, world, settings):
    debt = world.served()
    one = world.object(debt=debt.tracking).objection
    client.force_login(world.cast.officer)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    for address in (f"/objections/{one.tracking}/", "/branch/objections/", "/branch/objections/paper/", f"/objections/{one.tracking}/refer/", f"/objections/{one.tracking}/answer/"):
        page = client.get(address, headers={"accept-language": "en"})
        assert page.status_code == 200
        assert "objection" in text_of(page).lower(), address
