from django.conf import settings
from django.db import models

from .append_only import append_only


class BankStatement(models.Model):
    """One statement of one of our accounts, as it came. Received once, by its number and by its bytes; in the order of its balances."""

    account = models.ForeignKey("payments.BankAccount", models.PROTECT, related_name="statements")
    statement_id = models.CharField(max_length=64)
    format = models.CharField(max_length=4)
    document = models.ForeignKey("records.Document", models.PROTECT, related_name="+")
    opening = models.BigIntegerField()
    closing = models.BigIntegerField()
    first_day = models.DateField()
    last_day = models.DateField()
    lines_count = models.IntegerField()
    received_at = models.DateTimeField()
    received_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["-received_at"], name="statement_by_arrival")]
        constraints = [models.UniqueConstraint(name="statement_received_once", fields=["account", "statement_id"])]
        triggers = [append_only("bank_statement")]

    def __str__(self) -> str:
        return self.statement_id


class StatementLine(models.Model):
    """One movement as the bank told it. `amount` is positive rials; the bank's reference names it once in the account."""

    statement = models.ForeignKey(BankStatement, models.PROTECT, related_name="lines")
    account = models.ForeignKey("payments.BankAccount", models.PROTECT, related_name="+")
    place = models.IntegerField()
    booked_on = models.DateField()
    value_on = models.DateField()
    amount = models.BigIntegerField()
    is_credit = models.BooleanField()
    is_reversal = models.BooleanField()
    reference = models.CharField(max_length=64)
    end_to_end = models.CharField(max_length=64, blank=True, default="")
    bill_id = models.CharField(max_length=13, blank=True, default="")
    payment_id = models.CharField(max_length=18, blank=True, default="")
    text = models.TextField(blank=True, default="")
    payer_name = models.TextField(blank=True, default="")
    payer_iban = models.CharField(max_length=34, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(name="line_named_once", fields=["account", "reference"]),
            models.UniqueConstraint(name="line_in_its_place", fields=["statement", "place"]),
            models.CheckConstraint(name="line_moves_money", condition=models.Q(amount__gt=0)),
        ]
        triggers = [append_only("statement_line")]

    def __str__(self) -> str:
        return self.reference
