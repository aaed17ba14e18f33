"""What we told somebody."""

from datetime import datetime
from typing import Self

import pgtrigger
from django.db import models


class NoticeQuerySet(models.QuerySet):
    def for_scopes(self, scopes: set[tuple[str, int]]) -> Self:
        """Notices to any of these scopes; none for no scopes."""
        wanted = models.Q(pk__in=[])
        for kind in {kind for kind, _ in scopes}:
            wanted |= models.Q(scope_kind=kind, scope_id__in=[scope_id for held, scope_id in scopes if held == kind])
        return self.filter(wanted)

    def unread(self) -> Self:
        return self.filter(read_at__isnull=True)


class Notice(models.Model):
    """One notice to a person, workplace or branch. The sentence is made from `kind` and `facts` when it is read, in the reader's language."""

    scope_kind = models.TextField()
    scope_id = models.BigIntegerField()
    kind = models.TextField()
    facts = models.JSONField(default=dict)
    url = models.TextField()
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["scope_kind", "scope_id", "-created_at"], name="notice_scope"),
            models.Index(fields=["scope_kind", "scope_id"], condition=models.Q(read_at__isnull=True), name="notice_unread"),
        ]
        triggers = [
            # Programs that want to hear of a workplace get their row beside the notice, at no cost to whoever tells.
            pgtrigger.Trigger(
                name="notice_goes_to_programs",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                func="""
                    INSERT INTO notices_delivery (webhook_id, notice_id, mark, state, tries, next_try_at, said)
                    SELECT w.id, NEW.id, gen_random_uuid(), 'waiting', 0, NEW.created_at, '' FROM notices_webhook w
                    WHERE w.scope_kind = NEW.scope_kind AND w.scope_id = NEW.scope_id AND w.ended_at IS NULL;
                    RETURN NULL;
                """,
            )
        ]
        constraints = [
            # The kind names a template, the url is followed: both stay inside the house.
            models.CheckConstraint(name="notice_kind_is_a_name", condition=models.Q(kind__regex=r"^[a-z][a-z0-9_]*$")),
            models.CheckConstraint(name="notice_url_is_local", condition=models.Q(url__regex=r"^/([^/\\]|$)")),
            models.CheckConstraint(
                name="notice_read_after_told",
                condition=models.Q(read_at__isnull=True) | models.Q(read_at__gte=models.F("created_at")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.scope_kind} {self.scope_id}"

    def mark_read(self, now: datetime) -> None:
        """Note the first reading; later readings change nothing."""
        if self.read_at is None:
            self.read_at = now
            self.save(update_fields=["read_at"])
