"""What the books say."""

from datetime import date
from typing import NamedTuple

from django.db.models import Q, Sum
from django.db.models.functions import Coalesce

from opentamin.office.ledger.models import Account, Journal, Leg


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
