"""The gate before the web server: shut while the database is being prepared, by a lock that goes with whoever holds it."""

import fcntl
import os
from pathlib import Path
from typing import Final

GATE: Final = "OPENTAMIN_GATE"  # the file whose lock is the gate; none named, none to wait for


def wait_at_the_gate() -> None:
    """Return when nobody prepares the database any more."""
    if path := os.environ.get(GATE):
        with Path(path).open("a") as gate:
            fcntl.flock(gate, fcntl.LOCK_SH)
