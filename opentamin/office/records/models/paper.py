"""Papers that anybody who holds them can check, and the count of wrong codes."""

import pgtrigger
from django.db import models


class Paper(models.Model):
    """An issued PDF under a code that is printed on it. The code is found by its digest, so a look-up leaks no prefix."""

    code = models.TextField()
    code_sha256 = models.CharField(max_length=64, unique=True)
    kind = models.TextField()
    subject_kind = models.TextField()
    subject_id = models.BigIntegerField()
    document = models.ForeignKey("records.Document", models.PROTECT, related_name="papers")
    issued_at = models.DateTimeField()
    issued_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["subject_kind", "subject_id", "kind", "issued_at"], name="paper_subject")]
        triggers = [pgtrigger.Protect(name="paper_never_changes", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject_kind} {self.subject_id}"


class Attempt(models.Model):
    """How many wrong codes came from one address (kept as a keyed digest) within one span of time."""

    who = models.CharField(max_length=64)
    since = models.DateTimeField()
    count = models.IntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(name="attempt_span", fields=["who", "since"])]

    def __str__(self) -> str:
        return f"{self.since}: {self.count}"
