"""`./run`: one supervisor over PostgreSQL, the web server and the worker. Ctrl-C, SIGTERM or kill -9 leave nothing."""

import contextlib
import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import NoReturn

from opentamin.launch.children import Child, start, stop
from opentamin.launch.database_in_use import database_in_use
from opentamin.launch.demonstration import is_wanted
from opentamin.launch.errors import CannotStart
from opentamin.launch.paths import make_var
from opentamin.launch.ports import port_of_our_own, wanted_port
from opentamin.launch.say import say, show
from opentamin.launch.secret import use_lasting_key

ANSWER_SECONDS_MAX = 60
LOOK_SECONDS = 0.1
WORKER_NICENESS = "10"  # whoever stands at the door goes before what waits behind it
STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stopped(Exception):
    """Somebody asked the system to stop."""


def serve() -> int:
    """Serve until asked to stop; return the exit code, 1 when a part died by itself."""
    for number in STOPPING:
        signal.signal(number, stop_now)
    children: list[Child] = []
    try:
        with ExitStack() as stack:
            note = stack.enter_context(only_one(make_var() / "serving"))
            use_lasting_key()
            if is_wanted():  # invented people: officers may look around without enrolling a second step
                os.environ.setdefault("OPENTAMIN_DEMO", "1")
            port = stack.enter_context(port_of_our_own(wanted_port()))
            stack.callback(stop_quietly, children)  # those of a database that does not start
            lease = stack.enter_context(database_in_use(meanwhile=lambda lease: children.append(web(port, lease))))
            stack.callback(stop_quietly, children)  # before their database
            return run_all(children, port, note, lease)
    except Stopped:
        return 0
    finally:
        ignore_signals()


def run_all(children: list[Child], port: int, note: Path, lease: tuple[int, ...]) -> int:
    """Let the web server, which has loaded its code, go on; start the others and watch all. The caller stops `children`."""
    let_go_on(children[0])
    if is_answered(port, children):
        children.append(worker(lease))
        address = f"http://localhost:{port}"
        note.write_text(address)
        say("آماده است", "ready")
        show(f"\n    {address}    (Ctrl-C: پایان · stop)\n")
        if is_wanted():
            children.append(demonstration(lease))
    return watch(children)


def web(port: int, lease: tuple[int, ...]) -> Child:
    """Start the web server; it loads its code and waits for `let_go_on` before it touches the database."""
    os.environ["OPENTAMIN_PORT"] = str(port)
    command = [sys.executable, "-m", "opentamin.launch.web", str(port)]
    return start(
        "وب‌سرور",
        "the web server",
        command,
        stdin=subprocess.PIPE,
        lease=lease,
        OPENTAMIN_POOL="1",
        # Numba's threads and compiler stay out of it: it asks the law for one list at a time, plainly.
        OPENTAMIN_LAW_ENGINE="plain",
        OPENBLAS_NUM_THREADS="1",  # no thread but one while processes are forked from it
    )


def let_go_on(web: Child) -> None:
    """Tell the web server that the database is up."""
    door = web.process.stdin
    assert door is not None
    with contextlib.suppress(BrokenPipeError), door:  # it may have died, as the watch will see
        door.write(b"go\n")


def worker(lease: tuple[int, ...]) -> Child:
    """Start the worker of background jobs."""
    command = ["nice", "-n", WORKER_NICENESS, sys.executable, "-m", "django", "procrastinate", "worker", "--concurrency", "3"]
    command += ["--shutdown-graceful-timeout", "5"]
    return start("کارگر پس‌زمینه", "the background worker", command, lease=lease, OPENTAMIN_LAW_ENGINE="compiled", OPENTAMIN_WORKER_GIVES_WAY="1")


def demonstration(lease: tuple[int, ...]) -> Child:
    """Build the invented country if there is none, and print who can sign in; the system is served meanwhile."""
    command = [sys.executable, "-m", "opentamin.launch.demonstration"]
    return start("کشور نمونه", "the sample country", command, may_end=True, lease=lease)


def is_answered(port: int, children: list[Child]) -> bool:
    """Wait until the web server has the database in shape, however long that takes, and answers; return False when a part died.

    Raises CannotStart when its door is open and it stays silent.
    """
    while not dead(children):
        if answers(port):
            return True
        time.sleep(LOOK_SECONDS)
    return False


def answers(port: int) -> bool:
    """Ask for a page; an open port alone may be that of a server still loading the code. Raises CannotStart when none comes."""
    connection = HTTPConnection("127.0.0.1", port, timeout=ANSWER_SECONDS_MAX)
    try:
        connection.request("GET", "/health/")
        connection.getresponse().read()
    except TimeoutError:
        raise CannotStart(
            f"وب‌سرور در {ANSWER_SECONDS_MAX} ثانیه پاسخ نداد؛ دستگاه سخت گرفتار است یا خطایی در بالا آمده است.",
            f"The web server did not answer within {ANSWER_SECONDS_MAX} seconds: the machine is very busy, or an error stands above.",
        ) from None
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
    return True


def watch(children: list[Child]) -> int:
    """Wait until a part dies, say which, and return 1; being asked to stop comes as an exception."""
    while not (lost := dead(children)):
        for child in [child for child in children if child.has_ended]:
            children.remove(child)
            if child.process.returncode:
                say(f"{child.persian} ساخته نشد؛ سامانه بی آن کار می‌کند", f"{child.english} failed; the system runs without it")
        time.sleep(LOOK_SECONDS)
    for child in lost:
        code = child.process.returncode
        say(f"{child.persian} از کار افتاد ({code})؛ همه می‌ایستد", f"{child.english} died ({code}); stopping all")
    return 1


def dead(children: list[Child]) -> list[Child]:
    """Return the children that ended and should not have."""
    return [child for child in children if child.has_ended and not child.may_end]


@contextmanager
def only_one(note: Path) -> Iterator[Path]:
    """Hold the place of the one supervisor of this folder; the file holds its address.

    Raises CannotStart when another serves from the same folder. A dead supervisor's place is free: the kernel drops its lock.
    """
    with note.open("a+") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            address = note.read_text().strip()
            raise CannotStart(
                f"سامانه از همین پوشه در حال اجراست: {address}\nبرای اجرای دوم، پوشهٔ دیگری را در OPENTAMIN_VAR نام ببرید.",
                f"The system already runs from this folder: {address}\nFor a second one, name another folder by OPENTAMIN_VAR.",
            ) from None
        try:
            yield note
        finally:
            note.write_text("")  # the file stays: removing it would let two newcomers lock two files of one name


def stop_quietly(children: list[Child]) -> None:
    """Stop everything; from here on a second Ctrl-C changes nothing."""
    ignore_signals()
    stop(children)


def stop_now(number: int, _frame: object) -> NoReturn:
    """Turn a signal into the one way out, which stops everything."""
    ignore_signals()
    raise Stopped(number)


def ignore_signals() -> None:
    """Let nothing interrupt the stopping."""
    for number in STOPPING:
        signal.signal(number, signal.SIG_IGN)
