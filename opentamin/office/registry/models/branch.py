from django.db import models

from opentamin.office.registry.models.province import Province
from opentamin.office.registry.models.tracking import tracked


@tracked()
class Branch(models.Model):
    """An office of the organisation that keeps the files of its workplaces."""

    code = models.TextField(unique=True)
    name = models.TextField()
    province = models.ForeignKey(Province, models.PROTECT, related_name="branches")

    class Meta:
        constraints = [
            models.CheckConstraint(name="branch_code_has_four_digits", condition=models.Q(code__regex=r"^[0-9]{4}$")),
        ]

    def __str__(self) -> str:
        return self.name
