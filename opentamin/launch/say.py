"""Lines for the person at the keyboard, in Persian and English, on the error stream."""

import os
import sys
import time

# One clock for `./run` and every process it becomes or starts.
BEGAN = float(os.environ.setdefault("OPENTAMIN_BEGAN", str(time.time())))


def say(persian: str, english: str) -> None:
    """Print one step with the seconds since the start."""
    print(f"[{time.time() - BEGAN:5.1f} s] {persian} · {english}", file=sys.stderr, flush=True)


def show(text: str) -> None:
    """Print text as it is."""
    print(text, file=sys.stderr, flush=True)
