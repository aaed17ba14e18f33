"""Taking a payment away from the workplace it stands with, before it goes elsewhere. Acts call this inside their transaction."""

from datetime import date, datetime
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from opentamin.office.kit.refusals import Refusal
from opentamin.office.ledger.actions import settle, unsettle
from opentamin.office.ledger.models import Journal
from opentamin.office.ledger.queries import remaining_of, standing_settlements
from opentamin.office.registry.models import Workplace

from .booking import CREDIT, Legs, credit_of
from .charges import RECEIVABLE
from .models import Payment
from .queries import standing_credit


class CreditSpent(Refusal):
    """Part of the payment became credit that has been used or given back since; `missing` rials of it are not there any more."""

    code = "credit_spent"
    sentence = _("%(missing)s ریال از این پرداخت بستانکاری شده و خرج شده است؛ نخست آن را روشن کنید.")


class Freed(NamedTuple):
    """A payment that pays nothing any more: the journal it stood by, and how much of it had paid charges and how much is credit."""

    credit: Journal
    workplace: Workplace
    on_charges: int
    as_credit: int

    @property
    def legs(self) -> Legs:
        """The workplace's side of the journal that takes it away."""
        party = ("workplace", self.workplace.pk)
        return [(RECEIVABLE, *party, self.on_charges), (CREDIT, *party, self.as_credit)]

    def close(self, journal: Journal, on: date, now: datetime) -> None:
        """The journal that took it away settles it, so that it is free for no charge."""
        if self.on_charges:
            settle(journal, self.credit, self.on_charges, account=RECEIVABLE, party=("workplace", self.workplace.pk), on=on, now=now)


def free_payment(payment: Payment, workplace: Workplace, reason: str, now: datetime) -> Freed:
    """Open again what the payment has paid. The workplace is locked before. Raises CreditSpent; the caller's transaction ends then."""
    credit = standing_credit(payment)
    _open_again(payment, credit, workplace, reason, now)
    on_charges = -remaining_of(credit, RECEIVABLE, ("workplace", workplace.pk))
    as_credit = payment.amount - on_charges
    if as_credit > credit_of(workplace):
        raise CreditSpent(missing=as_credit - credit_of(workplace))
    return Freed(credit, workplace, on_charges, as_credit)


def _open_again(payment: Payment, credit: Journal, workplace: Workplace, reason: str, now: datetime) -> None:
    """What since became credit (a charge was cancelled) stays credit, and is looked for there."""
    for settlement in standing_settlements(payment=credit).filter(party_kind="workplace", party_id=workplace.pk):
        if settlement.charge.kind != "credit_free":
            unsettle(settlement, reason=reason, now=now)
