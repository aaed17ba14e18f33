from django.db import models

from opentamin.office.ledger.models.account import Account
from opentamin.office.ledger.models.journal import Journal


class Settlement(models.Model):
    """So many rials of a credit pay so many rials of a charge, on one account of one party.

    A charge is a journal with a net debit on that account for that party; `payment` is any journal with a net credit there: money
    received, but also a reversal or a move. `on` is the day the money counts as paid. A settlement is taken back by a further row that
    names it in `undoes`; the database refuses to settle more than either journal has.
    """

    account = models.ForeignKey(Account, models.PROTECT, related_name="+", db_index=False)
    party_kind = models.TextField()
    party_id = models.BigIntegerField()
    charge = models.ForeignKey(Journal, models.PROTECT, related_name="settled_by")
    payment = models.ForeignKey(Journal, models.PROTECT, related_name="settles")
    amount = models.BigIntegerField()
    on = models.DateField(db_column="settled_on")
    undoes = models.OneToOneField("self", models.PROTECT, related_name="undone_by", null=True)
    reason = models.TextField(blank=True, default="")
    created_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["account", "party_kind", "party_id"], name="settlement_by_party")]
        constraints = [
            models.CheckConstraint(name="settlement_moves_money", condition=models.Q(amount__gt=0)),
            models.CheckConstraint(name="settlement_joins_two", condition=~models.Q(charge=models.F("payment"))),
            models.CheckConstraint(
                name="settlement_undone_with_reason", condition=models.Q(undoes__isnull=True) | ~models.Q(reason="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.charge_id} by {self.payment_id}: {self.amount}"
