"""A debt beside the premium of a list: prepared by the machine, issued by a named officer, corrected by further entries."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class DebtKind(models.TextChoices):
    LIST_PENALTY = "list_penalty", _("جریمهٔ فهرست")
    LATE_PREMIUM = "late_premium", _("جریمهٔ دیرکرد حق بیمه")
    ASSESSED_ART_40 = "assessed_art_40", _("حق بیمهٔ تعیین‌شده به دست سازمان (ماده ۴۰)")
    DIFFERENCE_ART_101 = "difference_art_101", _("مابه‌التفاوت یافته‌شده (ماده ۱۰۱)")


class DebtState(models.TextChoices):
    PREPARED = "prepared", _("آماده شد؛ هنوز صادر نشده است")
    ISSUED = "issued", _("صادر شد")
    REVISED = "revised", _("با برگه‌ای تازه اصلاح شد")
    WITHDRAWN = "withdrawn", _("پس گرفته شد")


STANDING = [DebtState.ISSUED, DebtState.REVISED]  # these rows add up to what was asked of the employer


class Debt(models.Model):
    """One entry of what a workplace owes for one month, for one reason.

    `total` is what the articles give up to `day`; `before` is what standing entries of the same reason already ask; `amount` is the
    rest and what this entry's journal posts: more for a further month of delay, less than zero where a revision lowers.
    `parts` are the articles asked, each with its facts, amount and full trace, so that the reasons of the day stay as they were.
    """

    tracking = models.CharField(max_length=24, unique=True)
    workplace = models.ForeignKey("registry.Workplace", models.PROTECT, related_name="+")
    month = models.IntegerField()
    list = models.ForeignKey("contributions.MonthlyList", models.PROTECT, null=True, related_name="+")
    kind = models.TextField(choices=DebtKind)
    evidence = models.ForeignKey("debts.Evidence", models.PROTECT, related_name="debts")
    day = models.DateField()
    last_day = models.DateField()  # of list and premium, with holidays
    total = models.BigIntegerField()
    before = models.BigIntegerField(default=0)
    amount = models.BigIntegerField()
    split = models.JSONField()  # {account: rials} of `amount`, credits as positive numbers
    parts = models.JSONField()  # [{article, facts, amount, until, trace}]
    law_hash = models.CharField(max_length=64)
    law_day = models.DateField()
    known_on = models.DateField()
    trace_digest = models.CharField(max_length=64)
    is_enforceable = models.BooleanField()  # nothing in it rests on a figure that is only remembered
    revises = models.ForeignKey("self", models.PROTECT, null=True, related_name="revised_by")
    revised_because = models.TextField(blank=True, default="")

    state = models.TextField(choices=DebtState, default=DebtState.PREPARED)
    prepared_at = models.DateTimeField()
    prepared_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    issued_at = models.DateTimeField(null=True)
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    journal = models.ForeignKey("ledger.Journal", models.PROTECT, null=True, related_name="+")
    paper = models.ForeignKey("records.Paper", models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    withdrawn_because = models.TextField(blank=True, default="")

    class Meta:
        indexes = [
            models.Index(fields=["workplace", "-month"], name="debt_by_workplace"),
            models.Index(fields=["state", "prepared_at"], name="debt_by_state"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["workplace", "month", "kind", "list"], nulls_distinct=False, condition=Q(state="prepared"), name="debt_prepared_once"
            ),
            models.CheckConstraint(name="debt_is_the_rest", condition=Q(amount=F("total") - F("before"))),
            models.CheckConstraint(name="debt_asks_or_lowers", condition=Q(amount__gt=0) | Q(amount__lt=0, revises__isnull=False)),
            models.CheckConstraint(name="debt_total_not_negative", condition=Q(total__gte=0, before__gte=0)),
            models.CheckConstraint(name="debt_of_a_day_that_passed", condition=Q(day__gt=F("last_day"))),
            models.CheckConstraint(
                name="debt_issued_by_somebody_with_paper_and_journal",
                condition=Q(state__in=["prepared", "withdrawn"])
                | Q(issued_at__isnull=False, issued_by__isnull=False, journal__isnull=False, paper__isnull=False),
            ),
            models.CheckConstraint(name="debt_on_memory_is_never_issued", condition=Q(is_enforceable=True) | Q(journal__isnull=True)),
            models.CheckConstraint(name="debt_withdrawn_with_reason", condition=~Q(state="withdrawn") | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_because=""))),
        ]
        triggers = [
            pgtrigger.Protect(name="debt_stays", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="debt_amount_stays",
                operation=pgtrigger.UpdateOf("tracking", "workplace_id", "month", "list_id", "kind", "evidence_id", "day", "total", "before", "amount", "split", "parts", "law_hash"),
            ),
        ]

    def __str__(self) -> str:
        return self.tracking

    @property
    def is_standing(self) -> bool:
        return self.state in STANDING
