"""Whose money: the rules in their order; exact, in part, too much; and what waits for a person."""

import pytest

from opentamin.office.ledger.queries import balance, open_items, settled_of
from opentamin.office.notices.models import Notice
from opentamin.office.payments.actions import ChargeNotOpen, NotWaiting, issue_slip, match_payment, match_statement
from opentamin.office.payments.models import Match, Payment, PaymentState
from opentamin.office.payments.queries import ages_of_unmatched, proposals_for, unbooked_lines
from tests.cast import NOW

from .setting import PAYER, TODAY, later

pytestmark = pytest.mark.django_db


def by_slip(slip, rials: int, **more) -> dict:
    return {"rials": rials, "bill_id": slip.bill_id, "payment_id": slip.payment_id, **more}


def slip_for(till, charge, workplace=None):
    return issue_slip(charge, workplace or till.cast.honest, by=till.cast.officer, now=NOW)


def owed(till, workplace=None) -> int:
    return sum(item.remaining for item in open_items("1100", ("workplace", (workplace or till.cast.honest).pk)))


def test_a_slip_paid_exactly_settles_its_charge_and_the_workplace_is_told(till):
    charge = till.charge(15_627_885)
    [payment] = till.take(by_slip(slip_for(till, charge), 15_627_885, on=later(-2)))
    assert (payment.state, payment.workplace, payment.matches.get().rule) == (PaymentState.MATCHED, till.cast.honest, "payment_id")
    assert owed(till) == 0 and settled_of(charge, later(-2)) == 15_627_885 and settled_of(charge, later(-3)) == 0
    assert balance("1010") == 15_627_885 and balance("2100") == balance("2110") == 0
    assert Notice.objects.get(kind="payment_received").facts["amount"] == 15_627_885


def test_a_part_payment_leaves_the_rest_open(till):
    charge = till.charge(900)
    [payment] = till.take(by_slip(slip_for(till, charge), 450))
    assert payment.state == PaymentState.PARTIAL and owed(till) == 450


def test_what_is_paid_over_is_the_employers_credit_and_pays_no_other_charge_by_itself(till):
    till.charge(500)
    charge = till.charge(900_100)
    [payment] = till.take(by_slip(slip_for(till, charge), 901_000))
    assert payment.state == PaymentState.OVER and owed(till) == 500
    assert balance("2110", ("workplace", till.cast.honest.pk)) == -900


def test_a_slip_paid_twice_is_credit_the_second_time(till):
    slip = slip_for(till, till.charge(700))
    first, second = till.take(by_slip(slip, 700), by_slip(slip, 700))
    assert (first.state, second.state) == (PaymentState.MATCHED, PaymentState.CREDITED) and balance("2110") == -700


def test_a_bill_alone_pays_the_charge_of_exactly_its_sum_else_the_oldest(till):
    old, exact, _ = till.charge(1_000, days_ago=60), till.charge(300, days_ago=30), till.charge(5_000)
    bill = slip_for(till, old).bill_id
    first, second = till.take({"rials": 300, "bill_id": bill}, {"rials": 400, "bill_id": bill})
    assert {first.matches.get().rule, second.matches.get().rule} == {"bill_id"}
    assert (settled_of(exact), settled_of(old), owed(till)) == (300, 400, 5_600)


@pytest.mark.parametrize("where", ["text", "end_to_end"])
def test_the_number_of_a_slip_in_the_words_leads_to_its_charge(till, where):
    slip = slip_for(till, till.charge(700))
    [payment] = till.take({"rials": 700, where: f"{'بابت برگ ' if where == 'text' else ''}{slip.number}"})
    assert (payment.state, payment.matches.get().rule) == (PaymentState.MATCHED, "tracking")


def test_numbers_of_two_workplaces_in_the_words_lead_nowhere(till):
    slips = [slip_for(till, till.charge(700, place), place) for place in (till.cast.honest, till.cast.late)]
    [payment] = till.take({"rials": 700, "text": " ".join(slip.number for slip in slips)})
    assert payment.state == PaymentState.UNMATCHED


def test_money_without_a_sign_of_whose_it_is_waits_with_what_we_know_of_its_payer(till):
    slip = slip_for(till, till.charge(700))
    till.take(by_slip(slip, 700, payer_iban=PAYER))
    charge = till.charge(250)
    [payment] = till.take({"rials": 250, "payer_iban": PAYER, "text": "بیمه"})
    assert (payment.state, payment.note, payment.workplace) == (PaymentState.UNMATCHED, "no_identifiers", None)
    assert balance("2100", ("payment", payment.pk)) == -250
    [proposal] = proposals_for(payment)
    assert (proposal.workplace, proposal.why, proposal.charge) == (till.cast.honest, "same_account", charge)


def test_identifiers_that_are_not_ours_wait_and_say_so(till):
    [payment] = till.take({"rials": 17_000, "bill_id": "7748317800142", "payment_id": "1770160"})
    assert (payment.state, payment.note) == (PaymentState.UNMATCHED, "unknown_identifiers")


def test_money_for_a_closed_workplace_that_owes_nothing_waits_and_what_it_still_owes_is_paid(till):
    place = till.cast.honest
    charge = till.charge(700)
    slip = slip_for(till, charge)
    place.closed_on = later(-10)
    place.save()
    paid, waiting = till.take(by_slip(slip, 700), by_slip(slip, 700))
    assert paid.state == PaymentState.MATCHED
    assert (waiting.state, waiting.note) == (PaymentState.UNMATCHED, "closed_workplace") and balance("2110") == 0


def test_an_officer_says_whose_it_is_and_it_counts_from_the_day_of_the_money(till):
    charge = till.charge(900)
    [payment] = till.take({"rials": 1_000, "on": later(-5)})
    match_payment(payment.pk, till.cast.honest.pk, charge, by=till.cast.officer, now=NOW)
    payment.refresh_from_db()
    assert (payment.state, payment.workplace) == (PaymentState.OVER, till.cast.honest)
    assert settled_of(charge, later(-5)) == 900 and balance("2100") == 0 and balance("2110") == -100
    with pytest.raises(NotWaiting):
        match_payment(payment.pk, till.cast.late.pk, by=till.cast.officer, now=NOW)


def test_a_charge_of_another_workplace_is_not_paid_by_hand_and_nothing_changes(till):
    foreign = till.charge(900, till.cast.late)
    [payment] = till.take({"rials": 1_000})
    with pytest.raises(ChargeNotOpen):
        match_payment(payment.pk, till.cast.honest.pk, foreign, by=till.cast.officer, now=NOW)
    payment.refresh_from_db()
    assert payment.state == PaymentState.UNMATCHED and not Match.objects.exists()


def test_a_line_is_booked_once_however_often_it_is_asked(till):
    till.take({"rials": 700}, {"rials": -5})
    statement = Payment.objects.get().line.statement
    assert match_statement(statement.pk, by=till.cast.officer, now=NOW) == {} and unbooked_lines() == []
    assert Payment.objects.count() == 1 and balance("1010") == 695 and balance("1900") == 5


def test_unmatched_money_is_told_by_its_age(till):
    till.take({"rials": 1, "on": later(-1)}, {"rials": 10, "on": later(-8)}, {"rials": 100, "on": later(-31)}, {"rials": 1_000, "on": later(-91)})
    assert [(age.count, age.rials) for age in ages_of_unmatched(TODAY)] == [(1, 1), (1, 10), (1, 100), (1, 1_000)]
