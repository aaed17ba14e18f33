"""The second walk of the house, through the pages as people use them: from lists that come late, not at all or half paid, through debts,
notices, slips and the bank's statements, to an objection received. At the end lists, books and bank agree to the rial.

The steps are those of docs/walks/monthly-list.md, from 13 on.
"""

import re
from datetime import date, datetime, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from opentamin.banking import Line, Statement, write_camt
from opentamin.law.days import date_from_jalali
from opentamin.office.contributions.models import MonthlyList
from opentamin.office.debts.actions import Shown, record_evidence
from opentamin.office.debts.models import CollectionHold, Debt
from opentamin.office.debts.queries import is_held, remaining_of_debt, remedy_of
from opentamin.office.disputes.models import Objection
from opentamin.office.ledger.models import Leg
from opentamin.office.ledger.queries import remaining_of
from opentamin.office.notices.models import Service
from opentamin.office.payments.actions import open_bank_account
from opentamin.office.payments.models import Payment, PaymentState, Reconciliation, Slip
from opentamin.office.records.actions import keep_document
from opentamin.office.records.models import Paper
from tests.cast import NOW

from .pages import fa, rials, text_of

pytestmark = pytest.mark.django_db
IBAN = "IR820540102680020817909002"
TEHRAN = ZoneInfo("Asia/Tehran")


class Days:
    """The calendar of the walk, and the people of the cast at their screens on one of its days."""

    def __init__(self, cast, monkeypatch):
        self.cast, self._patch, self.balance, self.told = cast, monkeypatch, 0, 0

    def come(self, year: int, month: int, day: int, hour: int = 10) -> datetime:
        on = date_from_jalali(year, month, day)
        self.now = datetime(on.year, on.month, on.day, hour, 15, tzinfo=TEHRAN)
        self._patch.setattr(timezone, "now", lambda: self.now)
        return self.now

    def as_(self, name: str) -> Client:
        client = Client()
        client.force_login(getattr(self.cast, name))
        return client

    def send_list(self, month: int) -> MonthlyList:
        """The clerk sends a list and says that it is final."""
        clerk, files = self.as_("clerk"), self.cast.list_files(self.cast.honest, month=month)
        clerk.post("/lists/new/", {"files": [SimpleUploadedFile(name, body) for name, body in files]}, follow=True)
        one = MonthlyList.objects.get(month=month, workplace=self.cast.honest)
        clerk.post(f"/lists/{one.tracking}/assess/")
        one.refresh_from_db()
        assert one.state == "assessed"
        return one

    def slip_for(self, charge) -> Slip:
        """The clerk asks for a slip on the page of payments."""
        clerk = self.as_("clerk")
        shown = clerk.post("/payments/slips/new/", {"charge": charge.pk, "workplace": self.cast.honest.pk}, follow=True)
        slip = Slip.objects.get(charge=charge, voided_at__isnull=True)
        assert rials(slip.amount) in text_of(shown) or fa(slip.number) in text_of(shown)
        return slip

    def statement(self, *movements: dict) -> bytes:
        """The bank's file of this day."""
        self.told += 1
        on = self.now.date()
        lines = [
            Line(place=place, amount=one.pop("rials"), is_credit=True, reference=f"W{self.told}-{place}", booked_on=on, value_on=on, **one)
            for place, one in enumerate(movements, 1)
        ]
        opening, self.balance = self.balance, self.balance + sum(line.amount for line in lines)
        return write_camt([Statement(IBAN, f"walk-{self.told}", opening, self.balance, on, on, lines)], message_id=f"m{self.told}", created_at=self.now)

    def bank_tells(self, body: bytes) -> None:
        answer = self.as_("officer").post("/branch/payments/statements/new/", {"file": SimpleUploadedFile("statement.xml", body)}, follow=True)
        assert answer.status_code == 200


@pytest.fixture
def walk(cast, monkeypatch, settings):
    settings.STAFF_SECOND_STEP = False
    open_bank_account(IBAN, "بانک نمونه", by=cast.headquarters, now=NOW - timedelta(days=90))
    return Days(cast, monkeypatch)


def of_honest(walk, kind: str, month: int) -> Debt:
    return Debt.objects.select_related("workplace", "paper", "journal").get(workplace=walk.cast.honest, kind=kind, month=month)


def test_late_lists_and_late_money_walk_to_letters_slips_the_bank_and_an_objection(walk):
    cast = walk.cast

    # 13 a list in time of which half is paid in time, one that comes a day late, and a workplace that sends none
    walk.come(1405, 7, 20)
    half_paid = walk.send_list(140506)
    charge = half_paid.assessment.journal
    slip = walk.slip_for(charge)
    half = slip.amount // 2
    walk.come(1405, 7, 25)
    walk.bank_tells(walk.statement({"rials": half, "bill_id": slip.bill_id, "payment_id": slip.payment_id}))
    assert remaining_of(charge, "1100", ("workplace", cast.honest.pk)) == slip.amount - half
    now = walk.come(1405, 9, 1)
    late_list = walk.send_list(140507)
    report = keep_document(b"%PDF-1.4 report", name="report.pdf", kind="evidence", media_type="application/pdf", by=cast.officer, now=now)
    shown = [Shown("حمید بارانی", 30, 300_000_000)]
    record_evidence(workplace=cast.late, month=140507, kind="inspection", document=report, found_on=date_from_jalali(1405, 8, 20), rows=shown, by=cast.officer, now=now)

    # 14 the machine prepares; nothing is asked of anybody yet
    walk.as_("officer").post("/branch/debts/prepare/")
    prepared = Debt.objects.filter(state="prepared")
    reasons = {(debt.workplace_id, debt.month, debt.kind) for debt in prepared}
    honest, late = cast.honest.pk, cast.late.pk
    assert {(honest, 140506, "late_premium"), (honest, 140507, "list_penalty"), (late, 140507, "assessed_art_40"), (late, 140507, "list_penalty")} <= reasons
    assert not Leg.objects.filter(journal__kind="debt").exists()
    assert "هنوز صادر نشده" in text_of(walk.as_("officer").get("/branch/debts/")) or fa(prepared.first().tracking) in text_of(walk.as_("officer").get("/branch/debts/"))
    assert walk.as_("clerk").get(f"/debts/{of_honest(walk, 'list_penalty', 140507).tracking}/").status_code == 404

    # 15 a named officer issues: books, letter with a code, service waiting to be received
    for debt in prepared:
        issued = walk.as_("officer").post(f"/debts/{debt.tracking}/issue/", {"channel": "electronic"}, follow=True)
        assert issued.status_code == 200, text_of(issued)
    assert not Debt.objects.filter(state="prepared").exists()
    penalty, late_premium = of_honest(walk, "list_penalty", 140507), of_honest(walk, "late_premium", 140506)
    assert penalty.issued_by == cast.officer and remaining_of_debt(penalty) == penalty.amount

    # 16 the employer opens the letters: that is their service, and the time to object begins
    walk.come(1405, 9, 3)
    employer = walk.as_("employer")
    for service in Service.objects.filter(to_kind="workplace", to_id=honest):
        assert employer.get(f"/papers/{service.pk}/letter.pdf").status_code == 404, "unopened letters are not read by the way"
        employer.post(f"/papers/{service.pk}/open/")
        assert employer.get(f"/papers/{service.pk}/letter.pdf").getvalue().startswith(b"%PDF-")
    assert remedy_of(penalty).service_day == walk.now.date()
    page = text_of(employer.get(f"/debts/{penalty.tracking}/"))
    assert rials(penalty.amount) in page and "ماده ۴۲" in page.replace("\xa0", " ")

    # 17 one slip is paid, and money comes that names nobody; the bank tells of both
    slip = walk.slip_for(penalty.journal)
    walk.come(1405, 9, 4)
    told = walk.statement({"rials": slip.amount, "bill_id": slip.bill_id, "payment_id": slip.payment_id}, {"rials": 1_234_567, "text": "واریز نقدی"})
    walk.bank_tells(told)
    walk.bank_tells(told)  # the same file once more is the same statement
    assert remaining_of_debt(penalty) == 0 and Payment.objects.count() == 3
    waiting = Payment.objects.get(state=PaymentState.UNMATCHED)
    assert rials(1_234_567) in text_of(walk.as_("officer").get("/branch/payments/"))

    # 18 to the other debt he objects online, on one line of its reasons
    walk.come(1405, 9, 5)
    clerk = walk.as_("clerk")
    doors = re.findall(r'href="(/objections/new/\?debt=[^"]+line=[^"]+)"', clerk.get(f"/debts/{late_premium.tracking}/").content.decode())
    door = doors[0].replace("&amp;", "&")
    said = text_of(clerk.post(door, {"grounds": ["paid"], "words": "نیمی از این پول در مهر پرداخت شده است", "documents": [SimpleUploadedFile("رسید.pdf", b"%PDF-1.4 receipt")]}, follow=True))
    objection = Objection.objects.get()
    assert (objection.subject_kind, objection.timeliness, objection.debt) == ("line", "in_time", late_premium)
    assert fa(objection.tracking) in said and "به‌موقع است" in said
    assert Paper.objects.filter(subject_kind="objection", subject_id=objection.pk).exists() and clerk.get(f"/objections/{objection.tracking}/receipt.pdf").getvalue().startswith(b"%PDF-")

    # 19 nothing is collected meanwhile, and the branch has its last days before it
    assert is_held(late_premium) and not is_held(penalty)
    listed = text_of(walk.as_("officer").get("/branch/objections/"))
    assert fa(objection.tracking) in listed and "بازبینی رقم‌ها" in listed
    assert CollectionHold.objects.get().cause_id == objection.pk

    # 20 in the evening lists, books and bank agree, to the rial
    walk.as_("officer").post(f"/branch/payments/{waiting.number}/", {"workplace_code": cast.codes[late], "reason": "صاحب حساب زنگ زد"})
    said = text_of(walk.as_("officer").post("/branch/payments/reconciliation/", follow=True))
    assert Reconciliation.objects.latest("pk").is_tied and "تا ریال می‌خوانند" in said
    books = SimpleNamespace(bank=sum(leg.amount for leg in Leg.objects.filter(account="1010")), all=sum(leg.amount for leg in Leg.objects.all()))
    assert (books.bank, books.all) == (walk.balance, 0)
    assert isinstance(walk.now.date(), date) and late_list.state == "assessed"
