"""What a debt rests on: papers of the same workplace and the same month, and nothing else (Arts 39, 40)."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class EvidenceKind(models.TextChoices):
    LIST = "list", _("فهرست ماهانهٔ کارگاه")
    INSPECTION = "inspection", _("گزارش بازرسی کارگاه")
    BOOKS = "books", _("دفترها و سندهای مزد کارگاه")
    CLAIM = "claim", _("سابقهٔ پذیرفته‌شدهٔ کارگر")


class Evidence(models.Model):
    """One paper about one workplace in one month. Append-only.

    There is no kind for an estimate, an average or the month before: such a thing cannot be written here, and a debt without a
    row of this table about its own month is refused by the database (`debt_rests_on_its_own_period`).
    """

    workplace = models.ForeignKey("registry.Workplace", models.PROTECT, related_name="+")
    month = models.IntegerField()
    kind = models.TextField(choices=EvidenceKind)
    list = models.ForeignKey("contributions.MonthlyList", models.PROTECT, null=True, related_name="+")
    document = models.ForeignKey("records.Document", models.PROTECT, null=True, related_name="+")
    found_on = models.DateField()  # the day the list came, or the paper was drawn up
    note = models.TextField(blank=True, default="")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            # Debts refer to these three together: what a debt rests on is of its own workplace and month.
            models.UniqueConstraint(fields=["id", "workplace", "month"], name="evidence_period"),
            models.UniqueConstraint(fields=["list"], condition=Q(kind="list"), name="evidence_of_list_once"),
            models.UniqueConstraint(fields=["workplace", "month", "document"], name="evidence_of_document_once"),
            models.CheckConstraint(name="evidence_is_a_paper", condition=Q(kind="list", list__isnull=False) | (~Q(kind="list") & Q(list__isnull=True, document__isnull=False))),
            models.CheckConstraint(name="evidence_kind_is_known", condition=Q(kind__in=["list", "inspection", "books", "claim"])),
            models.CheckConstraint(name="evidence_month_is_jalali", condition=Q(month__gte=130001, month__lte=150012)),
        ]
        triggers = [pgtrigger.Protect(name="evidence_stays", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.kind} {self.workplace_id} {self.month}"


class EvidenceRow(models.Model):
    """One worker as the paper shows them in that month: days and insurable wage of the month in rials."""

    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="rows")
    row = models.IntegerField()
    person = models.ForeignKey("registry.Person", models.PROTECT, null=True, related_name="+")
    national_id = models.TextField(blank=True, default="")
    name = models.TextField()
    days = models.SmallIntegerField()
    wage = models.BigIntegerField()
    nationality = models.TextField(blank=True, default="ایرانی")
    job_code = models.TextField(blank=True, default="")
    job_title = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["evidence", "row"], name="evidence_row_place"),
            models.CheckConstraint(name="evidence_row_has_days_of_a_month", condition=Q(days__gte=1, days__lte=31)),
            models.CheckConstraint(name="evidence_row_has_pay", condition=Q(wage__gt=0)),
        ]
        triggers = [pgtrigger.Protect(name="evidence_row_stays", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.evidence_id}.{self.row}"
