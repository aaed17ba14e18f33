from django.db import models

from opentamin.office.ledger.models.account import Account
from opentamin.office.ledger.models.journal import Journal


class Leg(models.Model):
    """One side of a journal: rials on an account for a party; debit is positive, credit negative."""

    journal = models.ForeignKey(Journal, models.PROTECT, related_name="legs")
    account = models.ForeignKey(Account, models.PROTECT, related_name="legs", db_index=False)
    party_kind = models.TextField(blank=True, default="")
    party_id = models.BigIntegerField(default=0)
    amount = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["account", "party_kind", "party_id"], include=["amount"], name="leg_by_party")]
        constraints = [models.CheckConstraint(name="leg_moves_money", condition=~models.Q(amount=0))]

    def __str__(self) -> str:
        return f"{self.account_id} {self.amount}"
