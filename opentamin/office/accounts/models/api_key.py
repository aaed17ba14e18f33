"""Keys by which a person's own programs act in their name."""

from datetime import datetime

import pgtrigger
from django.db import models


class ApiKey(models.Model):
    """One key. Only its digest is kept: the key itself is shown once, when it is made. It carries no rights of its own."""

    user = models.ForeignKey("accounts.User", models.PROTECT, related_name="api_keys")
    name = models.TextField()  # what the owner calls the program
    start = models.CharField(max_length=8)  # first characters, by which the owner tells keys apart
    sha256 = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["user", "-made_at"], name="api_key_user")]
        constraints = [
            models.CheckConstraint(name="api_key_sha256_is_hex", condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$")),
            models.CheckConstraint(name="api_key_ends_after_it_was_made", condition=models.Q(ends_at__gt=models.F("made_at"))),
        ]
        triggers = [
            pgtrigger.Protect(name="api_key_is_never_deleted", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="api_key_stays_as_made", exclude=["used_at", "revoked_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.start}…"

    def is_live(self, now: datetime) -> bool:
        return self.revoked_at is None and now < self.ends_at
