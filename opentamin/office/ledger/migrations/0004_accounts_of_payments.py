"""Accounts for money that comes in, for credits and refunds, and for debts beside the premium."""

from django.db import migrations

ACCOUNTS = [
    ("1010", "بانک", "Bank", "debit"),
    ("1900", "برداشت‌های بانکی که هنوز شناخته نشده‌اند", "Bank debits not yet explained", "debit"),
    ("2100", "دریافت‌هایی که هنوز شناخته نشده‌اند", "Receipts not yet matched", "credit"),
    ("2110", "بستانکاری کارفرمایان", "Employers' credit", "credit"),
    ("2120", "بازپرداخت‌های در راه", "Refunds under way", "credit"),
    ("3900", "ماندهٔ آغازین حساب‌های بانکی", "Opening balances of bank accounts", "credit"),
    ("4600", "جریمهٔ نفرستادن فهرست", "Penalty for a late or absent list", "credit"),
    ("4610", "جریمهٔ دیرکرد پرداخت", "Penalty for late payment", "credit"),
    ("4620", "حق بیمهٔ تعیین‌شده به دست سازمان", "Premium assessed by the organisation", "credit"),
    ("4630", "خسارت مابه‌التفاوت", "Damages on a difference", "credit"),
]


def load(apps, schema_editor):
    Account = apps.get_model("ledger", "Account")
    Account.objects.bulk_create([Account(code=code, name_fa=fa, name_en=en, side=side) for code, fa, en, side in ACCOUNTS])


def unload(apps, schema_editor):
    apps.get_model("ledger", "Account").objects.filter(code__in=[row[0] for row in ACCOUNTS]).delete()


class Migration(migrations.Migration):
    dependencies = [("ledger", "0003_settlement")]
    operations = [migrations.RunPython(load, unload)]
