"""The setting of this room's tests: the cast, lists that came in time or late, papers and payments."""

from datetime import date, datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from opentamin.law.days import date_from_jalali
from opentamin.office.accounts.queries import system_user
from opentamin.office.contributions.actions import assess_list
from opentamin.office.contributions.intake import take_in
from opentamin.office.debts.actions import Shown, prepare_debts, record_evidence
from opentamin.office.ledger.actions import post, settle
from opentamin.office.records.actions import keep_document

TEHRAN = ZoneInfo("Asia/Tehran")


def moment(year: int, month: int, day: int, hour: int = 10) -> datetime:
    """A moment of a Jalali day in Tehran."""
    on = date_from_jalali(year, month, day)
    return datetime(on.year, on.month, on.day, hour, 30, tzinfo=TEHRAN)


@pytest.fixture(autouse=True)
def _no_second_step(settings):
    settings.STAFF_SECOND_STEP = False


@pytest.fixture
def world(cast):
    return World(cast)


class World(SimpleNamespace):
    """The cast with short ways to bring lists, papers, payments and debts into being through the real acts."""

    def __init__(self, cast):
        super().__init__(cast=cast, payments=0)

    def list_of(self, month: int, at: datetime, workplace=None, number: int = 1):
        """A list that came at a moment and was assessed."""
        cast = self.cast
        workplace = workplace or cast.honest
        by = {cast.honest.pk: cast.clerk, cast.late.pk: cast.late_employer}[workplace.pk]
        [receipt] = take_in(cast.list_files(workplace, month=month, number=number), by=by, now=at)
        assess_list(receipt.list.pk, by=by, now=at)
        receipt.list.refresh_from_db()
        return receipt.list

    def pay(self, one, amount: int, on: date) -> None:
        """So many rials of a list's premium, paid on a day."""
        self.pay_journal(one.assessment.journal, one.workplace_id, amount, on)

    def pay_journal(self, charge, workplace_id: int, amount: int, on: date) -> None:
        self.payments += 1
        party, now = ("workplace", workplace_id), moment(1405, 9, 1)
        payment = post(kind="payment", subject=("payment", self.payments), on=on, legs=[("1010", "", 0, amount), ("1100", *party, -amount)], now=now)
        settle(charge, payment, amount, account="1100", party=party, on=on, now=now)

    def paper(self, workplace, month: int, *, found_on: date, rows=None, kind="inspection", body=b"report"):
        """A report of inspection of that month with one worker at forty million rials, or the rows given."""
        now = moment(1405, 9, 1)
        document = keep_document(body + str(month).encode(), name="report.pdf", kind="evidence", media_type="application/pdf", by=self.cast.officer, now=now)
        rows = rows or [Shown("حمید بارانی", 30, 300_000_000, "")]
        return record_evidence(workplace=workplace, month=month, kind=kind, document=document, found_on=found_on, rows=rows, by=self.cast.officer, now=now)

    def prepare(self, now: datetime, **more):
        """What the machine prepares as of the day of `now`."""
        return prepare_debts(now.astimezone(TEHRAN).date(), by=system_user(), now=now, **more)
