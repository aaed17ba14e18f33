from django.db import models


class MonthCurrent(models.Model):
    """What the entries of a person's month at a workplace come to now; kept by the acts that write entries.

    `lists` counts the entries that stand; `entry_id` and `list_id` name the last of them. Wage is in rials.
    """

    pk = models.CompositePrimaryKey("person_id", "month", "workplace_id", "contract_row")
    person_id = models.BigIntegerField()
    month = models.IntegerField()
    workplace_id = models.BigIntegerField()
    contract_row = models.TextField(default="")
    days = models.IntegerField()
    wage = models.BigIntegerField()
    is_hazardous = models.BooleanField()
    entry_id = models.BigIntegerField()
    list_id = models.BigIntegerField(null=True)
    lists = models.IntegerField()

    class Meta:
        indexes = [models.Index(fields=["workplace_id", "month"], name="current_by_workplace")]
        constraints = [
            models.CheckConstraint(name="current_month_stands_on_an_entry", condition=models.Q(lists__gt=0)),
            models.CheckConstraint(name="current_month_is_not_negative", condition=models.Q(days__gte=0, wage__gte=0)),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.month} {self.workplace_id}"
