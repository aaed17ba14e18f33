"""Post one journal: what happened, on which day, and the rials it moved between accounts."""

from collections.abc import Iterable
from datetime import date, datetime
from operator import index

from django.db import connection

from opentamin.office.ledger.models import Journal

Leg = tuple[str, str, int, int]

# One statement for the journal and all its legs: the balance trigger looks at each statement by itself.
_POST = """
WITH legs AS (
    SELECT * FROM unnest(%s::text[], %s::text[], %s::bigint[], %s::bigint[]) AS leg(account, party_kind, party_id, amount)
), missing AS (
    SELECT account FROM legs WHERE account NOT IN (SELECT code FROM ledger_account)
), journal AS (
    INSERT INTO ledger_journal (kind, posted_on, subject_kind, subject_id, reason, created_at)
    SELECT %s, %s, %s, %s, %s, %s WHERE NOT EXISTS (SELECT FROM missing)
    ON CONFLICT (kind, subject_kind, subject_id) DO NOTHING RETURNING id, number
), written AS (
    INSERT INTO ledger_leg (journal_id, account_id, party_kind, party_id, amount)
    SELECT journal.id, legs.account, legs.party_kind, legs.party_id, legs.amount FROM journal, legs
)
SELECT (SELECT id FROM journal), (SELECT number FROM journal), (SELECT array_agg(DISTINCT account) FROM missing)
"""


class Unbalanced(ValueError):
    """The legs do not sum to zero."""


class NothingToPost(ValueError):
    """No leg moves any money."""


class UnknownAccount(ValueError):
    """A leg names an account that is not in the chart."""


class AlreadyPosted(ValueError):
    """There is a journal of this kind about this subject; nothing was written."""


def post(
    *, kind: str, subject: tuple[str, int], on: date, legs: Iterable[Leg], reason: str = "", now: datetime
) -> Journal:
    """Write a journal with its legs and return it.

    `legs` are (account code, party kind, party id, amount in rials), debit positive, credit negative; they must sum to zero.
    Legs of zero rials are left out. `subject` is (kind, id) of what the journal is about: one journal of a kind per subject.

    Raises Unbalanced, NothingToPost, UnknownAccount or AlreadyPosted; after any of them nothing has been written and the
    transaction goes on.
    """
    moved = [(code, party_kind, party_id, index(amount)) for code, party_kind, party_id, amount in legs if amount]
    over = sum(amount for *_, amount in moved)
    if over:
        raise Unbalanced(f"journal {kind} of {subject[0]} {subject[1]} is out of balance by {over} rials")
    if not moved:
        raise NothingToPost(f"journal {kind} of {subject[0]} {subject[1]} moves no money")
    columns = [list(column) for column in zip(*moved, strict=True)]
    with connection.cursor() as cursor:
        cursor.execute(_POST, [*columns, kind, on, subject[0], subject[1], reason, now])
        journal_id, number, missing = cursor.fetchone()
    if missing:
        raise UnknownAccount(f"accounts not in the chart: {', '.join(missing)}")
    if journal_id is None:
        raise AlreadyPosted(f"journal {kind} of {subject[0]} {subject[1]} was posted before")
    return Journal(
        id=journal_id, kind=kind, number=number, on=on, subject_kind=subject[0], subject_id=subject[1], reason=reason, created_at=now
    )
