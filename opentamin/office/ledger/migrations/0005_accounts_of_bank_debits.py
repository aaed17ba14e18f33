"""Accounts for what the bank takes: its charges, and money that went to another account of the organisation."""

from django.db import migrations

ACCOUNTS = [
    ("1020", "وجوه رفته به حساب‌های دیگر سازمان", "Money moved to other accounts of the organisation", "debit"),
    ("5900", "کارمزد بانک", "Bank charges", "debit"),
]


def load(apps, schema_editor):
    Account = apps.get_model("ledger", "Account")
    Account.objects.bulk_create([Account(code=code, name_fa=fa, name_en=en, side=side) for code, fa, en, side in ACCOUNTS])


def unload(apps, schema_editor):
    apps.get_model("ledger", "Account").objects.filter(code__in=[row[0] for row in ACCOUNTS]).delete()


class Migration(migrations.Migration):
    dependencies = [("ledger", "0004_accounts_of_payments")]
    operations = [migrations.RunPython(load, unload)]
