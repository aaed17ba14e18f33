from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class RefundState(models.TextChoices):
    PREPARED = "prepared", _("چشم به راه تصمیم")
    REFUSED = "refused", _("پذیرفته نشد")
    GRANTED = "granted", _("در راه بانک")
    PAID = "paid", _("پرداخت شد")
    RETURNED = "returned", _("از بانک برگشت")


class Refund(models.Model):
    """Money to be given back: of a workplace's credit, or of a payment that belongs to nobody we know (`payment`).

    One person prepares it, another decides it by name; the bank's own line of debit says that it was paid.
    """

    number = models.CharField(max_length=24, unique=True)
    workplace = models.ForeignKey("registry.Workplace", models.PROTECT, null=True, related_name="+")
    payment = models.ForeignKey("payments.Payment", models.PROTECT, null=True, related_name="refunds")
    amount = models.BigIntegerField()
    iban = models.CharField(max_length=26)
    holder = models.TextField()
    reason = models.TextField()
    state = models.CharField(max_length=10, choices=RefundState, default=RefundState.PREPARED)
    prepared_at = models.DateTimeField()
    prepared_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    decision_reason = models.TextField(blank=True, default="")
    account = models.ForeignKey("payments.BankAccount", models.PROTECT, null=True, related_name="+")
    ordered_at = models.DateTimeField(null=True)
    closed_on = models.DateField(null=True)
    bank_words = models.TextField(blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["state", "prepared_at"], name="refund_by_state")]
        constraints = [
            models.CheckConstraint(name="refund_is_money", condition=Q(amount__gt=0)),
            models.CheckConstraint(name="refund_of_one_thing", condition=Q(workplace__isnull=True) ^ Q(payment__isnull=True)),
            models.CheckConstraint(name="refund_decided_by_another", condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("prepared_by"))),
            models.CheckConstraint(
                name="refund_decided_by_name", condition=Q(state="prepared") | Q(decided_by__isnull=False, decided_at__isnull=False)
            ),
            models.CheckConstraint(name="refund_refused_with_reason", condition=~Q(state="refused") | ~Q(decision_reason="")),
        ]

    def __str__(self) -> str:
        return self.number
