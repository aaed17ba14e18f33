"""Who signs in."""

import pghistory
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.utils.translation import gettext_lazy as _

from opentamin.office.kit.text import fold

SYSTEM_USERNAME = "system"


def normal_username(username: str) -> str:
    """The spelling under which a username is stored and looked for."""
    return fold(username).lower()


class UserManager(BaseUserManager):
    def create_user(self, username: str, password: str | None = None, **fields) -> "User":
        """A new user; without a password nobody can sign in by one."""
        user = self.model(username=normal_username(username), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str) -> "User":
        return self.get(username=normal_username(username))


# The hash of a password and the day of the last visit are not history: the first is a secret, the second is noise.
@pghistory.track(exclude=["password", "last_login"])
class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in, or the system itself. What a user may do is said by grants, never here."""

    username = models.TextField(_("نام کاربری"), unique=True)
    full_name = models.TextField(_("نام"))
    national_id = models.TextField(_("شمارهٔ ملی"), null=True, blank=True, unique=True)
    language = models.TextField(_("زبان"), choices=[("fa", "فارسی"), ("en", "English")], default="fa")
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)

    objects = UserManager()
    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="user_username_is_normal",
                condition=models.Q(username__regex=r"^\S+$") & ~models.Q(username__regex=r"[A-Z\u06f0-\u06f9\u0660-\u0669]"),
            ),
            models.CheckConstraint(
                name="user_national_id_is_ten_digits",
                condition=models.Q(national_id__isnull=True) | models.Q(national_id__regex=r"^[0-9]{10}$"),
            ),
            models.CheckConstraint(name="user_language_is_ours", condition=models.Q(language__in=["fa", "en"])),
        ]

    def __str__(self) -> str:
        return self.full_name or self.username

    def get_full_name(self) -> str:
        return self.full_name

    @property
    def is_system(self) -> bool:
        return self.username == SYSTEM_USERNAME
