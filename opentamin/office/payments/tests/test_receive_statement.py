"""The bank's file: taken once, of our accounts alone, in the order of its balances, whole or not at all."""

from dataclasses import replace

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from opentamin.banking import Refused, write_csv
from opentamin.lists import words
from opentamin.office.accounts.gate import NotAllowed
from opentamin.office.ledger.models import Journal
from opentamin.office.ledger.queries import balance
from opentamin.office.payments.actions import receive_statement
from opentamin.office.payments.models import BankStatement, Payment, StatementLine
from tests.cast import NOW

from .setting import OTHER_IBAN, camt

pytestmark = pytest.mark.django_db


def take(till, body: bytes, by: str = "officer"):
    return receive_statement(body, name="s.xml", by=getattr(till.cast, by), now=NOW)


def refusal(till, body: bytes) -> str:
    before = BankStatement.objects.count(), StatementLine.objects.count(), Journal.objects.count()
    with pytest.raises(Refused) as refused:
        take(till, body)
    for language in words.LANGUAGES:
        assert "{" not in "".join(words.sentence(refused.value.finding, language))
    assert before == (BankStatement.objects.count(), StatementLine.objects.count(), Journal.objects.count())
    return refused.value.finding.code


def test_a_statement_is_kept_with_its_bytes_and_lines_and_a_job_waits_for_it(till):
    body = till.file({"rials": 100}, {"rials": -40})
    [receipt] = take(till, body)
    assert receipt.is_first and bytes(receipt.statement.document.read()) == body
    assert list(receipt.statement.lines.order_by("place").values_list("amount", "is_credit")) == [(100, True), (40, False)]
    [job] = ProcrastinateJob.objects.filter(task_name__contains="match_received_statement")
    assert job.args == {"statement_id": receipt.statement.pk}


def test_a_statement_twice_is_once_also_in_another_form(till):
    statement = till.statement({"rials": 100})
    first, again, as_csv = (take(till, body)[0] for body in (camt(statement), camt(statement), write_csv([statement])))
    assert (first.is_first, again.is_first, as_csv.is_first) == (True, False, False)
    assert first.statement == again.statement == as_csv.statement and StatementLine.objects.count() == 1


def test_another_statement_under_the_same_number_is_refused(till):
    statement = till.statement({"rials": 100})
    take(till, camt(statement))
    changed = replace(statement, lines=[replace(statement.lines[0], amount=101)], closing=101)
    assert refusal(till, camt(changed)) == "bank_statement_changed"


def test_a_statement_for_another_account_is_refused(till):
    assert refusal(till, camt(replace(till.statement({"rials": 100}), iban=OTHER_IBAN))) == "bank_account_not_ours"


def test_of_two_statements_in_a_file_both_are_kept_or_none(till):
    ours = till.statement({"rials": 100})
    assert refusal(till, camt(ours, replace(ours, iban=OTHER_IBAN))) == "bank_account_not_ours"


def test_a_line_told_twice_in_two_statements_is_refused(till):
    take(till, till.file({"rials": 100, "reference": "R1"}))
    assert refusal(till, till.file({"rials": 100, "reference": "R1"})) == "bank_line_already_received"


def test_a_gap_between_two_statements_is_refused_until_it_is_filled(till):
    one, two, three = (till.statement({"rials": rials}) for rials in (100, 200, 300))
    take(till, camt(one))
    assert refusal(till, camt(three)) == "bank_statement_does_not_follow"
    take(till, camt(two))
    take(till, camt(three))
    assert BankStatement.objects.count() == 3


def test_the_first_statement_of_an_account_brings_its_opening_balance_into_the_books(till):
    till.balance = 5_000
    take(till, till.file({"rials": 100}))
    assert balance("1010") == 5_000 == -balance("3900")


@pytest.mark.parametrize("body", [b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><d>&x;</d>', b"", b"hello", b"PK\x03\x04"])
def test_a_hostile_or_strange_file_is_refused_and_nothing_is_kept(till, body):
    assert refusal(till, body).startswith("bank_")


@pytest.mark.parametrize("who", ["stranger", "employer", "clerk", "insured_user"])
def test_only_officers_and_the_machine_bring_statements(till, who):
    with pytest.raises(NotAllowed):
        take(till, till.file({"rials": 100}), by=who)
    assert not BankStatement.objects.exists() and not Payment.objects.exists()
