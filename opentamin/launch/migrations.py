"""Bringing the database to the shape this version of the code needs."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from django.db.migrations.state import ProjectState

from opentamin.launch.database_in_use import is_server
from opentamin.launch.errors import CannotStart
from opentamin.launch.say import say


def bring_up_to_date() -> bool:
    """Apply what is missing; return whether anything was. Django is set up before."""
    from django.core.management import call_command

    if not waiting():
        return False
    say("به‌روز کردن پایگاه داده", "migrating the database")
    with in_long_strides():
        call_command("migrate", verbosity=0, interactive=False)
    return True


@contextmanager
def in_long_strides() -> Iterator[None]:
    """Migrate without the two things that take most of its time and give a new house nothing.

    For every new model Django makes all models anew that hang together with it, which here is nearly all; yet a model nobody
    knew before changes none of them. And Python would look through those ten thousand classes again and again for garbage.
    """
    whole, was_on = ProjectState.reload_model, gc.isenabled()

    def reload_model(self: ProjectState, app_label: str, model_name: str, delay: bool = False) -> None:
        if "apps" in self.__dict__ and model_name not in self.apps.all_models[app_label]:
            self.apps.render_multiple([self.models[app_label, model_name]])
        else:
            whole(self, app_label, model_name, delay)

    gc.disable()
    ProjectState.reload_model = reload_model
    try:
        yield
    finally:
        ProjectState.reload_model = whole
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
