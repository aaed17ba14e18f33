from django.db import models


class MonthEntry(models.Model):
    """One entry of a source about a person's month at a workplace. Never changed, never deleted.

    Entries of the same person, month, workplace and contract row add up: a further list (`correction`) adds its days and
    wage, a `withdrawal` repeats the withdrawn entry with the sign turned and names it in `supersedes`. So the month is the
    sum of its entries, whatever came in which order.

    The table is partitioned by Jalali years, the distant ones by decades (see migration 0002); its key is (id, month). Wage is in rials.
    References to people and workplaces carry no foreign key: a list of thousands is written by one COPY, and the room
    above has just matched them. `tests/walks/test_in_any_order.py` checks that none dangles.
    """

    class Kind(models.TextChoices):
        ORIGINAL = "original"
        CORRECTION = "correction"
        WITHDRAWAL = "withdrawal"

    class SourceKind(models.TextChoices):
        LIST = "list"
        OPENING = "opening"

    pk = models.CompositePrimaryKey("id", "month")
    id = models.BigIntegerField()
    person_id = models.BigIntegerField()
    workplace_id = models.BigIntegerField()
    contract_row = models.TextField(default="")
    list_id = models.BigIntegerField(null=True)
    source_kind = models.TextField(choices=SourceKind)
    source_id = models.BigIntegerField()
    month = models.IntegerField()
    days = models.SmallIntegerField()
    wage = models.BigIntegerField()
    is_hazardous = models.BooleanField()
    kind = models.TextField(choices=Kind)
    supersedes = models.BigIntegerField(null=True)
    recorded_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["person_id", "month"], name="entry_by_person"),
            models.Index(fields=["source_id", "source_kind"], name="entry_by_source"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.month} {self.kind}"
