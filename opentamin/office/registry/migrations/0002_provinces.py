"""The provinces, from `data/provinces.csv` (sources and licences in `data/README.md`)."""

import csv
from pathlib import Path

from django.db import migrations

FILE = Path(__file__).resolve().parents[1] / "data" / "provinces.csv"


def load(apps, schema_editor):
    Province = apps.get_model("registry", "Province")
    with FILE.open(encoding="utf-8", newline="") as rows:
        Province.objects.bulk_create([Province(**row) for row in csv.DictReader(rows)])


def unload(apps, schema_editor):
    apps.get_model("registry", "Province").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("registry", "0001_initial")]
    operations = [migrations.RunPython(load, unload)]
