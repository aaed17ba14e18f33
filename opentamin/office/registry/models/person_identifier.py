from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models

from opentamin.office.registry.models.functions import IdentifierNumber
from opentamin.office.registry.models.person import Person
from opentamin.office.registry.models.tracking import tracked

SHAPES = {"national_id": r"^[0-9]{10}$", "insurance_number": r"^[0-9]{8}$", "fida": r"^[0-9]{12}$", "passport": r"^[0-9A-Z]{5,20}$"}


@tracked(exclude=["number"])
class PersonIdentifier(models.Model):
    """A number a person is known by, and the days it is theirs; on one day it names one person.

    `number` repeats `value` as an integer, because a GiST index over integers takes a quarter of the time of one over
    text and the exclusion constraint is most of what registering a person costs.
    """

    class Kind(models.TextChoices):
        NATIONAL_ID = "national_id"
        INSURANCE_NUMBER = "insurance_number"
        FIDA = "fida"
        PASSPORT = "passport"

    person = models.ForeignKey(Person, models.PROTECT, related_name="identifiers")
    kind = models.TextField(choices=Kind)
    value = models.TextField()
    valid = DateRangeField()
    number = models.GeneratedField(expression=IdentifierNumber(), output_field=models.BigIntegerField(), db_persist=True)

    class Meta:
        indexes = [models.Index("value", "kind", include=["person", "valid"], name="identifier_by_value")]
        constraints = [
            models.CheckConstraint(
                name="identifier_has_the_shape_of_its_kind",
                condition=models.Q(*[models.Q(kind=kind, value__regex=shape) for kind, shape in SHAPES.items()], _connector=models.Q.OR),
            ),
            models.CheckConstraint(name="identifier_is_valid_some_day", condition=models.Q(valid__isempty=False)),
            ExclusionConstraint(
                name="identifier_names_one_person_a_day",
                expressions=[
                    ("number", RangeOperators.EQUAL),
                    ("kind", RangeOperators.EQUAL),
                    ("valid", RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return self.value
