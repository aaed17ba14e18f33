"""Money at the wrong workplace, credit and refunds: by further entries, by name, never twice."""

import pytest
from django.db import IntegrityError

from opentamin.office.accounts.gate import NotAllowed
from opentamin.office.channels.models import BankMovement
from opentamin.office.channels.simulators.bank import SimulatedBank
from opentamin.office.ledger.actions import cancel_charge
from opentamin.office.ledger.queries import balance, open_credits, open_items, settled_of
from opentamin.office.payments.actions import (
    AlreadyDecided,
    CreditSpent,
    DecidesOwn,
    NothingToUse,
    NotMatched,
    NotThere,
    decide_refund,
    free_credit,
    issue_slip,
    match_payment,
    move_payment,
    order_refund,
    prepare_refund,
    use_credit,
)  # fmt: skip
from opentamin.office.payments.models import PaymentState, Refund, RefundState
from opentamin.office.payments.sheba import NotASheba
from tests.cast import NOW

from .setting import IBAN, PAYER, TODAY, later

pytestmark = pytest.mark.django_db


def paid(till, rials: int, charge, **more):
    slip = issue_slip(charge, till.cast.honest, by=till.cast.officer, now=NOW)
    return till.take({"rials": rials, "bill_id": slip.bill_id, "payment_id": slip.payment_id, **more})[0]


def credit(till, place=None) -> int:
    return -balance("2110", ("workplace", (place or till.cast.honest).pk))


def owed(till, place) -> int:
    return sum(item.remaining for item in open_items("1100", ("workplace", place.pk)))


def test_a_payment_for_the_wrong_workplace_is_moved_and_both_stand_as_if_it_had_come_right(till):
    wrong, right = till.charge(700), till.charge(900, till.cast.late)
    payment = paid(till, 1_000, wrong, on=later(-4))
    move_payment(payment.pk, till.cast.late.pk, right, by=till.cast.officer, now=NOW, reason="کد کارگاه اشتباه بود")
    payment.refresh_from_db()
    assert (payment.workplace, payment.state) == (till.cast.late, PaymentState.OVER)
    assert owed(till, till.cast.honest) == 700 and settled_of(wrong) == 0 and credit(till) == 0
    assert owed(till, till.cast.late) == 0 and settled_of(right, later(-4)) == 900 and credit(till, till.cast.late) == 100
    assert open_credits("1100", ("workplace", till.cast.honest.pk)) == [] and balance("1010") == 1_000


def test_a_payment_can_be_moved_again_and_back(till):
    wrong, right = till.charge(700), till.charge(900, till.cast.late)
    payment = paid(till, 700, wrong)
    for place in (till.cast.late, till.cast.honest, till.cast.late):
        move_payment(payment.pk, place.pk, by=till.cast.officer, now=NOW, reason="جابه‌جایی")
    assert (settled_of(wrong), settled_of(right)) == (0, 700)


def test_a_payment_whose_credit_was_used_is_not_moved_and_nothing_changes(till):
    wrong, other = till.charge(700), till.charge(300)
    payment = paid(till, 1_000, wrong)
    use_credit(till.cast.honest.pk, other, by=till.cast.clerk, now=NOW, reason="از بستانکاری")
    with pytest.raises(CreditSpent) as refusal:
        move_payment(payment.pk, till.cast.late.pk, by=till.cast.officer, now=NOW, reason="اشتباه")
    assert refusal.value.facts == {"missing": 300} and settled_of(wrong) == 700 and owed(till, till.cast.honest) == 0


def test_only_an_officer_of_both_branches_moves_money_and_only_what_is_matched(till):
    payment = paid(till, 700, till.charge(700))
    for who in ("clerk", "far_officer"):
        with pytest.raises(NotAllowed):
            move_payment(payment.pk, till.cast.late.pk, by=getattr(till.cast, who), now=NOW, reason="اشتباه")
    with pytest.raises(NotAllowed):
        move_payment(payment.pk, till.cast.far.pk, by=till.cast.officer, now=NOW, reason="اشتباه")
    [waiting] = till.take({"rials": 5})
    for one, place in ((waiting, till.cast.late), (payment, till.cast.honest)):
        with pytest.raises(NotMatched):
            move_payment(one.pk, place.pk, by=till.cast.officer, now=NOW, reason="اشتباه")


def test_credit_pays_as_far_as_it_reaches(till):
    paid(till, 1_000, till.charge(700))
    charge = till.charge(500)
    assert use_credit(till.cast.honest.pk, charge, by=till.cast.clerk, now=NOW, reason="از بستانکاری").amount == 300
    assert owed(till, till.cast.honest) == 200 and credit(till) == 0
    with pytest.raises(NothingToUse):
        use_credit(till.cast.honest.pk, charge, by=till.cast.clerk, now=NOW, reason="باز")


def test_money_of_a_cancelled_charge_becomes_credit_and_can_be_moved_still(till):
    charge = till.charge(700)
    payment = paid(till, 700, charge)
    cancel_charge(charge, account="1100", party=("workplace", till.cast.honest.pk), on=TODAY, reason="پس گرفته شد", now=NOW)
    assert free_credit(till.cast.honest.pk, by=till.cast.officer, now=NOW, reason="بدهی پس گرفته شد").amount == 700 == credit(till)
    assert free_credit(till.cast.honest.pk, by=till.cast.officer, now=NOW, reason="بار دوم") is None
    move_payment(payment.pk, till.cast.late.pk, by=till.cast.officer, now=NOW, reason="از آنِ دیگری بود")
    assert credit(till) == 0 and credit(till, till.cast.late) == 700


def asked(till, rials: int = 300, **more) -> Refund:
    values = {"workplace_id": till.cast.honest.pk, "by": till.cast.employer} | more
    return prepare_refund(rials=rials, iban=PAYER, holder="شرکت سپهر", reason="اضافه پرداختیم", now=NOW, **values)


def test_a_refund_goes_out_through_the_bank_and_its_debit_closes_it(till):
    payment = paid(till, 1_000, till.charge(700))
    SimulatedBank().deposit(IBAN, 1_000, now=NOW, on=TODAY)
    refund = asked(till)
    assert credit(till) == 300, "nothing moves until it is decided"
    decide_refund(refund.pk, True, by=till.cast.officer, now=NOW)
    assert credit(till) == 0 and balance("2120", ("refund", refund.pk)) == -300
    for _ in range(2):
        order_refund(refund.pk, now=NOW)
    assert BankMovement.objects.get(amount__lt=0).amount == -300
    till.take({"rials": -300, "end_to_end": refund.number})
    refund.refresh_from_db()
    assert (refund.state, refund.closed_on, payment.state) == (RefundState.PAID, TODAY, PaymentState.OVER)
    assert balance("2120") == 0 and balance("1010") == 700 and balance("1900") == 0


def test_a_refund_that_the_bank_sends_back_is_credit_again(till):
    paid(till, 1_000, till.charge(700))
    SimulatedBank().deposit(IBAN, 1_000, now=NOW, on=TODAY)
    refund = asked(till)
    decide_refund(refund.pk, True, by=till.cast.officer, now=NOW)
    order_refund(refund.pk, now=NOW)
    till.take({"rials": -300, "end_to_end": refund.number})
    till.take({"rials": 300, "end_to_end": refund.number, "is_reversal": True, "text": "حساب بسته است"})
    refund.refresh_from_db()
    assert (refund.state, refund.bank_words, credit(till)) == (RefundState.RETURNED, "حساب بسته است", 300)


def test_an_order_that_the_bank_does_not_take_sets_the_money_free(till):
    paid(till, 1_000, till.charge(700))
    refund = asked(till)
    decide_refund(refund.pk, True, by=till.cast.officer, now=NOW)
    assert order_refund(refund.pk, now=NOW).state == RefundState.RETURNED and credit(till) == 300 and balance("2120") == 0


def test_whoever_prepared_a_refund_does_not_decide_it_nor_does_the_machine_or_the_employer(till):
    from opentamin.office.accounts.queries import system_user

    paid(till, 1_000, till.charge(700))
    refund = asked(till, by=till.cast.officer)
    with pytest.raises(DecidesOwn):
        decide_refund(refund.pk, True, by=till.cast.officer, now=NOW)
    for who in (system_user(), till.cast.employer, till.cast.clerk, till.cast.far_officer):
        with pytest.raises(NotAllowed):
            decide_refund(refund.pk, True, by=who, now=NOW)
    refund.refresh_from_db()
    assert refund.state == RefundState.PREPARED and credit(till) == 300
    with pytest.raises(IntegrityError, match="refund_decided_by_another"):
        Refund.objects.filter(pk=refund.pk).update(decided_by=till.cast.officer)


def test_a_refusal_has_its_reason_and_a_decision_stands_once(till):
    paid(till, 1_000, till.charge(700))
    refund = asked(till)
    decide_refund(refund.pk, False, by=till.cast.officer, now=NOW, reason="شبا به نام دیگری است")
    with pytest.raises(AlreadyDecided):
        decide_refund(refund.pk, True, by=till.cast.head, now=NOW)
    assert credit(till) == 300 and balance("2120") == 0


def test_more_than_the_credit_cannot_be_asked_nor_the_same_credit_twice(till):
    paid(till, 1_000, till.charge(700))
    asked(till, 200)
    with pytest.raises(NotThere) as refusal:
        asked(till, 200)
    assert refusal.value.facts == {"there": 100}
    with pytest.raises(NotASheba):
        prepare_refund(rials=1, iban="IR00", holder="x", reason="x", workplace_id=till.cast.honest.pk, by=till.cast.employer, now=NOW)
    assert Refund.objects.count() == 1


def test_credit_used_between_asking_and_deciding_is_not_given_back_too(till):
    paid(till, 1_000, till.charge(700))
    refund, charge = asked(till), till.charge(300)
    use_credit(till.cast.honest.pk, charge, by=till.cast.clerk, now=NOW, reason="از بستانکاری")
    with pytest.raises(NotThere):
        decide_refund(refund.pk, True, by=till.cast.officer, now=NOW)
    refund.refresh_from_db()
    assert refund.state == RefundState.PREPARED and credit(till) == 0 == balance("2120")


def test_money_of_nobody_is_given_back_whole_and_then_is_nobodys_to_match(till):
    [payment] = till.take({"rials": 500, "payer_iban": PAYER})
    refund = prepare_refund(rials=500, iban=PAYER, holder="ناشناس", reason="کارگاهی ندارد", payment_id=payment.pk, by=till.cast.officer, now=NOW)
    from opentamin.office.payments.actions import NotWaiting

    with pytest.raises(NotWaiting):
        match_payment(payment.pk, till.cast.honest.pk, by=till.cast.officer, now=NOW)
    decide_refund(refund.pk, True, by=till.cast.head, now=NOW)
    payment.refresh_from_db()
    assert payment.state == PaymentState.REFUNDED and balance("2100") == 0 and balance("2120") == -500
