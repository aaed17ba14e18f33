"""What a program was answered under a key of its own, so that the same request sent twice is one request."""

from django.conf import settings
from django.db import models


class KeyedAnswer(models.Model):
    """The first answer to a request that carried an idempotency key. Kept for `keyed_answers.KEPT_DAYS`."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    key = models.TextField()
    request_sha256 = models.CharField(max_length=64)
    status = models.SmallIntegerField()
    body = models.JSONField()
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="answer_once_a_key")]
        indexes = [models.Index(fields=["created_at"], name="answer_by_age")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.status}"
