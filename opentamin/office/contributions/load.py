"""How crowded it is at this moment, measured: what is in hand at the door, and what waits behind it.

Counting is by process: each web server process sees its own senders, and all see one queue.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from opentamin.office.kit.statements import ask

from .models import Upload, UploadState

IN_HAND_MAX: Final = 2  # so many senders one process serves with findings; the next ones get their receipt at once
WAITING_MAX: Final = 3  # as many as the background worker has hands: what waits beyond that waits for somebody else

STREAM: Final = 10  # so many sendings within these seconds are a stream; while it flows, whoever is at the door goes first
STREAM_SECONDS: Final = 3.0
# The crowd itself makes us late: what came this long ago may have been written down only now.
STREAM_SEEN_SECONDS: Final = 15.0
GIVES_WAY_SECONDS_MAX: Final = 10.0  # but what waits is read all the same
LOOK_SECONDS: Final = 0.5

_counting = threading.Lock()
_in_hand = 0


@contextmanager
def one_in_hand() -> Iterator[None]:
    """Count a sending while it is in hand, from before its body is taken apart."""
    global _in_hand
    with _counting:
        _in_hand += 1
    try:
        yield
    finally:
        with _counting:
            _in_hand -= 1


def is_crowded() -> bool:
    """Whether this sending should only be received: others are waiting for this process, or the queue is longer than what
    the worker holds in its hands. One short query, and none where the door itself is crowded."""
    if _in_hand > IN_HAND_MAX:
        return True
    waiting = Upload.objects.filter(state=UploadState.WAITING).values_list("id", flat=True)
    return len(waiting[: WAITING_MAX + 1]) > WAITING_MAX


_STREAM = """
SELECT count(*) = %(stream)s AND max(received_at) - min(received_at) < make_interval(secs => %(seconds)s)
       AND max(received_at) > now() - make_interval(secs => %(seen)s)
FROM (SELECT received_at FROM contributions_upload WHERE state = 'waiting' ORDER BY received_at DESC LIMIT %(stream)s) latest
"""


def is_streaming() -> bool:
    """Whether sendings are arriving one after the other, as the latest of those that wait tell."""
    return ask(_STREAM, {"stream": STREAM, "seconds": STREAM_SECONDS, "seen": STREAM_SEEN_SECONDS}) == [(True,)]


def give_way(sleep: Callable[[float], None] = time.sleep) -> float:
    """Where web server and worker share one machine: leave it to those at the door while they stream in, for a few seconds at
    most. Returns the seconds waited."""
    waited = 0.0
    while waited < GIVES_WAY_SECONDS_MAX and is_streaming():
        sleep(LOOK_SECONDS)
        waited += LOOK_SECONDS
    return waited
