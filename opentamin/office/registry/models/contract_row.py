from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models

from opentamin.office.registry.models.tracking import tracked
from opentamin.office.registry.models.workplace import Workplace


@tracked()
class ContractRow(models.Model):
    """A contract (ردیف پیمان) of a contractor's workplace: three digits that its lists carry while it runs."""

    workplace = models.ForeignKey(Workplace, models.PROTECT, related_name="contract_rows")
    row = models.TextField()
    title = models.TextField()
    valid = DateRangeField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="contract_row_has_three_digits", condition=models.Q(row__regex=r"^[0-9]{3}$")),
            ExclusionConstraint(
                name="contract_row_names_one_contract_a_day",
                expressions=[
                    ("workplace", RangeOperators.EQUAL),
                    ("row", RangeOperators.EQUAL),
                    ("valid", RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return self.row
