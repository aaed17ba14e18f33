"""How crowded it is at this moment, measured: what is in hand at the door, and what waits behind it.

Counting is by process: each web server process sees its own senders, and all see one queue.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from .models import Upload, UploadState

IN_HAND_MAX: Final = 2  # so many senders one process serves with findings; the next ones get their receipt at once
WAITING_MAX: Final = 3  # as many as the background worker has hands: what waits beyond that waits for somebody else

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
