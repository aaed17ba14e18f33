"""The user in whose name the house acts by itself. Nobody can sign in as it."""

from django.contrib.auth.hashers import make_password
from django.db import migrations


def make_system_user(apps, schema_editor):
    user = apps.get_model("accounts", "User")
    user.objects.get_or_create(username="system", defaults={"full_name": "سامانه", "password": make_password(None)})


def remove_system_user(apps, schema_editor):
    apps.get_model("accounts", "User").objects.filter(username="system").delete()


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]
    operations = [migrations.RunPython(make_system_user, remove_system_user)]
