"""Receive a bank statement: keep its bytes and lines, once, in the order of its balances."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from opentamin.banking import Refused, Statement, read_statements
from opentamin.banking.upload import format_of
from opentamin.office.accounts import gate
from opentamin.office.ledger.actions import post
from opentamin.office.records.actions import keep_document, note_act
from opentamin.office.records.models import Document

from ..models import BankAccount, BankStatement, StatementLine
from ..tasks import match_received_statement

LINES_AT_ONCE = 1_000


@dataclass(frozen=True)
class StatementReceipt:
    """A statement that has arrived. `is_first` is false when it had arrived before: then it is the first one again."""

    statement: BankStatement
    is_first: bool


@transaction.atomic
def receive_statement(body: bytes, *, name: str, by, now: datetime) -> list[StatementReceipt]:
    """Every statement of the file, in its order: all are kept or none. Its lines are matched by a job deferred in the same transaction.

    Raises `opentamin.lists.Refused` when the file cannot be read, is of an account that is not ours, or does not follow from the
    statement before it. The same statement again is the first one; another under its number is refused.
    """
    gate.require(by, "statement.receive", *(grant.scope for grant in gate.live_grants(by)))
    statements = read_statements(body)
    accounts = [_account_of(statement) for statement in statements]
    document = keep_document(
        body, name=name, kind="bank_statement", media_type="application/octet-stream", by=by, now=now
    )
    form = format_of(body)
    return [
        _receive_one(statement, account, document, form, by=by, now=now)
        for statement, account in zip(statements, accounts, strict=True)
    ]


def _account_of(statement: Statement) -> BankAccount:
    """The account of ours; locked, so that statements of one account come one after the other."""
    account = BankAccount.objects.select_for_update().filter(iban=statement.iban).first()
    if account is None:
        raise Refused("bank_account_not_ours", "IBAN", statement.iban)
    return account


def _receive_one(statement: Statement, account: BankAccount, document: Document, form: str, *, by, now: datetime) -> StatementReceipt:
    known = BankStatement.objects.filter(account=account, statement_id=statement.statement_id).first()
    if known is not None:
        return StatementReceipt(_the_same(known, statement), is_first=False)
    _refuse_known_lines(statement, account)
    _follow_the_last(statement, account, now)
    received = BankStatement.objects.create(
        account=account, statement_id=statement.statement_id, format=form, document=document, opening=statement.opening,
        closing=statement.closing, first_day=statement.first_day, last_day=statement.last_day, lines_count=len(statement.lines),
        received_at=now, received_by=by,
    )  # fmt: skip
    StatementLine.objects.bulk_create((_line(line, received, account) for line in statement.lines), batch_size=LINES_AT_ONCE)
    note_act("statement.receive", by=by, subject=("bank_statement", received.pk), facts={"lines": len(statement.lines)}, now=now)
    match_received_statement.defer(statement_id=received.pk)
    return StatementReceipt(received, is_first=True)


def _the_same(known: BankStatement, again: Statement) -> BankStatement:
    """Twice is once, if it says the same, in whatever form it came."""
    said = (again.opening, again.closing, len(again.lines), again.credited)
    credited = sum(known.lines.filter(is_credit=True).values_list("amount", flat=True))
    if said != (known.opening, known.closing, known.lines_count, credited):
        raise Refused("bank_statement_changed", "statement", again.statement_id)
    return known


def _refuse_known_lines(statement: Statement, account: BankAccount) -> None:
    """A movement told in two statements would be counted twice."""
    references = [line.reference for line in statement.lines]
    told = StatementLine.objects.filter(account=account, reference__in=references).select_related("statement").order_by("place").first()
    if told is not None:
        raise Refused("bank_line_already_received", "reference", told.reference, other=told.statement.statement_id)


def _follow_the_last(statement: Statement, account: BankAccount, now: datetime) -> None:
    """Balances run on from statement to statement; the first one of an account brings its opening balance into the books."""
    last = account.statements.order_by("-pk").first()
    if last is not None and last.closing != statement.opening:
        raise Refused(
            "bank_statement_does_not_follow", "balance", str(statement.opening), other=last.statement_id, expected=last.closing
        )
    if last is None and statement.opening:
        party = ("bank_account", account.pk)
        legs = [("1010", *party, statement.opening), ("3900", *party, -statement.opening)]
        post(kind="bank_opening", subject=party, on=statement.first_day, legs=legs, reason=statement.statement_id, now=now)


def _line(line, received: BankStatement, account: BankAccount) -> StatementLine:
    return StatementLine(
        statement=received, account=account, place=line.place, booked_on=line.booked_on, value_on=line.value_on, amount=line.amount,
        is_credit=line.is_credit, is_reversal=line.is_reversal, reference=line.reference, end_to_end=line.end_to_end,
        bill_id=line.bill_id, payment_id=line.payment_id, text=line.text, payer_name=line.payer_name, payer_iban=line.payer_iban,
    )  # fmt: skip
