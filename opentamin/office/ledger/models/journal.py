from django.db import models


class NextJournalNumber(models.Func):
    """The next number of the journal's own sequence. Numbers rise; a refused journal leaves a hole."""

    function = "nextval"
    template = "nextval('ledger_journal_number')"
    output_field = models.BigIntegerField()


class Journal(models.Model):
    """One entry in the books about one subject: a list assessed, a payment received, another journal reversed."""

    kind = models.TextField()
    number = models.BigIntegerField(unique=True, db_default=NextJournalNumber())
    on = models.DateField(db_column="posted_on")
    subject_kind = models.TextField()
    subject_id = models.BigIntegerField()
    reason = models.TextField(blank=True, default="")
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="journal_is_posted_once", fields=["kind", "subject_kind", "subject_id"]),
        ]

    def __str__(self) -> str:
        return f"{self.number}"
