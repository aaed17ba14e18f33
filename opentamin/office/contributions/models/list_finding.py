"""One thing found in a list, kept as codes and values; the sentence is made when it is read."""

from django.db import models

from .append_only import append_only


class ListFinding(models.Model):
    list = models.ForeignKey("contributions.MonthlyList", on_delete=models.PROTECT, related_name="findings")
    position = models.IntegerField()  # errors first, then warnings, then by row
    level = models.CharField(max_length=8)
    code = models.CharField(max_length=48)
    row = models.IntegerField(null=True)
    column = models.CharField(max_length=16, blank=True, default="")
    seen = models.TextField(blank=True, default="")
    name = models.TextField(blank=True, default="")
    facts = models.JSONField(default=dict)

    class Meta:
        triggers = [append_only("list_finding")]
        constraints = [models.UniqueConstraint(fields=["list", "position"], name="list_finding_position")]
