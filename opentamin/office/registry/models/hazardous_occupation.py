from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models

from opentamin.office.registry.models.tracking import tracked
from opentamin.office.registry.models.workplace import Workplace


@tracked()
class HazardousOccupation(models.Model):
    """An occupation of a workplace that a committee found hard and hazardous, and the days for which it did."""

    workplace = models.ForeignKey(Workplace, models.PROTECT, related_name="hazardous_occupations")
    job_code = models.TextField()
    valid = DateRangeField()
    decided_on = models.DateField()
    decision_number = models.TextField()

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="hazardous_occupation_is_found_once_a_day",
                expressions=[
                    ("workplace", RangeOperators.EQUAL),
                    ("job_code", RangeOperators.EQUAL),
                    ("valid", RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return self.job_code
