from django.db import models


class Province(models.Model):
    """A province as the Statistical Centre and ISO 3166-2 number it; rows come from `data/provinces.csv`."""

    iso_code = models.TextField(unique=True)
    code = models.TextField(unique=True)
    name_fa = models.TextField()
    name_en = models.TextField()
    population_2016 = models.IntegerField()

    def __str__(self) -> str:
        return self.name_fa
