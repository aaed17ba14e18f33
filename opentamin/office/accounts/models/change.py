"""What happened to a person's means of signing in."""

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _


class What(models.TextChoices):
    PASSWORD_CHANGED = "password_changed", _("گذرواژه عوض شد")
    CODES_ON = "codes_on", _("رمز یک‌بارمصرف راه افتاد")
    CODES_OFF = "codes_off", _("رمز یک‌بارمصرف برداشته شد")
    RECOVERY_MADE = "recovery_made", _("کدهای بازیابی تازه ساخته شد")
    RECOVERY_USED = "recovery_used", _("با یک کد بازیابی وارد شدید")
    PASSKEY_ADDED = "passkey_added", _("گذرکلید افزوده شد")
    PASSKEY_REMOVED = "passkey_removed", _("گذرکلید برداشته شد")
    API_KEY_MADE = "api_key_made", _("کلید برنامه ساخته شد")
    API_KEY_REVOKED = "api_key_revoked", _("کلید برنامه باطل شد")


class MeansChange(models.Model):
    """One change, shown to the owner so that a stranger's hand is noticed. Append-only; holds no secret."""

    user = models.ForeignKey("accounts.User", models.PROTECT, related_name="means_changes")
    what = models.TextField(choices=What.choices)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["user", "-at"], name="means_change_user")]
        triggers = [pgtrigger.Protect(name="means_change_is_append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.what} {self.at}"
