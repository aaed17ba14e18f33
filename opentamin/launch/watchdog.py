"""The process that owns PostgreSQL's server and stops it after its last user.

Every process that uses the cluster holds a shared lock on the file `lease`. This process waits for the exclusive lock:
the kernel drops a dead process's lock, so the server stops after the last user, also after one that got kill -9, and
never under another's hands. If this process itself is killed, the kernel stops the server (die_with_parent).
"""

import contextlib
import fcntl
import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from opentamin.launch.processes import die_with_parent

FAST_SHUTDOWN = signal.SIGINT


def watch(command: list[str], log: Path, lease: Path, socket_dir: Path | None, identity: dict[str, Any]) -> int:
    """Run the server until its last user is gone; return its exit code.

    `socket_dir` is a short folder made only for this server's socket, to be removed after it.
    """
    with log.open("ab") as lines:
        server = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=lines,
            stderr=subprocess.STDOUT,
            cwd="/",
            preexec_fn=die_with_parent(FAST_SHUTDOWN),
            **identity,
        )
    threading.Thread(target=stop_after_last_user, args=(server, lease), daemon=True).start()
    code = server.wait()
    if socket_dir:
        remove_if_empty(socket_dir)
    return code


def stop_after_last_user(server: subprocess.Popen[bytes], lease: Path) -> None:
    """Wait until nobody holds the lease, then ask the server to stop."""
    with lease.open("r+") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        server.send_signal(FAST_SHUTDOWN)
        server.wait()


def remove_if_empty(folder: Path) -> None:
    """Remove a folder unless a newer server has moved in."""
    with contextlib.suppress(OSError):
        folder.rmdir()


if __name__ == "__main__":
    told = json.loads(sys.argv[1])
    os.umask(0o077)
    sys.exit(
        watch(
            told["command"],
            Path(told["log"]),
            Path(told["lease"]),
            Path(told["socket_dir"]) if told["socket_dir"] else None,
            told["identity"],
        )
    )
