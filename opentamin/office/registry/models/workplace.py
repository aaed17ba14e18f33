from django.contrib.postgres.fields import DateRangeField
from django.db import models

from opentamin.office.registry.models.branch import Branch
from opentamin.office.registry.models.employer import Employer
from opentamin.office.registry.models.tracking import tracked


@tracked()
class Workplace(models.Model):
    """A workplace (کارگاه) of an employer. It keeps one key for life, whatever codes it bears over the years."""

    employer = models.ForeignKey(Employer, models.PROTECT, related_name="workplaces")
    branch = models.ForeignKey(Branch, models.PROTECT, related_name="workplaces")
    name = models.TextField()
    address = models.TextField(blank=True, default="")
    activity = models.TextField(blank=True, default="")
    five_worker_relief = DateRangeField(null=True, blank=True)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="workplace_closes_after_it_opens",
                condition=models.Q(closed_on__isnull=True) | models.Q(closed_on__gte=models.F("opened_on")),
            ),
        ]

    def __str__(self) -> str:
        return self.name
