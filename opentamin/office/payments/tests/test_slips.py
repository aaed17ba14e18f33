"""Slips: exact to the rial, the same when asked again, found again by what is printed on them."""

import pytest

from opentamin.banking import identifiers
from opentamin.office.accounts.gate import NotAllowed
from opentamin.office.ledger.actions import settle
from opentamin.office.payments.actions import AlreadyVoid, NothingOpen, issue_slip, void_slip
from opentamin.office.payments.models import Slip
from opentamin.office.records.numbers import is_number_valid
from tests.cast import NOW

from .setting import TODAY, later

pytestmark = pytest.mark.django_db


def test_a_slip_asks_for_what_is_open_to_the_rial_and_its_digits_hold(till):
    slip = issue_slip(till.charge(15_627_885), till.cast.honest, by=till.cast.clerk, now=NOW)
    assert slip.amount == 15_627_885 and slip.valid_until == later(30) and is_number_valid(slip.number)
    assert identifiers.is_payment_id(slip.payment_id, slip.bill_id) and identifiers.rials_of(slip.payment_id) == 15_628_000
    assert identifiers.read_bill_id(slip.bill_id).file == till.cast.honest.pk


def test_asked_for_again_it_is_the_same_slip(till):
    charge = till.charge(900_000)
    slips = {issue_slip(charge, till.cast.honest, by=by, now=NOW).pk for by in (till.cast.clerk, till.cast.employer, till.cast.officer)}
    assert len(slips) == 1 == Slip.objects.count()


def test_when_less_is_open_there_is_a_new_slip_and_the_old_one_is_void(till):
    charge = till.charge(900_000)
    old = issue_slip(charge, till.cast.honest, by=till.cast.clerk, now=NOW)
    till.take({"rials": 400_000, "bill_id": old.bill_id, "payment_id": old.payment_id})
    new = issue_slip(charge, till.cast.honest, by=till.cast.clerk, now=NOW)
    old.refresh_from_db()
    assert (new.amount, new.voided_at) == (500_000, None) and old.voided_at == NOW and old.void_reason


def test_slips_of_one_sum_for_one_workplace_have_identifiers_of_their_own(till):
    slips = [issue_slip(till.charge(1_000_000), till.cast.honest, by=till.cast.clerk, now=NOW) for _ in range(5)]
    assert len({slip.payment_id for slip in slips}) == 5 and len({slip.bill_id for slip in slips}) == 1


def test_of_a_charge_that_is_paid_or_is_anothers_there_is_no_slip(till):
    from opentamin.office.ledger.actions import post

    charge, party = till.charge(100), ("workplace", till.cast.honest.pk)
    with pytest.raises(NothingOpen):
        issue_slip(charge, till.cast.late, by=till.cast.late_employer, now=NOW)
    paid = post(kind="p", subject=("p", 1), on=TODAY, legs=[("1010", "x", 1, 100), ("1100", *party, -100)], now=NOW)
    settle(charge, paid, 100, account="1100", party=party, on=TODAY, now=NOW)
    with pytest.raises(NothingOpen):
        issue_slip(charge, till.cast.honest, by=till.cast.clerk, now=NOW)
    assert not Slip.objects.exists()


@pytest.mark.parametrize("who", ["stranger", "late_employer", "far_officer", "insured_user"])
def test_nobody_makes_slips_for_a_workplace_that_is_not_theirs(till, who):
    with pytest.raises(NotAllowed):
        issue_slip(till.charge(100), till.cast.honest, by=getattr(till.cast, who), now=NOW)
    assert not Slip.objects.exists()


def test_a_slip_is_voided_once_with_its_reason(till):
    slip = issue_slip(till.charge(100), till.cast.honest, by=till.cast.clerk, now=NOW)
    void_slip(slip.pk, by=till.cast.clerk, now=NOW, reason="اشتباه")
    with pytest.raises(AlreadyVoid):
        void_slip(slip.pk, by=till.cast.clerk, now=NOW, reason="بار دوم")
