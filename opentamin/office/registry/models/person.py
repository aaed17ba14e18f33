from django.db import models

from opentamin.office.registry.models.functions import FaKey, NameKey
from opentamin.office.registry.models.tracking import tracked


@tracked()
class Person(models.Model):
    """A human being. Numbers come and go (`PersonIdentifier`); this key stays.

    A provisional person was first seen on an employer's list and has not been met by the organisation yet.
    """

    class State(models.TextChoices):
        KNOWN = "known"
        PROVISIONAL = "provisional"

    class Sex(models.IntegerChoices):
        UNKNOWN = 0
        MALE = 1
        FEMALE = 2

    first_name = models.TextField(blank=True, default="")
    last_name = models.TextField(blank=True, default="")
    father_name = models.TextField(blank=True, default="")
    birth_day = models.DateField(null=True, blank=True)
    sex = models.SmallIntegerField(choices=Sex, default=Sex.UNKNOWN)
    nationality = models.TextField(blank=True, default="")
    state = models.TextField(choices=State)
    created_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(NameKey("last_name"), FaKey("first_name"), name="person_by_name"),
        ]
        constraints = [
            models.CheckConstraint(name="person_sex_is_known_code", condition=models.Q(sex__in=[0, 1, 2])),
            models.CheckConstraint(name="person_state_is_named", condition=models.Q(state__in=["known", "provisional"])),
        ]

    def __str__(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()
