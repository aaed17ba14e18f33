from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models

from opentamin.office.registry.models.tracking import tracked
from opentamin.office.registry.models.workplace import Workplace


@tracked()
class WorkplaceIdentifier(models.Model):
    """A ten-digit workplace code and the days it was in force; on one day it names one workplace."""

    workplace = models.ForeignKey(Workplace, models.PROTECT, related_name="identifiers")
    value = models.TextField()
    valid = DateRangeField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="workplace_code_has_ten_digits", condition=models.Q(value__regex=r"^[0-9]{10}$")),
            models.CheckConstraint(name="workplace_code_is_valid_some_day", condition=models.Q(valid__isempty=False)),
            ExclusionConstraint(
                name="workplace_code_names_one_workplace_a_day",
                expressions=[("value", RangeOperators.EQUAL), ("valid", RangeOperators.OVERLAPS)],
            ),
        ]

    def __str__(self) -> str:
        return self.value
