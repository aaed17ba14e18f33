from django.db import models

from .append_only import append_only


class Reconciliation(models.Model):
    """What was held against what at the end of a day, to the rial. `ties` are rows of name, two sums and their difference."""

    day = models.DateField()
    made_at = models.DateTimeField()
    is_tied = models.BooleanField()
    ties = models.JSONField()

    class Meta:
        indexes = [models.Index(fields=["-day", "-made_at"], name="reconciliation_by_day")]
        triggers = [append_only("reconciliation")]

    def __str__(self) -> str:
        return str(self.day)
