"""Open items: what pays what, never more than there is, and taken back only by a further row."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, connection, transaction

from opentamin.office.ledger.actions import AlreadyPosted, AlreadyUnsettled, SettlesTooMuch, cancel_charge, post, settle, unsettle
from opentamin.office.ledger.models import Journal, Settlement
from opentamin.office.ledger.queries import (
    balance,
    charge_of,
    open_credits,
    open_items,
    remaining_of,
    settled_of,
    standing_settlements,
)

pytestmark = pytest.mark.django_db
NOW, TODAY, LATER = datetime(2026, 11, 26, 7, 38, tzinfo=UTC), date(2026, 11, 26), date(2026, 12, 3)
SHOP, MILL = ("workplace", 7), ("workplace", 8)
HERE = {"account": "1100", "party": SHOP}


def charged(rials: int, number: int = 1, party=SHOP, on: date = TODAY) -> Journal:
    return post(kind="list", subject=("list", number), on=on, legs=[("1100", *party, rials), ("4200", *party, -rials)], now=NOW)


def paid(rials: int, number: int = 1, party=SHOP, on: date = TODAY) -> Journal:
    return post(kind="payment", subject=("payment", number), on=on, legs=[("1010", "bank", 1, rials), ("1100", *party, -rials)], now=NOW)


def test_a_part_payment_leaves_the_rest_of_the_charge_open():
    charge, payment = charged(300), paid(100)
    settle(charge, payment, 100, **HERE, on=TODAY, now=NOW)
    [item] = open_items(**HERE)
    assert (item.kind, item.subject, item.amount, item.settled, item.remaining) == ("list", ("list", 1), 300, 100, 200)
    assert item.journal == charge == charge_of("list", ("list", 1)) and open_credits(**HERE) == []
    assert remaining_of(charge, **HERE) == 200 and remaining_of(payment, **HERE) == 0


def test_a_charge_wholly_paid_is_open_no_longer_and_is_still_told_when_asked():
    settle(charged(300), paid(300), 300, **HERE, on=TODAY, now=NOW)
    assert open_items(**HERE) == [] == open_credits(**HERE)
    [item] = open_items(**HERE, is_all=True)
    assert item.remaining == 0


def test_a_payment_may_pay_several_charges_and_what_is_left_of_it_is_free():
    first, second, payment = charged(300, 1), charged(200, 2), paid(600)
    settle(first, payment, 300, **HERE, on=TODAY, now=NOW)
    settle(second, payment, 200, **HERE, on=TODAY, now=NOW)
    [credit] = open_credits(**HERE)
    assert credit.journal == payment and credit.remaining == 100 == -balance("1100", SHOP)


@pytest.mark.parametrize(("owed", "had"), [(99, 500), (500, 99)])
def test_more_than_is_owed_or_than_there_is_cannot_be_settled_and_nothing_is_written(owed, had):
    charge, payment = charged(owed), paid(had)
    with pytest.raises(SettlesTooMuch) as refusal:
        settle(charge, payment, 100, **HERE, on=TODAY, now=NOW)
    assert (refusal.value.of_charge, refusal.value.of_payment) == (owed, had) and not Settlement.objects.exists()


def test_a_credit_of_another_party_pays_nothing_here():
    charge, payment = charged(100), paid(100, party=MILL)
    with pytest.raises(SettlesTooMuch):
        settle(charge, payment, 100, **HERE, on=TODAY, now=NOW)
    assert open_items(**HERE)[0].remaining == 100


def test_what_counts_as_paid_by_a_day_is_told_by_the_day_of_the_money():
    charge = charged(300)
    settle(charge, paid(100, 1), 100, **HERE, on=TODAY, now=NOW)
    settle(charge, paid(150, 2), 150, **HERE, on=LATER, now=NOW)
    assert (settled_of(charge, TODAY), settled_of(charge, LATER), settled_of(charge)) == (100, 250, 250)


def test_a_settlement_taken_back_is_a_further_row_with_its_reason_and_only_once():
    charge, payment = charged(300), paid(100)
    settlement = settle(charge, payment, 100, **HERE, on=TODAY, now=NOW)
    back = unsettle(settlement, reason="کارگاه اشتباه بود", now=NOW)
    assert back.undoes_id == settlement.pk and Settlement.objects.count() == 2
    assert open_items(**HERE)[0].remaining == 300 and open_credits(**HERE)[0].remaining == 100 and settled_of(charge) == 0
    for spent in (settlement, back):
        with pytest.raises(AlreadyUnsettled):
            unsettle(spent, reason="بار دوم", now=NOW)
    settle(charge, payment, 100, **HERE, on=TODAY, now=NOW)
    assert open_credits(**HERE) == []


def test_a_charge_that_is_cancelled_leaves_nothing_open_and_sets_its_payment_free():
    charge, payment = charged(300), paid(100)
    settle(charge, payment, 100, **HERE, on=TODAY, now=NOW)
    reversal = cancel_charge(charge, **HERE, on=LATER, reason="رأی هیئت", now=NOW)
    assert open_items(**HERE) == [] and [one.journal for one in open_credits(**HERE)] == [payment]
    assert remaining_of(reversal, **HERE) == 0 and balance("1100", SHOP) == -100
    with pytest.raises(AlreadyPosted), transaction.atomic():
        cancel_charge_again(charge)
    assert [one.payment_id for one in standing_settlements(charge=charge)] == [reversal.pk]


def cancel_charge_again(charge: Journal) -> None:
    cancel_charge(charge, **HERE, on=LATER, reason="بار دوم", now=NOW)


def raw_settlement(charge: Journal, payment: Journal, amount: int, *, undoes: int | None = None, reason: str = "") -> None:
    values = ["1100", *SHOP, charge.pk, payment.pk, amount, TODAY, undoes, reason, NOW]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO ledger_settlement (account_id, party_kind, party_id, charge_id, payment_id, amount, settled_on, undoes_id, reason, created_at)"
            " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
            values,
        )


@pytest.mark.parametrize(("owed", "had"), [(99, 500), (500, 99)])
def test_the_database_itself_refuses_to_settle_more_than_there_is(owed, had):
    charge, payment = charged(owed), paid(had)
    with pytest.raises(IntegrityError, match="rials here and 100 are settled"):
        raw_settlement(charge, payment, 100)
    assert not Settlement.objects.exists()


def test_the_database_itself_refuses_a_taking_back_in_part_or_of_another_or_without_a_reason():
    charge, payment = charged(300), paid(100)
    settlement = settle(charge, payment, 100, **HERE, on=TODAY, now=NOW)
    for amount, reason in ((99, "بخشی"), (100, "")):
        with pytest.raises(IntegrityError):
            raw_settlement(charge, payment, amount, undoes=settlement.pk, reason=reason)
    back = unsettle(settlement, reason="اشتباه", now=NOW)
    with pytest.raises(IntegrityError):
        raw_settlement(charge, payment, 100, undoes=back.pk, reason="بازگشت بازگشت")
    assert settled_of(charge) == 0


@pytest.mark.parametrize("statement", ["UPDATE ledger_settlement SET amount = 1", "DELETE FROM ledger_settlement"])
def test_the_database_itself_refuses_to_change_a_settlement(statement):
    settle(charged(300), paid(100), 100, **HERE, on=TODAY, now=NOW)
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
