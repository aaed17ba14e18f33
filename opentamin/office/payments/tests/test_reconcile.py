"""Each evening lists, books and bank are one, to the rial; and where they are not, it is said where."""

import pytest
from django.db import connection

from opentamin.office.ledger.actions import post
from opentamin.office.payments.actions import decide_refund, issue_slip, prepare_refund, receive_statement, reconcile
from opentamin.office.payments.models import Reconciliation
from tests.cast import NOW

from .setting import PAYER, TODAY

pytestmark = pytest.mark.django_db


def untied(kept: Reconciliation) -> dict[str, int]:
    return {tie["name"]: tie["difference"] for tie in kept.ties if tie["difference"]}


def evening(till) -> Reconciliation:
    return reconcile(TODAY, by=till.cast.headquarters, now=NOW)


def test_slips_refunds_and_the_bank_are_one_to_the_rial(till):
    cast = till.cast
    slip = issue_slip(till.charge(15_627_885), cast.honest, by=cast.clerk, now=NOW)
    till.balance = 70_000
    till.take({"rials": slip.amount + 999, "bill_id": slip.bill_id, "payment_id": slip.payment_id}, {"rials": 5_000}, {"rials": -250})
    refund = prepare_refund(rials=999, iban=PAYER, holder="سپهر", reason="اضافه", workplace_id=cast.honest.pk, by=cast.employer, now=NOW)
    decide_refund(refund.pk, True, by=cast.officer, now=NOW)
    kept = evening(till)
    assert kept.is_tied, untied(kept)
    rials = {tie["name"]: tie["right"] for tie in kept.ties}
    assert rials["bank"] == slip.amount + 999 + 5_000 - 250 + 70_000
    assert (rials["unmatched"], rials["refunds"], rials["open_items"]) == (5_000, 999, 0)


def test_a_line_that_is_not_booked_yet_shows(till):
    receive_statement(till.file({"rials": 100}), name="s.xml", by=till.cast.officer, now=NOW)
    assert untied(evening(till)) == {"bank": 100, "unbooked": 1}


def test_a_charge_in_the_books_without_a_list_shows(till):
    party = ("workplace", till.cast.honest.pk)
    post(kind="list", subject=("list", 10**9), on=TODAY, legs=[("1100", *party, 7), ("4200", *party, -7)], now=NOW)
    assert untied(evening(till)) == {"documents": -7}


def test_money_moved_on_the_bank_account_without_the_bank_shows(till):
    till.take({"rials": 100})
    post(kind="raw", subject=("raw", 1), on=TODAY, legs=[("1010", "bank_account", till.account.pk, 5), ("2100", "payment", 0, -5)], now=NOW)
    assert untied(evening(till)) == {"bank": -5, "unmatched": -5}


def test_what_was_found_is_kept_and_never_changed(till):
    evening(till)
    with pytest.raises(Exception, match="Cannot update or delete"), connection.cursor() as cursor:
        cursor.execute("UPDATE payments_reconciliation SET is_tied = true")
