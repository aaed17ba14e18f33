"""Messages on their way out, and the addresses people gave us for them."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class Way(models.TextChoices):
    MAIL = "mail"
    SMS = "sms"


class Contact(models.Model):
    """Where a user wants to be told that something waits in the house. It carries news only, never the thing itself."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="contacts")
    way = models.TextField(choices=Way)
    address = models.TextField()
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="contact_one_for_a_way", fields=["user", "way"]),
            models.CheckConstraint(
                name="contact_fits_its_way",
                condition=Q(way="mail", address__regex=r"^[^@\s<>]+@[^@\s<>]+$") | Q(way="sms", address__regex=r"^09[0-9]{9}$"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.way}"


class Message(models.Model):
    """One message in the queue. Written in the transaction of what it tells: what is undone is not told."""

    way = models.TextField(choices=Way)
    address = models.TextField()
    subject = models.TextField(blank=True, default="")
    body = models.TextField()
    state = models.TextField(choices=[(state, state) for state in ("waiting", "sent", "given_up")], default="waiting")
    not_before = models.DateTimeField()
    tries = models.SmallIntegerField(default=0)
    last_error = models.TextField(blank=True, default="")
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["not_before"], condition=Q(state="waiting"), name="message_waiting")]
        constraints = [models.CheckConstraint(name="message_sent_has_a_moment", condition=Q(state="sent", sent_at__isnull=False) | (~Q(state="sent") & Q(sent_at__isnull=True)))]

    def __str__(self) -> str:
        return f"{self.way} {self.pk}"
