from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .append_only import append_only


class CreditEntry(models.Model):
    """A workplace's credit used for a charge, or money that paid a charge since cancelled become credit. Subject of its journal."""

    class Kind(models.TextChoices):
        USE = "use", _("به بدهی رفت")
        FREE = "free", _("بستانکاری شد")

    workplace = models.ForeignKey("registry.Workplace", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=4, choices=Kind)
    amount = models.BigIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.TextField()

    class Meta:
        constraints = [models.CheckConstraint(name="credit_entry_is_money", condition=models.Q(amount__gt=0))]
        triggers = [append_only("credit_entry")]

    def __str__(self) -> str:
        return f"{self.kind} {self.amount}"
