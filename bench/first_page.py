"""How long a stranger waits: from `git clone` to the first page, and until the tests could begin.

Method. What is committed is cloned into a new folder, with empty caches of pip and uv, so every package is fetched and unpacked;
`--cold` (as root) has the kernel forget every file it has read. `./run` serves there until GET / is answered with 200. Then
`./run test --version` in another new clone, again with empty caches: the set-up of the tests beyond Debian's Chromium. Nothing is
deleted before a run: ext4 looks one by one through the inodes deleted in the last minutes before it gives a new one, which once
made three seconds of unpacking twelve. Remove the folders, named at the end, when all is measured.

A loop of ten million additions and the touching of a gigabyte of memory say how fast the machine is in that minute.

    ./run bench first_page [--runs 3] [--cold]
"""

import argparse
import mmap
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from opentamin.launch.paths import ROOT
from opentamin.launch.ports import port_of_our_own

SECONDS_MAX = 300
PORT = 8700
DROP_CACHES = Path("/proc/sys/vm/drop_caches")
GIBIBYTE = 1 << 30


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--cold", action="store_true", help="have the kernel forget every file it has read; needs root")
    wanted = options.parse_args()
    base = Path(tempfile.mkdtemp(prefix="opentamin-first-page-"))
    base.chmod(0o755)  # as root PostgreSQL runs as another user
    print(f"this machine: {loop_seconds():.2f} s for ten million additions, {touch_seconds():.2f} s to touch a gigabyte", flush=True)
    for run in range(1, wanted.runs + 1):
        cloned, page = to_first_page(base / f"page-{run}", cold=wanted.cold)
        tests = to_tests(base / f"tests-{run}", cold=wanted.cold)
        print(f"run {run}: cloned {cloned:.1f} s, first page {page:.1f} s; tests set up {tests:.1f} s", flush=True)
    print(f"remove when done: {base}")


def to_first_page(folder: Path, *, cold: bool) -> tuple[float, float]:
    """Return the seconds until the clone is there and until its first page is."""
    environment = of_a_stranger(folder)
    with port_of_our_own(PORT) as port:
        pass  # free; the system under measure takes it
    forget_files(cold)
    start = time.perf_counter()
    clone(folder)
    cloned = time.perf_counter() - start
    with (folder / "said").open("wb") as said:
        served = subprocess.Popen([folder / "opentamin" / "run"], env=environment | {"OPENTAMIN_PORT": str(port)}, stdout=said, stderr=said)
    try:
        while not is_answered(port):
            if served.poll() is not None or time.perf_counter() - start > SECONDS_MAX:
                sys.exit((folder / "said").read_text())
            time.sleep(0.05)
        return cloned, time.perf_counter() - start
    finally:
        served.send_signal(signal.SIGINT)
        served.wait()


def to_tests(folder: Path, *, cold: bool) -> float:
    """Return the seconds from the clone until the first test could run."""
    environment = of_a_stranger(folder)
    clone(folder)
    forget_files(cold)
    start = time.perf_counter()
    done = subprocess.run([folder / "opentamin" / "run", "test", "--version"], env=environment, capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr)
    return time.perf_counter() - start


def of_a_stranger(folder: Path) -> dict[str, str]:
    """Return an environment that knows nothing of ours, with caches in a new folder."""
    folder.mkdir()
    ours = ("OPENTAMIN_", "DJANGO_", "PYTHON", "VIRTUAL_ENV")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours) or name == "OPENTAMIN_CHROMIUM"}
    return kept | {"PIP_CACHE_DIR": str(folder / "pip"), "UV_CACHE_DIR": str(folder / "uv")}


def clone(folder: Path) -> None:
    git = shutil.which("git") or "git"
    subprocess.run([git, "clone", "-q", str(ROOT), str(folder / "opentamin")], check=True)


def forget_files(cold: bool) -> None:
    """Write what waits to be written, and with `cold` have every file read from the disk again."""
    os.sync()
    if cold:
        DROP_CACHES.write_text("3")


def is_answered(port: int) -> bool:
    try:
        with urlopen(f"http://localhost:{port}/", timeout=SECONDS_MAX) as answer:
            return answer.status == 200
    except (URLError, ConnectionError):
        return False


def loop_seconds() -> float:
    start, sum_ = time.perf_counter(), 0
    for number in range(10_000_000):
        sum_ += number
    return time.perf_counter() - start


def touch_seconds() -> float:
    with mmap.mmap(-1, GIBIBYTE) as memory:
        start = time.perf_counter()
        for place in range(0, GIBIBYTE, mmap.PAGESIZE):
            memory[place] = 1
        return time.perf_counter() - start


if __name__ == "__main__":
    main()
