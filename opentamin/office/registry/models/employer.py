from django.db import models

from opentamin.office.registry.models.tracking import tracked


@tracked()
class Employer(models.Model):
    """Whoever gives work: a natural person by national id, or a legal person by its eleven-digit identifier."""

    class Kind(models.TextChoices):
        NATURAL = "natural"
        LEGAL = "legal"

    kind = models.TextField(choices=Kind)
    identifier = models.TextField(unique=True)
    name = models.TextField()
    opened_on = models.DateField()
    died_on = models.DateField(null=True, blank=True)  # of a natural person, once a paper proved it

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="employer_identifier_fits_its_kind",
                condition=models.Q(kind="natural", identifier__regex=r"^[0-9]{10}$|^[0-9]{12}$")
                | models.Q(kind="legal", identifier__regex=r"^[0-9]{11}$"),
            ),
            models.CheckConstraint(
                name="employer_who_died_was_natural", condition=models.Q(died_on__isnull=True) | models.Q(kind="natural")
            ),
        ]

    def __str__(self) -> str:
        return self.name
