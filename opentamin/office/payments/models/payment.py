from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .append_only import append_only


class PaymentState(models.TextChoices):
    UNMATCHED = "unmatched", _("شناخته نشده")
    MATCHED = "matched", _("تسویه شد")
    PARTIAL = "partial", _("بخشی پرداخت شد")
    OVER = "over", _("تسویه؛ مانده دارد")
    CREDITED = "credited", _("بستانکاری شد")
    REFUNDED = "refunded", _("پس داده شد")
    TAKEN_BACK = "taken_back", _("بانک پس گرفت")


class DebitKind(models.TextChoices):
    """What a debit of the bank was that no refund of ours explains."""

    FEE = "fee", _("کارمزد بانک")
    OWN = "own", _("به حساب دیگر خود سازمان رفته است")
    TAKEN_BACK = "taken_back", _("بانک یک واریز را پس گرفته است")


class Payment(models.Model):
    """Money that came in: one for each line of credit that is not a refund come back. `workplace` is empty until it is known."""

    number = models.CharField(max_length=24, unique=True)
    line = models.OneToOneField("payments.StatementLine", models.PROTECT, related_name="payment")
    amount = models.BigIntegerField()
    paid_on = models.DateField()
    state = models.CharField(max_length=10, choices=PaymentState)
    workplace = models.ForeignKey("registry.Workplace", models.PROTECT, null=True, related_name="+")
    received_at = models.DateTimeField()
    note = models.CharField(max_length=32, blank=True, default="")  # why it waits for a person, as a code

    class Meta:
        indexes = [
            models.Index(fields=["workplace", "-paid_on"], name="payment_by_workplace"),
            models.Index(fields=["paid_on"], condition=models.Q(state="unmatched"), name="payment_unmatched"),
        ]
        constraints = [
            models.CheckConstraint(name="payment_is_money", condition=models.Q(amount__gt=0)),
            models.CheckConstraint(
                name="payment_known_has_workplace",
                condition=models.Q(workplace__isnull=False) | models.Q(state__in=["unmatched", "refunded", "taken_back"]),
            ),
        ]

    def __str__(self) -> str:
        return self.number


class Match(models.Model):
    """By which rule, or by whom and why, a payment was given to a workplace. The latest stands."""

    class Rule(models.TextChoices):
        PAYMENT_ID = "payment_id", _("شناسهٔ پرداخت")
        BILL_ID = "bill_id", _("شناسهٔ قبض")
        TRACKING = "tracking", _("شمارهٔ پیگیری در شرح")
        OFFICER = "officer", _("به دست کارشناس")
        MOVED = "moved", _("جابه‌جا شد")

    payment = models.ForeignKey(Payment, models.PROTECT, related_name="matches")
    workplace = models.ForeignKey("registry.Workplace", models.PROTECT, related_name="+")
    rule = models.CharField(max_length=10, choices=Rule)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(name="match_moved_with_reason", condition=~models.Q(rule="moved") | ~models.Q(reason="")),
        ]
        triggers = [append_only("match")]

    def __str__(self) -> str:
        return f"{self.payment_id} {self.rule}"
