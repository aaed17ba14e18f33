"""`./run <command>`: Django's management commands, ours first, with the database up and in shape."""

import importlib
import importlib.util
import os
import runpy
import sys
from pathlib import Path

from opentamin.launch.database_in_use import database_in_use
from opentamin.launch.errors import CannotStart
from opentamin.launch.migrations import refuse_or_bring_up_to_date
from opentamin.launch.secret import use_lasting_key
from opentamin.launch.translations import compile_translations

# Commands about migrations see the database as it is.
AS_IT_IS = {"migrate", "makemigrations", "showmigrations", "sqlmigrate", "squashmigrations", "check", "dbshell"}


def run_command(words: list[str]) -> int:
    """Run one management command; return its exit code."""
    compile_translations()
    use_lasting_key()
    with database_in_use(meanwhile=lambda _lease: _refuse_unknown(words[0])):
        from django.core.management import ManagementUtility

        if words[0] not in AS_IT_IS:
            refuse_or_bring_up_to_date()
        try:
            ManagementUtility(["./run", *words]).execute()
            sys.stdout.flush()
        except BrokenPipeError:  # whoever read what we print has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _refuse_unknown(name: str) -> None:
    """Load the code; a name that is no command is told before anybody waits for a database."""
    import django
    from django.core.management import get_commands

    django.setup()
    if name not in get_commands():
        raise CannotStart(f"دستور «{name}» شناخته نیست؛ فهرست: ./run help", f"No command {name!r}; the list: ./run help")


def run_on_database(module: str, name: str, file: str, **options: bool) -> int:
    """Run one of the launcher's own commands, which takes a file, on the database as it is; return its exit code."""
    with database_in_use():
        import django

        django.setup()
        return getattr(importlib.import_module(module), name)(Path(file), **options)


def run_module(name: str, arguments: list[str]) -> int:
    """Run a package that needs neither Django nor a database."""
    if importlib.util.find_spec(f"{name}.__main__") is None:
        raise CannotStart(f"بستهٔ {name} دستوری ندارد.", f"The package {name} has no command.")
    sys.argv = [f"./run {name.rpartition('.')[2]}", *arguments]
    runpy.run_module(name, run_name="__main__")
    return 0
