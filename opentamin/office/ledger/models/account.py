from django.db import models


class Account(models.Model):
    """An account of the chart (سرفصل). Its code is its key, so that writing a leg looks nothing up."""

    class Side(models.TextChoices):
        DEBIT = "debit"
        CREDIT = "credit"

    code = models.CharField(max_length=4, primary_key=True)
    name_fa = models.TextField()
    name_en = models.TextField()
    side = models.TextField(choices=Side)

    class Meta:
        constraints = [
            models.CheckConstraint(name="account_code_has_four_digits", condition=models.Q(code__regex=r"^[0-9]{4}$")),
            models.CheckConstraint(name="account_has_a_side", condition=models.Q(side__in=["debit", "credit"])),
        ]

    def __str__(self) -> str:
        return self.code
