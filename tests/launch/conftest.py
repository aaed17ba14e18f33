"""Folders and served systems for the tests of the launcher."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from opentamin.launch.paths import ROOT
from opentamin.launch.processes import die_with_parent


@pytest.fixture(scope="module")
def open_folder() -> Iterator[Path]:
    """An empty folder that another user may walk into: as root PostgreSQL runs as one. Pytest's own are private."""
    folder = Path(tempfile.mkdtemp(prefix="opentamin-launch-"))
    folder.chmod(0o755)
    yield folder
    for pid in processes_of(folder):  # of a system that did not stop as it should: a test has failed by now
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    shutil.rmtree(folder, ignore_errors=True)


@dataclass
class Served:
    """A running `./run` and what it said until it was ready."""

    process: subprocess.Popen[str]
    said: list[str]

    @property
    def port(self) -> int:
        line = next(line for line in self.said if "http://localhost:" in line)
        return int(line.split("http://localhost:")[1].split()[0])


@pytest.fixture
def serve(open_folder):
    """Return `serve(**environment) -> Served`: what `./run` becomes once its environment is made, up and answering, or as far as
    the line that holds `until`."""
    running = []

    def start(until: str = "http://localhost:", **more: str) -> Served:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("OPENTAMIN_")}
        environment |= {"OPENTAMIN_VAR": str(open_folder / "var"), "OPENTAMIN_SAMPLE": "0", "OPENTAMIN_WEB_WORKERS": "1"} | more
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
        environment.setdefault("DJANGO_SETTINGS_MODULE", "opentamin.office.site.settings")
        process = subprocess.Popen(
            [sys.executable, "-m", "opentamin.launch"],
            env=environment,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=die_with_parent(),
        )
        running.append(process)
        said = []
        for line in process.stderr:
            said.append(line)
            if until in line:
                break
        return Served(process, said)

    yield start
    for process in running:
        process.terminate()
        process.wait()
        process.stderr.close()


def processes_of(folder: Path) -> list[int]:
    """Return the processes started with this folder in their environment."""
    mark = f"OPENTAMIN_VAR={folder}".encode()
    return [pid for pid in pids() if mark in read(f"/proc/{pid}/environ")]


def pids() -> list[int]:
    """Return every process but this one."""
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit() and int(entry.name) != os.getpid()]


def read(path: str) -> bytes:
    """Return a file of /proc, empty when its process has ended or belongs to somebody else."""
    try:
        return Path(path).read_bytes()
    except OSError:
        return b""
