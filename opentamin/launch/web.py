"""The web server of `./run`: its code is loaded once, and every process that touches the database is forked from there.

Loading takes as long as starting PostgreSQL, so both begin together; the database is touched only when a line comes on the
standard input. Whoever runs several machines starts granian itself (deploy/systemd), and migrates by name.
"""

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

from opentamin.launch.errors import CannotStart
from opentamin.launch.processes import die_with_parent
from opentamin.launch.say import show

WORKERS_MAX = 2  # by default; a larger machine says more by OPENTAMIN_WEB_WORKERS
THREADS = 256
STOP_SECONDS_MAX = 5
# What the pages stand on beside Django, from the one that loading comes to last.
LIBRARIES = ("xlsxwriter", "segno", "numpy", "yaml", "procrastinate", "ninja", "webauthn", "psycopg")


def main(port: int) -> int:
    """Serve on a port of this machine until asked to stop; return the exit code."""
    try:
        load_code()
        if not sys.stdin.readline():
            return 1  # the one who would have told us is gone
        prepare_apart()
    except CannotStart as reason:
        show(f"\n{reason.persian}\n{reason.english}\n")
        return 1
    serve(port)
    return 0


def load_code() -> None:
    """Load the models and all that hangs on them. What is loaded stays for good, and is never looked through for garbage: so its
    memory is shared by all who are forked from here."""
    from opentamin.launch.translations import compile_translations

    gc.disable()
    with libraries_compiled_meanwhile():
        compile_translations()
        import django

        django.setup()


@contextmanager
def libraries_compiled_meanwhile() -> Iterator[None]:
    """At the first start have a second process write the byte code of half the packages, from the other end than we do."""
    if is_compiled(LIBRARIES[0]):
        yield
        return
    other = start_apart(load_libraries)
    try:
        yield
    finally:
        other.join()


def load_libraries() -> None:
    for name in LIBRARIES:
        import_module(name)


def is_compiled(package: str) -> bool:
    """Say whether Python has written a package's byte code, or will not."""
    spec = find_spec(package)
    return sys.dont_write_bytecode or spec is None or spec.cached is None or Path(spec.cached).exists()


def prepare_apart() -> None:
    """Bring the database up to date in a process of its own, which takes along what migrating makes of the models, and load the
    pages meanwhile. Raises CannotStart when it fails."""
    from django.urls import get_resolver

    preparation = start_apart(prepare)
    _ = get_resolver().url_patterns
    preparation.join()
    if preparation.exitcode:
        raise CannotStart(
            "آماده‌سازی پایگاه داده نشد؛ علت در بالا آمده است.",
            "The database could not be prepared; the reason stands above.",
        )


def prepare() -> None:
    """Bring the database up to date over one plain connection: in a pool's line a wrong address would be told after a minute."""
    from django.db import connection

    from opentamin.launch.migrations import bring_up_to_date

    connection.settings_dict["OPTIONS"].pop("pool", None)
    bring_up_to_date()


def start_apart(work: Callable[[], object]) -> BaseProcess:
    """Start work in a process forked from this one, which dies with it."""
    dies_with_us = die_with_parent()

    def run() -> None:
        dies_with_us()
        work()

    process = get_context("fork").Process(target=run)
    process.start()
    return process


def serve(port: int) -> None:
    """Answer on plain WSGI threads, each with a connection out of one pool.

    There are as many threads as people may stand at the door, so that each request is noted in the moment it comes; how many
    are served at a time the pool decides.
    """
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    gc.freeze()
    gc.enable()
    Granian(
        "opentamin.office.site.wsgi:application",
        address="127.0.0.1",
        port=port,
        interface=Interfaces.WSGI,
        workers=int(os.environ.get("OPENTAMIN_WEB_WORKERS", min(os.cpu_count() or 1, WORKERS_MAX))),
        blocking_threads=THREADS,
        websockets=False,
        log_level=LogLevels.error,
        # One that is told to stop while it still loads its code may not hear it.
        workers_kill_timeout=STOP_SECONDS_MAX,
    ).serve()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
