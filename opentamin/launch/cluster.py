"""An embedded PostgreSQL cluster: the programs come from a package, its life cycle is ours.

It listens on a Unix socket in a private folder and on no port, changes no other folder's rights and makes no user.
"""

import fcntl
import hashlib
import json
import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import IO, Any

from opentamin.launch.binaries import find_binaries, is_open_to_all, major_of, readable_copy
from opentamin.launch.errors import CannotStart

ROOT = Path(__file__).resolve().parents[2]
SOCKET = ".s.PGSQL.5432"
SOCKET_PATH_BYTES_MAX = 107  # the kernel's limit
START_SECONDS_MAX = 60
# When we are root: PostgreSQL refuses to run as root, and this user may not enter root's home.
USER_FOR_ROOT = "nobody"
BASE_FOR_ROOT = Path("/var/lib/opentamin-local")

# A server's own log must hold no personal data: no statement with its values, no "Key (…)=(…)" detail.
QUIET_LOG = {"log_min_error_statement": "panic", "log_error_verbosity": "terse"}
# Room for the indexes a month of lists touches; memory is taken only as pages are read.
ROOM = {"shared_buffers": "512MB"}
# A list of thousands is written whole at once: its log finds room in memory, is written into files that are there already,
# and pages are not copied into it anew every five minutes. It is on disk before anybody is told so all the same.
LOG = {"wal_buffers": "64MB", "min_wal_size": "1GB", "max_wal_size": "2GB", "checkpoint_timeout": "15min"}
SETTINGS = {"listen_addresses": "", "max_connections": "60", "jit": "off", **ROOM, **LOG, **QUIET_LOG}
# For a cluster thrown away after the tests: never for one whose data matter.
THROW_AWAY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class Cluster:
    """One cluster in one folder, shared by every process that calls `start`.

    `home` holds the data, the log and the two lock files. As root the cluster moves to a folder that PostgreSQL's
    user can enter, when `home` is not one.
    """

    def __init__(self, home: Path, *, is_throw_away: bool = False):
        self.binaries = find_binaries()
        self.identity: dict[str, Any] = {}
        self.home = home.resolve()
        self.settings = SETTINGS | (THROW_AWAY if is_throw_away else {})
        self._lease: IO[str] | None = None
        if os.geteuid() == 0:
            self._leave_root()
        self.data = self.home / "data"
        self.log = self.home / "log"
        is_short = len(os.fsencode(self.home / SOCKET)) <= SOCKET_PATH_BYTES_MAX
        self.socket_dir = self.home if is_short else short_folder(self.home)

    def take_lease(self) -> None:
        """Take a lease, for this process and whoever is given it; a server that runs, or is started, stays up as long."""
        self._make_folder(self.home)
        self._lease = (self.home / "lease").open("a+")
        fcntl.flock(self._lease, fcntl.LOCK_SH)

    def start(self) -> "Cluster":
        """Take a lease unless there is one, and start the server unless it runs; return self.

        Raises CannotStart when the data were made by another major version or the server does not come up.
        """
        if self._lease is None:
            self.take_lease()
        with (self.home / "lock").open("a+") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (self.data / "PG_VERSION").exists():
                self._make_data()
            self._refuse_other_major()
            self._make_folder(self.socket_dir)
            self._start_server()
        return self

    def lease(self) -> tuple[int, ...]:
        """Return the lease as files a child may inherit; the server stays up until the child, too, has let go."""
        return (self._lease.fileno(),) if self._lease else ()

    def stop(self, *, wait: bool = False) -> None:
        """Give the lease back; the server stops when nobody else holds one. With `wait`, return after it is down."""
        if self._lease is None:
            return
        self._lease.close()
        self._lease = None
        if wait:
            self.wait_until_down()

    def wait_until_down(self) -> None:
        """Return when the server is gone; the data are complete on disk then."""
        end = time.monotonic() + START_SECONDS_MAX
        while (self.data / "postmaster.pid").exists() and time.monotonic() < end:
            time.sleep(0.03)

    def remove(self) -> None:
        """Delete everything of a stopped cluster."""
        shutil.rmtree(self.home, ignore_errors=True)

    def create_database(self, name: str) -> bool:
        """Make a database unless it is there; return whether it was made."""
        import psycopg
        from psycopg.sql import SQL, Identifier

        with psycopg.connect(host=str(self.socket_dir), user="postgres", dbname="postgres", autocommit=True) as server:
            if server.execute("SELECT FROM pg_database WHERE datname = %s", [name]).fetchone() is not None:
                return False
            server.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
            return True

    def is_ready(self) -> bool:
        """Say whether the server takes connections."""
        with socket.socket(socket.AF_UNIX) as probe:
            try:
                probe.connect(str(self.socket_dir / SOCKET))
            except OSError:
                return False
        asked = subprocess.run([self.binaries / "pg_isready", "-q", "-h", self.socket_dir], cwd="/")
        return asked.returncode == 0

    def _leave_root(self) -> None:
        user = pwd.getpwnam(os.environ.get("OPENTAMIN_PG_USER", USER_FOR_ROOT))
        self.identity = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
        parent = next(folder for folder in self.home.parents if folder.exists())
        if not is_open_to_all(parent):
            BASE_FOR_ROOT.mkdir(mode=0o755, parents=True, exist_ok=True)
            self.home = BASE_FOR_ROOT / f"{self.home.parent.parent.name}-{digest_of(self.home)}"
        if not is_open_to_all(self.binaries):
            BASE_FOR_ROOT.mkdir(mode=0o755, parents=True, exist_ok=True)
            self.binaries = readable_copy(self.binaries, BASE_FOR_ROOT)

    def _make_folder(self, folder: Path) -> None:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
        if self.identity:
            os.chown(folder, self.identity["user"], self.identity["group"])
        elif folder.stat().st_uid != os.geteuid():
            raise CannotStart(
                f"پوشهٔ {folder} از آنِ کاربر دیگری است. پوشهٔ دیگری را در OPENTAMIN_VAR نام ببرید.",
                f"The folder {folder} belongs to another user. Name another folder by OPENTAMIN_VAR.",
            )

    def _make_data(self) -> None:
        unfinished = self.home / "data.unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        # Without a locale: no package of PostgreSQL carries every library, and Persian order is our own function.
        command = [
            str(self.binaries / "initdb"),
            "-D",
            str(unfinished),
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-locale",
        ]
        if self.settings.get("fsync") == "off":
            command.append("--no-sync")
        made = subprocess.run(
            command,
            capture_output=True,
            text=True,
            cwd="/",
            **self.identity,
        )
        if made.returncode:
            raise CannotStart(
                f"ساختن پایگاه داده در {self.home} نشد: {made.stderr.strip()}",
                f"The database could not be made in {self.home}: {made.stderr.strip()}",
            )
        unfinished.rename(self.data)

    def _refuse_other_major(self) -> None:
        kept, here = (self.data / "PG_VERSION").read_text().strip(), major_of(self.binaries)
        if kept != here:
            raise CannotStart(
                f"داده‌های {self.data} را PostgreSQL {kept} ساخته است و نسخهٔ نصب‌شده {here} است. هیچ چیز تغییر نکرد. "
                f"با نسخهٔ {kept} (به نشانی OPENTAMIN_PG_BIN) اجرا کنید، یا با pg_dump آن نسخه خروجی بگیرید و پوشه را کنار بگذارید.",
                f"The data in {self.data} were made by PostgreSQL {kept} and the installed one is {here}. Nothing was changed. "
                f"Run with version {kept} (by OPENTAMIN_PG_BIN), or dump with its pg_dump and put the folder aside.",
            )

    def _start_server(self) -> None:
        """Start the watchdog, again if need be: a server killed a moment ago may hold its lock file for a second or two
        until it is reaped."""
        end = time.monotonic() + START_SECONDS_MAX
        while not self.is_ready():
            watchdog = self._start_watchdog()
            while watchdog.poll() is None and not self.is_ready() and time.monotonic() < end:
                time.sleep(0.03)
            if time.monotonic() > end:
                raise CannotStart(
                    f"PostgreSQL بالا نیامد؛ علت در {self.log} نوشته شده است.",
                    f"PostgreSQL did not start; the reason is in {self.log}.",
                )
            if not self.is_ready():
                time.sleep(0.3)

    def _start_watchdog(self) -> subprocess.Popen[bytes]:
        command = [str(self.binaries / "postgres"), "-D", str(self.data), "-k", str(self.socket_dir)]
        for name, value in self.settings.items():
            command += ["-c", f"{name}={value}"]
        told = {
            "command": command,
            "log": str(self.log),
            "lease": str(self.home / "lease"),
            "socket_dir": str(self.socket_dir) if self.socket_dir != self.home else None,
            "identity": self.identity,
        }
        return subprocess.Popen(
            [sys.executable, "-m", "opentamin.launch.watchdog", json.dumps(told)],
            start_new_session=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
        )


def digest_of(path: Path) -> str:
    """Return a short name for a path."""
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:10]


def short_folder(home: Path) -> Path:
    """Return a short folder for the socket of a cluster whose own path is too long for the kernel."""
    return Path(tempfile.gettempdir()) / f"opentamin-{os.geteuid()}-{digest_of(home)}"
