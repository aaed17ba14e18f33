"""What the bank takes: explained by an officer, by further entries, once; a payment it takes back is owed again."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.urls import reverse

from opentamin.office.accounts.gate import NotAllowed
from opentamin.office.kit.numbers import digits
from opentamin.office.ledger.queries import balance, open_items, settled_of
from opentamin.office.notices.models import Notice
from opentamin.office.payments.actions import (
    AlreadyExplained,
    CreditSpent,
    NotMatched,
    NotThisPayment,
    explain_debit,
    issue_slip,
    move_payment,
    prepare_refund,
    reconcile,
    use_credit,
)  # fmt: skip
from opentamin.office.payments.models import DebitKind, Payment, PaymentState, StatementLine
from opentamin.office.payments.queries import payments_like, unexplained_debits
from tests.cast import NOW

from .setting import PAYER, TODAY, later

pytestmark = pytest.mark.django_db
WHY = "بانک گواهی داد"


def taken(till, rials: int) -> StatementLine:
    """A debit nobody explains."""
    till.take({"rials": -rials, "text": "برداشت"})
    return unexplained_debits().first()


def paid(till, rials: int, charge, **more) -> Payment:
    slip = issue_slip(charge, till.cast.honest, by=till.cast.officer, now=NOW)
    return till.take({"rials": rials, "bill_id": slip.bill_id, "payment_id": slip.payment_id, **more})[0]


def explain(till, line, kind, payment=None, by="officer"):
    return explain_debit(line.pk, kind, payment.pk if payment else None, by=getattr(till.cast, by), now=NOW, reason=WHY)


@pytest.mark.parametrize(("kind", "account"), [(DebitKind.FEE, "5900"), (DebitKind.OWN, "1020")])
def test_a_charge_of_the_bank_and_our_own_transfer_leave_the_account_of_what_nobody_explains(till, kind, account):
    till.take({"rials": 700})
    line = taken(till, 5)
    assert balance("1900") == 5
    explain(till, line, kind)
    assert (balance("1900"), balance(account), balance("1010")) == (0, 5, 695)
    assert not unexplained_debits().exists()
    assert reconcile(TODAY, by=till.cast.officer, now=NOW).is_tied


def test_a_payment_the_bank_takes_back_is_owed_again_and_its_workplace_is_told(till):
    charge = till.charge(700)
    payment = paid(till, 1_000, charge, on=later(-3))
    line = taken(till, 1_000)
    assert payments_like(line, till.cast.officer) == [payment]
    explain(till, line, DebitKind.TAKEN_BACK, payment)
    payment.refresh_from_db()
    assert payment.state == PaymentState.TAKEN_BACK
    assert settled_of(charge) == 0 and [item.remaining for item in open_items("1100", ("workplace", till.cast.honest.pk))] == [700]
    assert (balance("1010"), balance("1900"), balance("2110")) == (0, 0, 0)
    assert Notice.objects.get(kind="payment_taken_back").facts["amount"] == 1_000
    assert reconcile(TODAY, by=till.cast.officer, now=NOW).is_tied
    with pytest.raises(NotMatched):
        move_payment(payment.pk, till.cast.late.pk, by=till.cast.officer, now=NOW, reason="اشتباه")


def test_money_that_was_nobodys_may_be_taken_back_too(till):
    [payment] = till.take({"rials": 400})
    explain(till, taken(till, 400), DebitKind.TAKEN_BACK, payment)
    payment.refresh_from_db()
    assert payment.state == PaymentState.TAKEN_BACK and balance("2100") == 0 == balance("1010")
    assert reconcile(TODAY, by=till.cast.officer, now=NOW).is_tied


def test_a_debit_is_explained_once(till):
    line = taken(till, 5)
    explain(till, line, DebitKind.FEE)
    with pytest.raises(AlreadyExplained):
        explain(till, line, DebitKind.OWN)
    assert (balance("5900"), balance("1020")) == (5, 0)


@pytest.mark.parametrize("rials", [999, 1_001])
def test_another_sum_is_not_this_payment_and_nothing_changes(till, rials):
    payment = paid(till, 1_000, till.charge(700))
    line = taken(till, rials)
    with pytest.raises(NotThisPayment):
        explain(till, line, DebitKind.TAKEN_BACK, payment)
    assert balance("1900") == rials and list(unexplained_debits()) == [line]


def test_neither_a_payment_under_refund_nor_one_taken_back_before_nor_none_is_this_payment(till):
    [refunded, gone] = till.take({"rials": 400}, {"rials": 400})
    explain(till, taken(till, 400), DebitKind.TAKEN_BACK, gone)
    prepare_refund(rials=400, iban=PAYER, holder="سپهر", reason="از ما نیست", payment_id=refunded.pk, by=till.cast.officer, now=NOW)
    line = taken(till, 400)
    for payment in (refunded, gone, None):
        with pytest.raises(NotThisPayment):
            explain(till, line, DebitKind.TAKEN_BACK, payment)
    assert balance("1900") == 400


def test_a_payment_whose_credit_was_spent_is_not_taken_and_nothing_changes(till):
    payment, other = paid(till, 1_000, till.charge(700)), till.charge(300)
    use_credit(till.cast.honest.pk, other, by=till.cast.clerk, now=NOW, reason="از بستانکاری")
    line = taken(till, 1_000)
    with pytest.raises(CreditSpent):
        explain(till, line, DebitKind.TAKEN_BACK, payment)
    assert balance("1900") == 1_000 and settled_of(other) == 300


def test_whoever_has_no_right_explains_nothing_and_a_far_officer_takes_nothing_from_our_workplaces(till):
    payment = paid(till, 1_000, till.charge(700))
    line = taken(till, 1_000)
    for who, kind in (("clerk", DebitKind.FEE), ("employer", DebitKind.OWN), ("far_officer", DebitKind.TAKEN_BACK)):
        with pytest.raises(NotAllowed):
            explain(till, line, kind, payment, by=who)
    assert balance("1900") == 1_000
    assert payments_like(line, till.cast.far_officer) == [], "whose payment it may be is for its own branch"


def test_on_the_page_an_officer_sees_payments_of_the_same_sum_and_says_which_was_taken_back(till, as_user):
    payment = paid(till, 1_000, till.charge(1_000))
    line = taken(till, 1_000)
    officer = as_user("officer")
    address = reverse("payments:debit", args=[line.pk])
    assert address in officer.get("/branch/payments/").content.decode()
    assert digits(payment.number) in officer.get(address).content.decode()
    short = officer.post(address, {"kind": "taken_back", "reason": WHY})
    assert short.status_code == 422 and "شمارهٔ پرداخت را" in short.content.decode()
    done = officer.post(address, {"kind": "taken_back", "payment": payment.number, "reason": WHY}, follow=True)
    assert "این برداشت دیگر ناشناخته نیست" in done.content.decode()
    payment.refresh_from_db()
    assert payment.state == PaymentState.TAKEN_BACK and officer.get(address).status_code == 403


def test_the_command_shows_and_explains_debits_and_a_refusal_is_told_in_words(till, capsys):
    line = taken(till, 5)
    call_command("payment", "debits", "--as", "officer")
    assert line.reference in capsys.readouterr().out
    words = ("payment", "explain", line.reference, "fee", "--reason", WHY, "--as", "officer")
    call_command(*words)
    assert balance("5900") == 5
    with pytest.raises(CommandError, match="چشم به راه توضیح نیست"):
        call_command(*words)
