from django.db import models


class BankMovement(models.Model):
    """One movement on an account at the simulated bank: rials in (positive) or out (negative), and in which statement it was told."""

    iban = models.CharField(max_length=26)
    on = models.DateField(db_column="booked_on")
    amount = models.BigIntegerField()
    end_to_end = models.CharField(max_length=64, blank=True, default="")
    bill_id = models.CharField(max_length=13, blank=True, default="")
    payment_id = models.CharField(max_length=18, blank=True, default="")
    text = models.TextField(blank=True, default="")
    payer_name = models.TextField(blank=True, default="")
    payer_iban = models.CharField(max_length=34, blank=True, default="")
    is_reversal = models.BooleanField(default=False)
    statement_id = models.CharField(max_length=64, blank=True, default="")
    created_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["iban", "statement_id", "id"], name="bank_movement_by_statement")]
        constraints = [
            models.CheckConstraint(name="bank_movement_moves_money", condition=~models.Q(amount=0)),
            models.UniqueConstraint(name="bank_order_once", fields=["end_to_end"], condition=models.Q(amount__lt=0) & ~models.Q(end_to_end="")),
        ]

    def __str__(self) -> str:
        return f"S{self.pk:09d}"
