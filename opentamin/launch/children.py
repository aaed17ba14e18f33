"""The processes of a served system: started together, stopped together."""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass

from opentamin.launch.processes import die_with_parent

STOP_SECONDS_MAX = 8


@dataclass
class Child:
    """A process with the name people know it by. One that `may_end` ends when its work is done."""

    persian: str
    english: str
    process: subprocess.Popen[bytes]
    may_end: bool = False

    @property
    def has_ended(self) -> bool:
        return self.process.poll() is not None


def start(
    persian: str,
    english: str,
    command: list[str],
    *,
    may_end: bool = False,
    stdin: int = subprocess.DEVNULL,
    lease: Sequence[int] = (),
    **environment: str,
) -> Child:
    """Start a child in a group of its own: Ctrl-C reaches the supervisor alone, which then stops all in order.

    With the `lease` of the database the child keeps it up until the child itself has ended, also when the supervisor was killed.
    """
    process = subprocess.Popen(
        command,
        env=os.environ | environment,
        stdin=stdin,
        pass_fds=lease,
        start_new_session=True,
        preexec_fn=die_with_parent(),
    )
    return Child(persian, english, process, may_end)


def stop(children: list[Child]) -> None:
    """Ask every child to stop, wait, end what is left of its group, and empty the list."""
    for child in children:
        send(child, signal.SIGTERM)
    end = time.monotonic() + STOP_SECONDS_MAX
    for child in children:
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.process.wait(max(0.0, end - time.monotonic()))
        send_group(child, signal.SIGKILL)
        child.process.wait()
    children.clear()


def send(child: Child, number: signal.Signals) -> None:
    """Send a signal to a child that still runs."""
    if not child.has_ended:
        child.process.send_signal(number)


def send_group(child: Child, number: signal.Signals) -> None:
    """Send a signal to whatever is left of a child's group: its own children may outlive it."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.process.pid, number)
