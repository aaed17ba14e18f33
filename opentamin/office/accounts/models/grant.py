"""Who may act for whom: one role, over one scope, for a time."""

from datetime import date, datetime
from typing import Self

import pghistory
import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..permissions import SCOPE_KIND_OF_ROLE, SCOPE_KINDS, Role


class GrantQuerySet(models.QuerySet):
    def live(self, day: date) -> Self:
        """Grants that count on `day`: begun, not ended, not revoked."""
        return self.filter(valid__contains=day, revoked_at__isnull=True)

    def over(self, kind: str, ids) -> Self:
        return self.filter(scope_kind=kind, scope_id__in=ids)


def _role_fits_scope() -> models.Q:
    fits = models.Q()
    for role, kind in SCOPE_KIND_OF_ROLE.items():
        fits |= models.Q(role=role, scope_kind=kind)
    return fits


@pghistory.track()
class Grant(models.Model):
    """`valid` is a half-open range of days; a range without an end lasts until it is revoked. Never deleted."""

    user = models.ForeignKey("accounts.User", models.PROTECT, related_name="grants")
    role = models.TextField(_("نقش"), choices=Role.choices)
    scope_kind = models.TextField(choices=[(kind, kind) for kind in SCOPE_KINDS])
    scope_id = models.BigIntegerField(default=0)
    valid = DateRangeField(_("مدت"))
    granted_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="grants_given")
    reason = models.TextField(_("دلیل"))
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    revoked_reason = models.TextField(blank=True, default="")

    objects = GrantQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["scope_kind", "scope_id"], name="grant_scope")]
        constraints = [
            models.CheckConstraint(name="grant_role_fits_scope", condition=_role_fits_scope()),
            models.CheckConstraint(
                name="grant_country_has_no_id",
                condition=models.Q(scope_kind="country", scope_id=0) | (~models.Q(scope_kind="country") & models.Q(scope_id__gt=0)),
            ),
            models.CheckConstraint(name="grant_has_days", condition=models.Q(valid__isempty=False, valid__lower_inf=False)),
            models.CheckConstraint(
                name="grant_revoked_by_someone_for_a_reason",
                condition=models.Q(revoked_at__isnull=True, revoked_by__isnull=True, revoked_reason="")
                | (models.Q(revoked_at__isnull=False, revoked_by__isnull=False) & ~models.Q(revoked_reason="")),
            ),
            ExclusionConstraint(
                name="grant_given_once",
                expressions=[
                    ("user", RangeOperators.EQUAL),
                    ("role", RangeOperators.EQUAL),
                    ("scope_kind", RangeOperators.EQUAL),
                    ("scope_id", RangeOperators.EQUAL),
                    ("valid", RangeOperators.OVERLAPS),
                ],
                condition=models.Q(revoked_at__isnull=True),
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="grant_is_never_deleted", operation=pgtrigger.Delete),
            # What was given stays as it was given: a change is a revocation and a new grant.
            pgtrigger.ReadOnly(name="grant_stays_as_given", exclude=["revoked_at", "revoked_by", "revoked_reason"]),
            pgtrigger.Protect(
                name="grant_revoked_once", operation=pgtrigger.Update, condition=pgtrigger.Condition('OLD."revoked_at" IS NOT NULL')
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.scope_kind} {self.scope_id}"

    @property
    def scope(self) -> tuple[str, int]:
        return self.scope_kind, self.scope_id

    @property
    def last_day(self) -> date | None:
        """The last day on which it counts, or None where no end was said."""
        return None if self.valid.upper is None else date.fromordinal(self.valid.upper.toordinal() - 1)

    def is_live(self, day: date) -> bool:
        ended = self.valid.upper is not None and self.valid.upper <= day
        return self.revoked_at is None and self.valid.lower <= day and not ended

    def revoke(self, *, by, reason: str, now: datetime) -> None:
        """End it at once. It cannot be revoked twice, nor taken back."""
        assert self.revoked_at is None and reason, "a live grant and a reason"
        self.revoked_at, self.revoked_by, self.revoked_reason = now, by, reason
        self.save(update_fields=["revoked_at", "revoked_by", "revoked_reason"])
