"""The monthly list of a workplace (Art. 39): what arrived, when, and how far it has come."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class ListState(models.TextChoices):
    RECEIVED = "received", _("رسید؛ در دست بررسی")
    RETURNED = "returned", _("خطا دارد")
    ACCEPTED = "accepted", _("پذیرفته شد")
    ASSESSED = "assessed", _("محاسبه شد")
    WITHDRAWN = "withdrawn", _("پس گرفته شد")


STANDING = [ListState.ACCEPTED, ListState.ASSESSED]


class MonthlyList(models.Model):
    """One list number of one workplace, month and contract row. `month` is Jalali, 140508 = Aban 1405."""

    tracking = models.CharField(max_length=24, unique=True)
    workplace = models.ForeignKey("registry.Workplace", on_delete=models.PROTECT, related_name="+")
    workplace_code = models.CharField(max_length=10)
    month = models.IntegerField()
    list_number = models.BigIntegerField()
    contract_row = models.CharField(max_length=3, blank=True, default="")
    content_sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=ListState, default=ListState.RECEIVED)

    received_at = models.DateTimeField()
    received_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    checked_at = models.DateTimeField(null=True)
    assessed_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_reason = models.TextField(blank=True, default="")
    # A list under the number of an assessed one corrects it; when it is assessed itself, that one is `corrected_at`.
    corrects = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="corrections")
    corrected_at = models.DateTimeField(null=True)

    layout = models.CharField(max_length=16, blank=True, default="")
    encoding = models.CharField(max_length=16, blank=True, default="")
    workers_count = models.IntegerField(default=0)
    days_total = models.BigIntegerField(default=0)
    wage_total = models.BigIntegerField(default=0)
    error_count = models.IntegerField(default=0)
    warning_count = models.IntegerField(default=0)
    error_rows_count = models.IntegerField(default=0)

    class Meta:
        constraints = [
            # Received once: the same bytes again are the first list, unless that one was withdrawn or corrected.
            models.UniqueConstraint(
                fields=["workplace", "month", "list_number", "contract_row", "content_sha256"],
                condition=~Q(state="withdrawn") & Q(corrected_at__isnull=True),
                name="list_received_once",
            ),
            # Two different lists may not both stand under one number; a correction stands beside the one list it corrects.
            models.UniqueConstraint(
                fields=["workplace", "month", "list_number", "contract_row"],
                condition=Q(state__in=["accepted", "assessed"], corrects__isnull=True),
                name="list_number_stands_once",
            ),
            models.UniqueConstraint(
                fields=["corrects"], condition=Q(state__in=["accepted", "assessed"]), name="list_corrected_once"
            ),
            models.CheckConstraint(
                condition=Q(corrected_at__isnull=True) | Q(state="assessed"), name="list_corrected_when_assessed"
            ),
            models.CheckConstraint(condition=Q(month__gte=130001) & Q(month__lte=150012), name="list_month_is_jalali"),
        ]
        indexes = [
            models.Index(fields=["workplace", "-month"], name="list_by_workplace"),
            models.Index(fields=["-received_at"], name="list_by_arrival"),
        ]

    def __str__(self) -> str:
        return self.tracking

    @property
    def is_standing(self) -> bool:
        return self.state in STANDING

    @property
    def may_be_withdrawn(self) -> bool:
        """Only what is not yet assessed; an assessed list is corrected by a further one."""
        return self.state in (ListState.RECEIVED, ListState.RETURNED, ListState.ACCEPTED)


class ListDocument(models.Model):
    """The bytes a list was read from, as they arrived."""

    list = models.ForeignKey(MonthlyList, on_delete=models.PROTECT, related_name="documents")
    document = models.ForeignKey("records.Document", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["list", "document"], name="list_document_once")]
