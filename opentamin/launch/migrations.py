"""Bringing the database to the shape this version of the code needs."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from opentamin.launch.database_in_use import is_server
from opentamin.launch.errors import CannotStart
from opentamin.launch.say import say


def bring_up_to_date() -> bool:
    """Apply what is missing; return whether anything was. Django is set up before."""
    from django.core.management import call_command

    if not waiting():
        return False
    say("به‌روز کردن پایگاه داده", "migrating the database")
    with nothing_swept():
        call_command("migrate", verbosity=0, interactive=False)
    return True


@contextmanager
def nothing_swept() -> Iterator[None]:
    """Leave Python's garbage where it is. Migrating makes some ten thousand model classes that all hold each other; to look
    through them again and again takes a quarter of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


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
