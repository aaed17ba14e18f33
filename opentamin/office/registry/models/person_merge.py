from django.conf import settings
from django.db import models

from opentamin.office.registry.models.person import Person


class PersonMerge(models.Model):
    """A finding that two registered people are one. A link, so it can be undone: nothing moves between the two.

    `root` is where the chain of live links that begins here ends; it is rewritten by merge and undo alone, so that
    reading a person never walks a chain.
    """

    kept = models.ForeignKey(Person, models.PROTECT, related_name="merges_kept")
    merged = models.ForeignKey(Person, models.PROTECT, related_name="merges")
    root = models.ForeignKey(Person, models.PROTECT, related_name="merges_rooted")
    merged_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = models.TextField()
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    undone_reason = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(name="merge_joins_two_people", condition=~models.Q(kept=models.F("merged"))),
            models.CheckConstraint(name="merge_has_no_loop", condition=~models.Q(root=models.F("merged"))),
            models.UniqueConstraint(
                name="merge_is_live_once", fields=["merged"], condition=models.Q(undone_at__isnull=True), include=["root"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.merged_id} → {self.kept_id}"
