"""Who read whose record, when and by which right."""

import pgtrigger
from django.db import models
from django.db.models.functions import Now


class Reading(models.Model):
    """One opening of something that belongs to a person or workplace, by somebody else. Append-only; ids alone, no names.

    `scope` is whose it is, `thing` what was opened of it: a list, a debt, or the scope itself. One opening of a list is one line
    however many people stand on it; `readings.register_holder` says which things hold a person.
    """

    at = models.DateTimeField(db_default=Now())
    reader = models.ForeignKey("accounts.User", models.PROTECT, related_name="+", db_index=False)
    # The right: the permission, and the grant that gave it. Without a grant it was the keeper of the house, at the machine itself.
    permission = models.TextField()
    grant = models.ForeignKey("accounts.Grant", models.PROTECT, null=True, related_name="+", db_index=False)
    scope_kind = models.TextField()
    scope_id = models.BigIntegerField()
    thing_kind = models.TextField()
    thing_id = models.BigIntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["scope_kind", "scope_id", "at"], name="reading_scope"),
            models.Index(fields=["thing_kind", "thing_id"], name="reading_thing"),
            models.Index(fields=["reader", "at"], name="reading_reader"),
        ]
        triggers = [pgtrigger.Protect(name="reading_is_append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.permission} {self.thing_kind} {self.thing_id}"
