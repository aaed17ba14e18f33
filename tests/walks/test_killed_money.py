"""A process killed at any step of receiving or matching a bank statement: gone on with, every line is booked once and all is tied to the rial."""

import pytest

from opentamin.office.channels.simulators.bank import SimulatedBank
from opentamin.office.ledger.queries import balance, trial_balance
from opentamin.office.payments.actions import (
    decide_refund,
    issue_slip,
    match_statement,
    order_refund,
    prepare_refund,
    receive_statement,
    reconcile,
)
from opentamin.office.payments.models import BankStatement, Match, Payment, Refund, StatementLine
from opentamin.office.payments.queries import unbooked_lines
from opentamin.office.payments.tests.setting import IBAN, PAYER, TODAY, Till
from opentamin.office.records.models import Document
from tests.cast import NOW

from .test_killed import mortal  # noqa: F401

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
STEPS_MIN = 20


@pytest.fixture
def till(cast) -> Till:
    return Till(cast)


def next_movements(till: Till) -> list[dict]:
    """A slip paid over, money of nobody, a refund that went out, and a debit nobody explains."""
    cast = till.cast
    slip = issue_slip(till.charge(700), cast.honest, by=cast.clerk, now=NOW)
    return [{"rials": 1_000, "bill_id": slip.bill_id, "payment_id": slip.payment_id}, {"rials": 50}, *next_refund(till), {"rials": -3}]


def next_refund(till: Till) -> list[dict]:
    """A refund of what was paid over before, ordered at the bank; none the first time."""
    cast, credit = till.cast, -balance("2110", ("workplace", till.cast.honest.pk))
    if not credit:
        return []
    SimulatedBank().deposit(IBAN, credit, now=NOW, on=TODAY)
    refund = prepare_refund(rials=credit, iban=PAYER, holder="سپهر", reason="اضافه", workplace_id=cast.honest.pk, by=cast.employer, now=NOW)
    decide_refund(refund.pk, True, by=cast.officer, now=NOW)
    order_refund(refund.pk, now=NOW)
    return [{"rials": -credit, "end_to_end": refund.number}]


def received(till: Till) -> BankStatement:
    [receipt] = receive_statement(till.file(*next_movements(till)), name="s.xml", by=till.cast.officer, now=NOW)
    return receipt.statement


def assert_tied(till: Till) -> None:
    kept = reconcile(TODAY, by=till.cast.headquarters, now=NOW)
    assert kept.is_tied, [tie for tie in kept.ties if tie["difference"]]
    assert sum(row.balance for row in trial_balance()) == 0 and unbooked_lines() == []


def test_matching_killed_at_any_step_goes_on_where_it_stopped(till, mortal):  # noqa: F811
    officer = till.cast.officer
    match_statement(received(till).pk, by=officer, now=NOW)
    steps = mortal.do("match", statement=received(till).pk, user=officer.pk)
    assert steps >= STEPS_MIN
    partly = set()
    for at in range(1, steps + 1):
        statement = received(till)
        assert mortal.do("match", statement=statement.pk, user=officer.pk, at=at) is None
        partly.add(len(unbooked_lines()))
        match_statement(statement.pk, by=officer, now=NOW)
        assert_tied(till)
    statements = BankStatement.objects.count()
    assert partly == {0, 1, 2, 3, 4} and statements == steps + 2
    assert Payment.objects.count() == 2 * statements and Match.objects.count() == statements
    assert StatementLine.objects.count() == 4 * statements - 1 and Refund.objects.filter(state="paid").count() == statements - 1
    assert (balance("2100"), balance("1900"), balance("2120")) == (-50 * statements, 3 * statements, 0)


def test_receiving_killed_at_any_step_has_received_all_or_nothing(till, mortal, tmp_path):  # noqa: F811
    officer, path = till.cast.officer, tmp_path / "s.xml"
    path.write_bytes(till.file({"rials": 10}, {"rials": 20}))
    steps = mortal.do("receive", file=str(path), user=officer.pk)
    for at in range(1, steps + 1):
        body = till.file({"rials": 10}, {"rials": 20})
        path.write_bytes(body)
        before = BankStatement.objects.count(), StatementLine.objects.count(), Document.objects.count()
        assert mortal.do("receive", file=str(path), user=officer.pk, at=at) is None
        now = BankStatement.objects.count(), StatementLine.objects.count(), Document.objects.count()
        assert now in (before, (before[0] + 1, before[1] + 2, before[2] + 1)), f"killed at step {at} of {steps}"
        [receipt] = receive_statement(body, name="s.xml", by=officer, now=NOW)
        assert receipt.is_first == (now == before)
        match_statement(receipt.statement.pk, by=officer, now=NOW)
    match_statement(BankStatement.objects.order_by("pk").first().pk, by=officer, now=NOW)
    assert_tied(till)
    assert BankStatement.objects.count() == steps + 1 and balance("1010") == 30 * (steps + 1)
