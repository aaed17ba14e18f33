"""Each change on trial in a process of its own, as many at once as there are processors."""

import gc
import os
import resource
import selectors
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from .changes import Change
from .killers import Killer
from .planting import plant

# A trial may take this many times what its killers take on the right law, and some seconds more.
PATIENCE, LEAST_SECONDS = 5, 2
SLEEP_MAX = 600  # seconds by the clock, for one that waits instead of working
MEMORY_MAX = 4 * 2**30


class Verdict(IntEnum):
    """How a trial ended; the exit code of its process."""

    SURVIVED = 0
    BY_CASE = 10
    BY_TEST = 11
    STOPPED = 12
    FAULTY = 13


@dataclass(frozen=True)
class Trial:
    """A change and how it fared."""

    change: Change
    verdict: Verdict

    @property
    def is_killed(self) -> bool:
        return self.verdict is not Verdict.SURVIVED


def tried(changes: list[Change], killers: list[Killer], processes: int, tell: Callable[[int, int], None]) -> list[Trial]:
    """Try every change; ``tell`` is called with how many are done, of how many. Raises RuntimeError when a trial itself is at fault."""
    waiting: Iterator[Change] = iter(changes)
    running: dict[int, Change] = {}
    verdicts: dict[int, Verdict] = {}
    with selectors.DefaultSelector() as ends:
        while len(verdicts) < len(changes):
            while len(running) < processes and (change := next(waiting, None)) is not None:
                process = _start(change, able(change, killers))
                running[process] = change
                ends.register(os.pidfd_open(process), selectors.EVENT_READ, process)
            for key, _ in ends.select():
                ends.unregister(key.fd)
                os.close(key.fd)
                change = running.pop(key.data)
                verdicts[id(change)] = _verdict(change, os.waitpid(key.data, 0)[1])
                tell(len(verdicts), len(changes))
    return [Trial(change, verdicts[id(change)]) for change in changes]


def able(change: Change, killers: list[Killer]) -> list[Killer]:
    """The killers that come to the changed rule, cases first and quick ones before slow ones."""
    reaching = [killer for killer in killers if killer.speaks_for(change)]
    return sorted(reaching, key=lambda killer: (not killer.is_case, killer.seconds))


def _start(change: Change, killers: list[Killer]) -> int:
    """Start a trial; return its process."""
    sys.stdout.flush()
    process = os.fork()
    if process:
        return process
    verdict = Verdict.FAULTY
    try:
        gc.disable()  # it would touch, and so copy, all we share
        _limit(sum(killer.seconds for killer in killers))
        _be_silent()
        plant(change)
        verdict = _judged(killers)
    finally:
        os._exit(verdict)


def _judged(killers: list[Killer]) -> Verdict:
    for killer in killers:
        if killer.fails():
            return Verdict.BY_CASE if killer.is_case else Verdict.BY_TEST
    return Verdict.SURVIVED


def _limit(usual: float) -> None:
    """Let the kernel end this process when it works or waits too long: a changed rule may turn for ever."""
    for one in (signal.SIGPROF, signal.SIGALRM):
        signal.signal(one, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, PATIENCE * usual + LEAST_SECONDS)
    signal.setitimer(signal.ITIMER_REAL, SLEEP_MAX)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_MAX, MEMORY_MAX))


def _be_silent() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def _verdict(change: Change, status: int) -> Verdict:
    if os.WIFSIGNALED(status):
        if os.WTERMSIG(status) in (signal.SIGPROF, signal.SIGALRM):
            return Verdict.STOPPED
        raise RuntimeError(f"A trial of {change.rule.name} was ended by signal {os.WTERMSIG(status)}:\n{change.difference}")
    code = os.waitstatus_to_exitcode(status)
    if code == Verdict.FAULTY:
        raise RuntimeError(f"A trial of {change.rule.name} could not be held:\n{change.difference}")
    return Verdict(code)
