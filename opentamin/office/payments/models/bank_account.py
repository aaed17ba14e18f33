from django.db import models


class BankAccount(models.Model):
    """An account of the organisation into which employers pay. Statements are taken for these accounts alone."""

    iban = models.CharField(max_length=26, unique=True)
    bank_name = models.TextField()
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(name="bank_account_iban_shape", condition=models.Q(iban__regex=r"^IR[0-9]{24}$"))]

    def __str__(self) -> str:
        return self.iban
