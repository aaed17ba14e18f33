"""Collection held: while something is open about a debt, nobody presses for it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class CollectionHold(models.Model):
    """One reason for which the collection of a debt is held; `cause` is what holds it, such as ("objection", id)."""

    debt = models.ForeignKey("debts.Debt", models.PROTECT, related_name="holds")
    cause_kind = models.TextField()
    cause_id = models.BigIntegerField()
    held_at = models.DateTimeField()
    held_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    released_at = models.DateTimeField(null=True)
    released_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    released_because = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["debt", "cause_kind", "cause_id"], condition=Q(released_at__isnull=True), name="debt_held_once_for_a_cause"),
            models.CheckConstraint(name="hold_released_after_held", condition=Q(released_at__isnull=True) | Q(released_at__gte=F("held_at"), released_by__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.debt_id} {self.cause_kind} {self.cause_id}"
