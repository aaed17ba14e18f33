"""Papers brought with an objection."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class DocumentRole(models.TextChoices):
    EVIDENCE = "evidence", _("مدرک")
    POWER_OF_ATTORNEY = "power_of_attorney", _("وکالت‌نامه")
    PAPER = "paper", _("برگهٔ اعتراض")
    WITHDRAWAL = "withdrawal", _("برگهٔ پس گرفتن")


class ObjectionDocument(models.Model):
    """One paper of one objection under the name it came with. Append-only.

    `has_active_content` is our note that a PDF carries a program, a file or an action inside: it is kept as it came and never opened here.
    """

    objection = models.ForeignKey("disputes.Objection", models.PROTECT, related_name="documents")
    document = models.ForeignKey("records.Document", models.PROTECT, related_name="+")
    role = models.TextField(choices=DocumentRole)
    name = models.TextField()
    has_active_content = models.BooleanField(default=False)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["objection", "document", "role"], name="objection_document_once")]
        triggers = [pgtrigger.Protect(name="objection_document_stays", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.objection_id} {self.role}"
