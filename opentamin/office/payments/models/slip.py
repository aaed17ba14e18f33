from django.conf import settings
from django.db import models


class Slip(models.Model):
    """A payment slip (برگ پرداخت) for one charge of a workplace: what was open of it on that day, in rials, and how to pay it."""

    number = models.CharField(max_length=24, unique=True)
    workplace = models.ForeignKey("registry.Workplace", models.PROTECT, related_name="+")
    charge = models.ForeignKey("ledger.Journal", models.PROTECT, related_name="+")
    amount = models.BigIntegerField()
    bill_id = models.CharField(max_length=13)
    payment_id = models.CharField(max_length=18)
    issued_on = models.DateField()
    valid_until = models.DateField()
    issued_at = models.DateTimeField()
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    voided_at = models.DateTimeField(null=True)
    void_reason = models.TextField(blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["workplace", "-issued_at"], name="slip_by_workplace")]
        constraints = [
            models.UniqueConstraint(name="slip_found_by_identifiers", fields=["bill_id", "payment_id"]),
            models.CheckConstraint(name="slip_asks_for_money", condition=models.Q(amount__gt=0)),
            models.CheckConstraint(name="slip_voided_with_reason", condition=models.Q(voided_at__isnull=True) | ~models.Q(void_reason="")),
        ]

    def __str__(self) -> str:
        return self.number
