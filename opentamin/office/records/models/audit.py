"""What was done, by whom, when, to what and why."""

import pgtrigger
from django.db import models


class Audit(models.Model):
    """One act. Append-only: the database refuses to change or delete a line. `facts` hold ids and counts, no names."""

    act = models.TextField()
    by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    at = models.DateTimeField()
    subject_kind = models.TextField()
    subject_id = models.BigIntegerField()
    facts = models.JSONField(default=dict)
    reason = models.TextField(blank=True, default="")

    class Meta:
        indexes = [
            models.Index(fields=["subject_kind", "subject_id", "at"], name="audit_subject"),
            models.Index(fields=["by", "at"], name="audit_by"),
        ]
        triggers = [pgtrigger.Protect(name="audit_is_append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.act} {self.subject_kind} {self.subject_id}"
