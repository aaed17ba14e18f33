"""The supervisor: whatever ends it, nothing of it stays; and one part never runs on without the others."""

import fcntl
import json
import os
import signal
import socket
import time
import urllib.request
from pathlib import Path

import pytest

from tests.launch.conftest import processes_of, read

# One after the other: two of these at once would serve on one port and answer for each other.
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("serve")]
GONE_SECONDS_MAX = 60  # a bound for a busy machine, not a measure


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda number: number.name)
def test_however_it_ends_it_leaves_no_process_no_socket_and_no_lock(serve, open_folder, number):
    served = serve(OPENTAMIN_PORT="8731")
    assert len(processes_of(open_folder)) >= 4  # supervisor, watchdog, web, worker
    assert (open_folder / "var/pg/.s.PGSQL.5432").exists()

    served.process.send_signal(number)
    served.process.wait(GONE_SECONDS_MAX)

    wait_until(lambda: not processes_of(open_folder))
    assert not (open_folder / "var/pg/.s.PGSQL.5432").exists()
    assert not (open_folder / "var/pg/data/postmaster.pid").exists()
    wait_until(lambda: all(is_unlocked(path) for path in lock_files(open_folder)))
    assert not answers(served.port)
    if number != signal.SIGKILL:
        assert served.process.returncode == 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL], ids=lambda number: number.name)
def test_stopped_in_the_middle_of_its_first_start_it_leaves_nothing_and_starts_anew(serve, open_folder, number):
    new = str(open_folder / f"var-{number.name}")
    served = serve(until="migrating", OPENTAMIN_PORT="8731", OPENTAMIN_VAR=new)
    assert any(b"launch.web" in read(f"/proc/{pid}/cmdline") for pid in processes_of(open_folder))

    served.process.send_signal(number)
    served.process.wait(GONE_SECONDS_MAX)

    wait_until(lambda: not processes_of(open_folder))
    again = serve(OPENTAMIN_PORT="8731", OPENTAMIN_VAR=new)
    assert answers(again.port)


def test_a_dead_web_server_is_named_and_stops_all(serve, open_folder):
    served = serve(OPENTAMIN_PORT="8731")
    os.kill(pid_of(open_folder, b"opentamin.launch.web"), signal.SIGKILL)

    _, last_words = served.process.communicate(timeout=GONE_SECONDS_MAX)

    assert served.process.returncode == 1
    assert "the web server died" in last_words
    wait_until(lambda: not processes_of(open_folder))


def test_a_database_that_cannot_be_prepared_is_named_and_stops_all(serve, open_folder):
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        port = nobody.getsockname()[1]
    served = serve(OPENTAMIN_PORT="8731", DATABASE_URL=f"postgres://nobody@127.0.0.1:{port}/nothing")

    assert served.process.wait(GONE_SECONDS_MAX) == 1
    assert any("The database could not be prepared" in line for line in served.said)
    wait_until(lambda: not processes_of(open_folder))
    assert not answers(8731)


def test_it_says_when_its_port_is_taken_and_a_second_one_is_told_where_the_first_is(serve):
    with socket.create_server(("127.0.0.1", 8741)):
        first = serve(OPENTAMIN_PORT="8741")
    assert first.port == 8742
    assert any("8741" in line and "8742" in line for line in first.said)
    with urllib.request.urlopen("http://localhost:8742/health/") as answer:
        assert json.load(answer) == {"parts": {"database": True, "jobs": True}}

    second = serve(OPENTAMIN_PORT="8751")

    assert second.process.wait(GONE_SECONDS_MAX) == 1
    assert any("http://localhost:8742" in line for line in second.said)
    assert first.process.poll() is None


def pid_of(folder: Path, name: bytes) -> int:
    """Return the first process of a folder whose command line holds a name."""
    return next(pid for pid in sorted(processes_of(folder)) if name in read(f"/proc/{pid}/cmdline"))


def wait_until(holds) -> None:
    end = time.monotonic() + GONE_SECONDS_MAX
    while not holds():
        assert time.monotonic() < end, "something stayed behind"
        time.sleep(0.05)


def lock_files(folder: Path) -> list[Path]:
    return [folder / "var/serving", folder / "var/pg/lease", folder / "var/pg/lock"]


def is_unlocked(path: Path) -> bool:
    with path.open("r+") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
