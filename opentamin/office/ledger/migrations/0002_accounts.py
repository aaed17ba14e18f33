"""The chart of accounts as far as contributions need it."""

from django.db import migrations

ACCOUNTS = [
    ("1100", "مطالبات از کارفرمایان", "Receivable from employers", "debit"),
    ("1200", "مطالبات از دولت", "Claim on the government", "debit"),
    ("4100", "حق بیمهٔ سهم بیمه‌شده", "Premium, worker's share", "credit"),
    ("4200", "حق بیمهٔ سهم کارفرما", "Premium, employer's share", "credit"),
    ("4300", "حق بیمهٔ بیکاری", "Unemployment insurance", "credit"),
    ("4400", "چهار درصد مشاغل سخت و زیان‌آور", "Four percent of hard and hazardous work", "credit"),
    ("4500", "حق بیمهٔ سهم دولت", "Premium, state's share", "credit"),
]


def load(apps, schema_editor):
    Account = apps.get_model("ledger", "Account")
    Account.objects.bulk_create([Account(code=code, name_fa=fa, name_en=en, side=side) for code, fa, en, side in ACCOUNTS])


def unload(apps, schema_editor):
    apps.get_model("ledger", "Account").objects.filter(code__in=[row[0] for row in ACCOUNTS]).delete()


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]
    operations = [migrations.RunPython(load, unload)]
