"""Tracking numbers handed out: one number names one thing in the whole house."""

import pgtrigger
from django.db import models


class Number(models.Model):
    """A number with the series it was drawn for, so that a bare number can be led to the right room."""

    number = models.TextField(primary_key=True)
    series = models.TextField()
    issued_at = models.DateTimeField()

    class Meta:
        triggers = [pgtrigger.Protect(name="number_never_changes", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.number
