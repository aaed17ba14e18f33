"""Files that have arrived and wait to be read: on a crowded day the receipt comes first, the reading follows."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class UploadState(models.TextChoices):
    WAITING = "waiting", _("در صف بررسی")
    DONE = "done", _("بررسی شد")
    RETURNED = "returned", _("خوانده نشد؛ برگشت")


class Upload(models.Model):
    """One sending under one tracking number. `received_at` is the moment it came to us: by it the law counts the day.

    `workplaces` are those its sender could send for at that moment, `digest` tells the same files from others, `size` is in
    bytes. `finding` says why a file was handed back unread: code, column, seen, facts.
    """

    tracking = models.CharField(max_length=24, unique=True)
    digest = models.CharField(max_length=64)
    size = models.BigIntegerField()
    received_at = models.DateTimeField()
    received_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    workplaces = ArrayField(models.BigIntegerField())
    state = models.CharField(max_length=8, choices=UploadState, default=UploadState.WAITING)
    done_at = models.DateTimeField(null=True)
    finding = models.JSONField(null=True)
    lists = models.ManyToManyField("contributions.MonthlyList", related_name="uploads")

    class Meta:
        constraints = [
            # Received once: while they wait, the same files of the same sender are one sending.
            models.UniqueConstraint(fields=["received_by", "digest"], condition=Q(state="waiting"), name="upload_waits_once"),
            models.CheckConstraint(
                name="upload_ends_with_a_moment",
                condition=Q(state="waiting", done_at__isnull=True) | (~Q(state="waiting") & Q(done_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="upload_returned_with_a_reason",
                condition=Q(state="returned", finding__isnull=False) | (~Q(state="returned") & Q(finding__isnull=True)),
            ),
        ]
        indexes = [
            models.Index(fields=["id"], include=["size", "received_at"], condition=Q(state="waiting"), name="upload_waiting"),
            models.Index(fields=["done_at"], include=["size"], name="upload_by_end"),
            models.Index(fields=["received_by", "-id"], name="upload_by_sender"),
        ]

    def __str__(self) -> str:
        return self.tracking

    @property
    def is_waiting(self) -> bool:
        return self.state == UploadState.WAITING


class UploadDocument(models.Model):
    """One of its files, under the name it came with."""

    upload = models.ForeignKey(Upload, on_delete=models.PROTECT, related_name="documents")
    document = models.ForeignKey("records.Document", on_delete=models.PROTECT, related_name="+")
    name = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["upload", "document", "name"], name="upload_document_once")]
