"""Every page of the first walk, for every reader of it: no barrier in light or dark, nothing wider than the screen, one heading."""

import pytest
from django.conf import settings
from django.test import Client

from opentamin.law.days import date_from_jalali
from opentamin.office.accounts.queries import system_user
from opentamin.office.contributions.actions import assess_list, read_upload, receive_upload
from opentamin.office.contributions.intake import take_in
from opentamin.office.contributions.receipts import receipt_paper
from opentamin.office.debts.actions import Shown, issue_debt_notice, prepare_debts, record_evidence
from opentamin.office.disputes.actions import Plea, file_objection
from opentamin.office.disputes.subjects import find_subject
from opentamin.office.disputes.uploads import Upload
from opentamin.office.notices.actions import open_paper
from opentamin.office.notices.models import Service
from opentamin.office.records.actions import keep_document
from tests.furnished import money
from tests.walks.pages import planted

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

WIDTHS = (320, 390, 1200)
PAGES = {
    "guest": ["/", "/sign-in/", "/services/", "/keeping/", "/verify/", "/verify/{paper}/", "/verify/XXXX-XXXX-XXXX/", "/nowhere/"],
    "clerk": [
        "/", "/lists/", "/lists/new/", "/lists/{returned}/", "/lists/{accepted}/", "/lists/{accepted}/withdraw/", "/lists/{assessed}/",
        "/lists/{assessed}/amount/", "/lists/{assessed}/workers/1/", "/lists/{assessed}/receipt/", "/lists/{queued}/", "/lists/{unread}/", "/inbox/", "/account/", "/account/keys/", "/account/data/", "/webhooks/",
        "/lists/type/", "/lists/type/?workplace={honest}&month=140508", "/lists/office/",
        "/payments/", "/payments/slips/{slip}/",
    ],
    "insured_user": ["/", "/record/", "/account/readings/", "/record/140507/", "/objections/", "/objections/new/?person={person}&month=140507", "/account/grants/new/", "/lists/{assessed}/"],
    "veteran_user": ["/record/"],
    "employer": [
        "/debts/", "/debts/{served}/", "/papers/{served_paper}/", "/account/contacts/", "/objections/", "/objections/{objection}/",
        "/objections/new/?debt={served}&line=0", "/objections/{objection}/documents/", "/objections/{objection}/withdraw/",
        "/payments/credit/{honest}/refund/",
    ],
    "late_employer": ["/debts/", "/papers/{waiting_paper}/"],
    "officer": [
        "/", "/branch/lists/", "/branch/lists/?state=returned", "/branch/queue/", "/lists/{returned}/", "/branch/debts/", "/branch/debts/evidence/", "/debts/{prepared}/",
        "/debts/{prepared}/issue/", "/debts/{served}/withdraw/", "/debts/{served}/revise/", "/papers/{waiting_paper}/again/", "/letters/", "/letters/late_premium/",
        "/branch/payments/", "/branch/payments/{payment}/", "/branch/payments/{waiting}/", "/branch/payments/{waiting}/refund/", "/branch/payments/debits/{debit}/",
        "/branch/payments/refunds/{refund}/", "/branch/payments/reconciliation/", "/branch/payments/statements/new/",
        "/branch/objections/", "/branch/objections/?state=received", "/branch/objections/paper/", "/objections/{objection}/", "/objections/new/?debt={served}&line=0",
        "/objections/{objection}/accept/", "/objections/{objection}/refer/", "/objections/{objection}/answer/",
    ],
    "auditor": ["/audit/readings/", "/audit/readings/?number=1", "/audit/readings/?last_day=x"],
}  # fmt: skip


@pytest.fixture
def lists(morning) -> dict[str, str]:
    """One list in each state, and the code of a paper."""
    wrong, _ = planted(morning, "days-32", "bime", "national-id")
    uploads = {"assessed": morning.list_files(morning.honest, month=140507), "returned": wrong, "accepted": morning.list_files(morning.honest, number=2)}
    made = {name: take_in(files, by=morning.clerk, now=morning.now)[0].list for name, files in uploads.items()}
    assess_list(made["assessed"].pk, by=morning.clerk, now=morning.now)
    queued = receive_upload(morning.list_files(morning.honest, number=3), by=morning.clerk, now=morning.now).upload
    unread = receive_upload([("a-very-long-name-of-a-letter-somebody-wrote.docx", b"x")], by=morning.clerk, now=morning.now).upload
    read_upload(unread.pk, now=morning.now)
    paper = receipt_paper(made["assessed"], by=morning.clerk, now=morning.now)
    return {name: one.tracking for name, one in made.items()} | {"paper": paper.code, "queued": queued.tracking, "unread": unread.tracking} | money(morning, made["assessed"].pk) | debts_of(morning)


def debts_of(morning) -> dict[str, object]:
    """A debt that is prepared, one whose letter was opened, and one whose letter waits."""
    late_on = date_from_jalali(1405, 8, 20)
    report = keep_document(b"report", name="report.pdf", kind="evidence", media_type="application/pdf", by=morning.officer, now=morning.now)
    acting = {"by": morning.officer, "now": morning.now}
    record_evidence(workplace=morning.late, month=140507, kind="inspection", document=report, found_on=late_on, rows=[Shown("حمید بارانی", 30, 300_000_000)], **acting)
    prepared = {(debt.workplace_id, debt.kind): debt for debt in prepare_debts(morning.now.date(), by=system_user(), now=morning.now)}
    served, waiting = prepared[morning.honest.pk, "list_penalty"], prepared[morning.late.pk, "assessed_art_40"]
    papers = {name: Service.objects.get(paper=issue_debt_notice(debt.pk, **acting).paper).pk for name, debt in (("served_paper", served), ("waiting_paper", waiting))}
    open_paper(papers["served_paper"], by=morning.employer, now=morning.now)
    about = {"debt": served.tracking}
    objection = file_objection(find_subject(morning.clerk, about), Plea(["paid"], "رسید بانک پیوست است"), uploads=[Upload("receipt.pdf", b"%PDF-1.4 /JS")], by=morning.clerk, now=morning.now).objection
    papers |= {"objection": objection.tracking, "person": morning.insured.person.pk}
    return {"prepared": prepared[morning.honest.pk, "late_premium"].tracking, "served": served.tracking, **papers}


@pytest.fixture
def auditor(lists, morning):
    """Somebody who may see who read what, after an officer opened a list."""
    from tests.cast import give, make_user

    morning.users["auditor"] = make_user("auditor", "بازرس نمونه")
    give(morning.users["auditor"], "auditor")
    client = Client()
    client.force_login(morning.officer)
    assert client.get(f"/lists/{lists['assessed']}/").status_code == 200


@pytest.fixture
def enter(morning, live_server):
    """Sign somebody in on a page without typing: `enter(page, "clerk")`."""

    def sign_in(page, who: str) -> None:
        page.context.clear_cookies()
        if who == "guest":
            return
        client = Client()
        client.force_login(getattr(morning, who))
        name = settings.SESSION_COOKIE_NAME
        page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])

    return sign_in


# Two halves of about the same length, for two processors.
HALVES = {"lists": ["clerk", "auditor", "guest", "insured_user", "veteran_user"], "money": ["employer", "late_employer", "officer"]}


@pytest.mark.parametrize("half", HALVES)
def test_no_page_of_the_walk_has_a_barrier_by_day_or_night_or_scrolls_sideways(new_page, lists, auditor, enter, accessible, half):
    page = new_page()
    for who in HALVES[half]:
        enter(page, who)
        for address in PAGES[who]:
            page.goto(address.format(**lists))
            accessible(page, in_the_dark=True)
            assert page.locator("h1").count() == 1, f"{who}: {address}"
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{who}: {address} at {width}"


def test_every_reader_of_the_walk_is_looked_at():
    assert sorted(HALVES["lists"] + HALVES["money"]) == sorted(PAGES)


def test_everything_on_the_tree_of_an_amount_is_open_to_all_when_it_is_opened(new_page, lists, enter, accessible):
    page = new_page(viewport={"width": 320, "height": 800})
    enter(page, "clerk")
    for address in ("/lists/{assessed}/amount/", "/lists/{assessed}/workers/5/"):
        page.goto(address.format(**lists))
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address


def test_a_refused_upload_has_no_barrier_and_takes_the_reader_to_what_is_wrong(new_page, lists, enter, accessible):
    page = new_page(viewport={"width": 320, "height": 800})
    enter(page, "clerk")
    page.goto("/lists/new/")
    page.get_by_label("پرونده‌های فهرست").set_input_files([{"name": "a-very-long-name-of-a-letter-somebody-wrote.docx", "mimeType": "text/plain", "buffer": b"x" * 99}])
    page.get_by_role("button", name="فرستادن فهرست").click()
    page.get_by_role("alert").wait_for()
    accessible(page)
    assert page.title().startswith("خطا:")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "alert"
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
