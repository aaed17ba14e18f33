"""The words of a letter, version by version: a lawyer writes them, no program has to change."""

import pgtrigger
from django.conf import settings
from django.db import models


class LetterText(models.Model):
    """One version of the text of one kind of letter. Append-only: a better sentence is a further version.

    The highest version of a kind is in force. `text` holds title, opening, reason, remedy, closing; facts stand in braces, as {month}.
    Letters that went out stay as the bytes they were.
    """

    kind = models.TextField()
    version = models.IntegerField()
    text = models.JSONField()
    reason = models.TextField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")  # none: as delivered

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "version"], name="letter_text_version")]
        triggers = [pgtrigger.Protect(name="letter_text_stays", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.kind} {self.version}"
