"""What the law of the month made of a list. Append-only: a correction is a further list."""

from django.conf import settings
from django.db import models

from .append_only import append_only


class Assessment(models.Model):
    """The list's amounts in whole rials, with the inputs and the law they rest on."""

    list = models.OneToOneField("contributions.MonthlyList", on_delete=models.PROTECT, related_name="assessment")
    law_hash = models.CharField(max_length=64)
    law_day = models.DateField()
    known_on = models.DateField()
    facts = models.JSONField()  # ListMonth, as given to the article
    trace_digest = models.CharField(max_length=64)
    wage_base_total = models.BigIntegerField()
    worker_share_total = models.BigIntegerField()
    employer_share = models.BigIntegerField()
    unemployment = models.BigIntegerField()
    hazardous = models.BigIntegerField()
    relief_state = models.BigIntegerField()
    state_share = models.BigIntegerField()
    due_total = models.BigIntegerField()
    due_before = models.BigIntegerField(default=0)  # what the list it corrects came to: the journal moves the difference
    employer_share_own = models.BigIntegerField()
    relief_at_stake = models.BigIntegerField()
    outcome = models.SmallIntegerField()
    assessed_at = models.DateTimeField()
    assessed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    journal = models.ForeignKey("ledger.Journal", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        triggers = [append_only("assessment")]


class WorkerAssessment(models.Model):
    """One worker's result: the facts the article was given and what it answered. Written by COPY.

    The key is the only index: a person's results are found by the lists their months name. As with `ListRow`, no foreign
    key is checked row by row.
    """

    pk = models.CompositePrimaryKey("list_id", "row")
    list = models.ForeignKey("contributions.MonthlyList", on_delete=models.PROTECT, related_name="workers", db_index=False, db_constraint=False)
    row = models.IntegerField()
    person = models.ForeignKey("registry.Person", on_delete=models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    days = models.SmallIntegerField()
    wage_insurable = models.BigIntegerField()
    is_unemployment_insured = models.BooleanField()
    is_hazardous = models.BooleanField()
    is_apprentice = models.BooleanField()
    wage_base = models.BigIntegerField()
    worker_share = models.BigIntegerField()
    wage_lifted = models.BigIntegerField()
    wage_cut = models.BigIntegerField()
    outcome = models.SmallIntegerField()

    class Meta:
        triggers = [append_only("worker_assessment")]
