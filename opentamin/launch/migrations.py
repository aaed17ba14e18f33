"""Bringing the database to the shape this version of the code needs."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.db.migrations.state import ModelState, ProjectState

from opentamin.launch.database_in_use import is_server
from opentamin.launch.errors import CannotStart
from opentamin.launch.say import say

if TYPE_CHECKING:  # Django is not set up when this file is read
    from django.apps.registry import Apps
    from django.db.models import Model

MADE_OF = "_opentamin_made_of"  # what a model was made of, kept on its class


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
    """Migrate without the things that take most of its time and give a new house nothing.

    For every new model Django makes all models anew that hang together with it, which here is nearly all; yet a model nobody
    knew before changes none of them. A field that is no relation changes its own model alone: the others are made anew when a
    migration's own code asks for models. An index, a constraint or a trigger changes none: the statement that makes it is
    written from the operation itself. And Python would look through those thousands of classes again and again for garbage.
    """
    whole, render, was_on = ProjectState.reload_model, ModelState.render, gc.isenabled()

    def reload_model(self: ProjectState, app_label: str, model_name: str, delay: bool = False) -> None:
        if "apps" not in self.__dict__:
            return
        made, wanted = self.apps.all_models[app_label].get(model_name), self.models[app_label, model_name]
        if made is None:
            self.apps.render_multiple([wanted])
        elif getattr(made, MADE_OF, None) == shape_of(wanted):
            return
        elif delay:
            self.is_delayed = True  # Django makes all anew before it calls a migration's own code
            self._reload({(app_label, model_name)})
        else:
            whole(self, app_label, model_name, delay)

    def remembered_render(self: ModelState, apps: "Apps") -> "type[Model]":
        made = render(self, apps)
        setattr(made, MADE_OF, shape_of(self))
        return made

    gc.disable()
    ProjectState.reload_model, ModelState.render = reload_model, remembered_render
    try:
        yield
    finally:
        ProjectState.reload_model, ModelState.render = whole, render
        if was_on:
            gc.enable()


def shape_of(state: ModelState) -> tuple:
    """Return what other models can see of a model: all but its indexes, constraints and triggers."""
    options = {name: value for name, value in state.options.items() if name not in ("indexes", "constraints", "triggers")}
    return dict(state.fields), state.bases, options, state.managers


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
