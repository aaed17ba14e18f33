"""What the books say."""

from datetime import date
from typing import NamedTuple

from django.db import connection
from django.db.models import Case, F, Q, QuerySet, Sum, Value, When
from django.db.models.functions import Coalesce

from opentamin.office.ledger.models import Account, Journal, Leg, Settlement


class TrialBalanceRow(NamedTuple):
    """One account: rials debited and credited (both positive) and what remains (debit positive)."""

    account: Account
    debit: int
    credit: int
    balance: int


def balance(account: str, party: tuple[str, int] | None = None, on: date | None = None) -> int:
    """Return the rials standing on an account code, debit positive; of one party, and as the books stood on a day, if given."""
    legs = Leg.objects.filter(account_id=account)
    if party is not None:
        legs = legs.filter(party_kind=party[0], party_id=party[1])
    if on is not None:
        legs = legs.filter(journal__on__lte=on)
    return int(legs.aggregate(total=Coalesce(Sum("amount"), 0))["total"])


def balances(party: tuple[str, int]) -> dict[str, int]:
    """Return {account code: rials} of one party, accounts at zero left out."""
    legs = Leg.objects.filter(party_kind=party[0], party_id=party[1])
    totals = legs.values("account_id").annotate(total=Sum("amount")).exclude(total=0).order_by("account_id")
    return {row["account_id"]: int(row["total"]) for row in totals}


def trial_balance(on: date | None = None) -> list[TrialBalanceRow]:
    """Return every account with its totals, as the books stood at the end of a day (today's books if not given)."""
    until = Q() if on is None else Q(legs__journal__on__lte=on)
    accounts = Account.objects.annotate(
        debit=Coalesce(Sum("legs__amount", filter=until & Q(legs__amount__gt=0)), 0),
        credit=Coalesce(Sum("legs__amount", filter=until & Q(legs__amount__lt=0)), 0),
    ).order_by("code")
    return [TrialBalanceRow(row, int(row.debit), -int(row.credit), int(row.debit + row.credit)) for row in accounts]


def journals_of(subject: tuple[str, int]) -> list[Journal]:
    """Return the journals about a subject with their legs, oldest first."""
    journals = Journal.objects.filter(subject_kind=subject[0], subject_id=subject[1])
    return list(journals.order_by("id").prefetch_related("legs"))


def find_reversal(journal: Journal) -> Journal | None:
    """Return the journal that reversed this one, or None."""
    return Journal.objects.filter(kind="reversal", subject_kind="journal", subject_id=journal.pk).first()


class OpenItem(NamedTuple):
    """One charge, or one credit, of a party on an account. Rials, all positive: what it was, what is settled, what remains."""

    journal: Journal
    kind: str
    subject: tuple[str, int]
    on: date
    amount: int
    settled: int

    @property
    def remaining(self) -> int:
        return self.amount - self.settled


# Every journal that moved the account of the party, with its net sum and what of it is settled. `sign` 1 asks for charges, -1 for credits.
_ITEMS = """
WITH moved AS (
    SELECT journal_id, sum(amount) * %(sign)s AS amount FROM ledger_leg
    WHERE account_id = %(account)s AND party_kind = %(party_kind)s AND party_id = %(party_id)s
    GROUP BY journal_id HAVING sum(amount) * %(sign)s > 0
), settled AS (
    SELECT CASE WHEN %(sign)s > 0 THEN charge_id ELSE payment_id END AS journal_id,
        sum(CASE WHEN undoes_id IS NULL THEN amount ELSE -amount END) AS amount
    FROM ledger_settlement
    WHERE account_id = %(account)s AND party_kind = %(party_kind)s AND party_id = %(party_id)s GROUP BY 1
)
SELECT j.id, j.kind, j.number, j.posted_on, j.subject_kind, j.subject_id, j.reason, j.created_at, m.amount, coalesce(s.amount, 0)
FROM moved m JOIN ledger_journal j ON j.id = m.journal_id LEFT JOIN settled s USING (journal_id)
WHERE %(is_all)s OR m.amount > coalesce(s.amount, 0) ORDER BY j.posted_on, j.id
"""


def open_items(account: str, party: tuple[str, int], *, is_all: bool = False) -> list[OpenItem]:
    """Return the charges of a party on an account that are not wholly settled, oldest first; with `is_all` the settled ones too."""
    return _items(account, party, 1, is_all)


def open_credits(account: str, party: tuple[str, int], *, is_all: bool = False) -> list[OpenItem]:
    """Return the credits of a party on an account of which something is still free, oldest first; with `is_all` the spent ones too."""
    return _items(account, party, -1, is_all)


def _items(account: str, party: tuple[str, int], sign: int, is_all: bool) -> list[OpenItem]:
    values = {"account": account, "party_kind": party[0], "party_id": party[1], "sign": sign, "is_all": is_all}
    with connection.cursor() as cursor:
        cursor.execute(_ITEMS, values)
        rows = cursor.fetchall()
    found = []
    for pk, kind, number, on, subject_kind, subject_id, reason, created_at, amount, settled in rows:
        subject = (subject_kind, subject_id)
        journal = Journal(
            id=pk, kind=kind, number=number, on=on, subject_kind=subject_kind, subject_id=subject_id, reason=reason,
            created_at=created_at,
        )  # fmt: skip
        found.append(OpenItem(journal, kind, subject, on, int(amount), int(settled)))
    return found


_SIGNED = Case(When(undoes__isnull=True, then=F("amount")), default=-F("amount"))


def remaining_of(journal: Journal, account: str, party: tuple[str, int]) -> int:
    """Return what of a journal is still open on an account of a party: rials owed are positive, a free credit is negative."""
    moved = Leg.objects.filter(journal=journal, account_id=account, party_kind=party[0], party_id=party[1])
    amount = int(moved.aggregate(total=Coalesce(Sum("amount"), 0))["total"])
    role = "charge" if amount > 0 else "payment"
    settled = Settlement.objects.filter(**{role: journal}, account_id=account, party_kind=party[0], party_id=party[1])
    done = int(settled.aggregate(total=Coalesce(Sum(_SIGNED), Value(0)))["total"])
    return amount - done if amount > 0 else amount + done


def settled_of(charge: Journal, by_day: date | None = None) -> int:
    """Return the rials paid on a charge, as known now: by a day (that day included) if given.

    What was taken back counts as never paid, on whatever day that was found out.
    """
    rows = standing_settlements(charge=charge)
    if by_day is not None:
        rows = rows.filter(on__lte=by_day)
    return int(rows.aggregate(total=Coalesce(Sum("amount"), 0))["total"])


def standing_settlements(*, charge: Journal | None = None, payment: Journal | None = None) -> QuerySet[Settlement]:
    """Return the settlements of a charge, or by a credit, that nobody took back, in the order they were made."""
    wanted = {name: one for name, one in (("charge", charge), ("payment", payment)) if one is not None}
    rows = Settlement.objects.filter(undoes__isnull=True, undone_by__isnull=True, **wanted)
    return rows.select_related("charge", "payment").order_by("id")


def charge_of(kind: str, subject: tuple[str, int]) -> Journal | None:
    """Return the journal of this kind about a subject, or None."""
    return Journal.objects.filter(kind=kind, subject_kind=subject[0], subject_id=subject[1]).first()
