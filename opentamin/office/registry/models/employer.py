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

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="employer_identifier_fits_its_kind",
                condition=models.Q(kind="natural", identifier__regex=r"^[0-9]{10}$|^[0-9]{12}$")
                | models.Q(kind="legal", identifier__regex=r"^[0-9]{11}$"),
            ),
        ]

    def __str__(self) -> str:
        return self.name
