"""Service of a paper (ابلاغ): to whom, by which way, and the proof and day that begin a time."""

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    ELECTRONIC = "electronic", _("در سامانه")
    POST = "post", _("با پست")
    IN_PERSON = "in_person", _("حضوری")


class ServiceState(models.TextChoices):
    SENT = "sent", _("فرستاده شد؛ هنوز ابلاغ نشده است")
    SERVED = "served", _("ابلاغ شد")
    RETURNED = "returned", _("برگشت خورد")


class Service(models.Model):
    """One attempt to bring one paper to one scope. Once served or returned it never changes: a further attempt is a further row.

    `service_day` is the day the paper was truly received: opened in the house, handed over, or delivered by post as its receipt
    says. Sending alone serves nothing. `proof` says how it is known, as codes and days; `proof_document` is the receipt, if any.
    """

    paper = models.ForeignKey("records.Paper", models.PROTECT, related_name="services")
    to_kind = models.TextField()
    to_id = models.BigIntegerField()
    branch_id = models.BigIntegerField()  # the desk that follows it up
    channel = models.TextField(choices=Channel)
    addressee = models.TextField(blank=True, default="")  # who receives it, where that is not the scope itself: heirs, a guardian
    url = models.TextField()
    state = models.TextField(choices=ServiceState, default=ServiceState.SENT)
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    service_day = models.DateField(null=True)
    proof = models.JSONField(default=dict)
    proof_document = models.ForeignKey("records.Document", models.PROTECT, null=True, related_name="+")
    proved_at = models.DateTimeField(null=True)
    proved_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["to_kind", "to_id", "-sent_at"], name="service_to"),
            models.Index(fields=["branch_id", "sent_at"], condition=Q(state="sent"), name="service_waiting"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["paper", "to_kind", "to_id", "channel"], condition=Q(state="sent"), name="service_waits_once"),
            models.UniqueConstraint(fields=["paper", "to_kind", "to_id"], condition=Q(state="served"), name="served_once"),
            models.CheckConstraint(name="service_has_a_day_when_served", condition=Q(state="served", service_day__isnull=False) | (~Q(state="served") & Q(service_day__isnull=True))),
            models.CheckConstraint(name="service_ends_with_a_proof", condition=Q(state="sent", proved_at__isnull=True) | (~Q(state="sent") & Q(proved_at__isnull=False, proved_by__isnull=False))),
            models.CheckConstraint(name="service_proved_after_sent", condition=Q(proved_at__isnull=True) | Q(proved_at__gte=F("sent_at"))),
            models.CheckConstraint(name="service_url_is_local", condition=Q(url__regex=r"^/([^/\\]|$)")),
        ]
        triggers = [
            pgtrigger.Protect(name="service_stays", operation=pgtrigger.Delete),
            pgtrigger.Protect(name="service_once_ended_stays", operation=pgtrigger.Update, condition=pgtrigger.Q(old__state__in=["served", "returned"])),
        ]

    def __str__(self) -> str:
        return f"{self.paper_id} {self.to_kind} {self.to_id} {self.channel}"

    @property
    def to(self) -> tuple[str, int]:
        return self.to_kind, self.to_id
