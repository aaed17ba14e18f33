"""Notices for programs: where a workplace's own program wants to be told, and every attempt to tell it."""

import uuid

from django.conf import settings
from django.db import models


class Webhook(models.Model):
    """An address of a workplace's program. Its secret signs what we send; a signature needs the secret itself, so it is kept."""

    scope_kind = models.TextField()
    scope_id = models.BigIntegerField()
    url = models.TextField()
    name = models.TextField()
    secret = models.TextField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["scope_kind", "scope_id"], condition=models.Q(ended_at__isnull=True), name="webhook_live")]
        constraints = [
            models.CheckConstraint(name="webhook_of_a_workplace", condition=models.Q(scope_kind="workplace")),
            models.CheckConstraint(
                name="webhook_ended_by_someone",
                condition=models.Q(ended_at__isnull=True, ended_by__isnull=True) | models.Q(ended_at__isnull=False, ended_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.scope_kind} {self.scope_id}"

    @property
    def scope(self) -> tuple[str, int]:
        return self.scope_kind, self.scope_id


class DeliveryState(models.TextChoices):
    WAITING = "waiting"
    SENT = "sent"
    GIVEN_UP = "given_up"


class Delivery(models.Model):
    """One notice on its way to one program. The row is written by a trigger beside the notice, in its transaction."""

    webhook = models.ForeignKey(Webhook, models.PROTECT, related_name="deliveries")
    notice = models.ForeignKey("notices.Notice", models.PROTECT, related_name="+")
    mark = models.UUIDField(default=uuid.uuid4, unique=True)  # the same at every try: the program knows what it has seen
    state = models.TextField(choices=DeliveryState, default=DeliveryState.WAITING)
    tries = models.SmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    said = models.TextField(blank=True, default="")  # the last answer: a status, or the code of what hindered
    sent_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["next_try_at"], condition=models.Q(state="waiting"), name="delivery_waiting"),
            models.Index(fields=["webhook", "-id"], name="delivery_of_webhook"),
        ]
        constraints = [models.UniqueConstraint(fields=["webhook", "notice"], name="delivery_once")]

    def __str__(self) -> str:
        return f"{self.mark} {self.state}"
