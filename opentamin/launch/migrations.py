"""Bringing the database to the shape this version of the code needs."""

from opentamin.launch.database_in_use import is_server
from opentamin.launch.errors import CannotStart
from opentamin.launch.say import say


def bring_up_to_date() -> bool:
    """Apply what is missing; return whether anything was. Django is set up before."""
    from django.core.management import call_command

    if not waiting():
        return False
    say("به‌روز کردن پایگاه داده", "migrating the database")
    call_command("migrate", verbosity=0, interactive=False)
    return True


def refuse_or_bring_up_to_date() -> None:
    """Apply what is missing to our own database; on a server its keeper does that when it suits, by name."""
    if not is_server():
        bring_up_to_date()
    elif waiting():
        raise CannotStart(
            "شکل پایگاه داده از این نسخه عقب است. پس از پشتیبان‌گیری اجرا کنید: ./run migrate",
            "The database is behind this version. After a backup, run: ./run migrate",
        )


def waiting() -> bool:
    """Say whether a migration waits to be applied."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
