"""The step before the web server: words compiled, database up to date. A process of its own, so that the supervisor
stays small and holds no connection."""

import gc
import sys

from opentamin.launch.migrations import bring_up_to_date
from opentamin.launch.translations import compile_translations


def prepare(wait: bool = False) -> int:
    """Compile the translations and migrate; return the exit code.

    With `wait`, load the code at once and touch the database only when a line comes on the standard input: on a cold
    machine loading takes as long as starting PostgreSQL, and the two can share the time.
    """
    compile_translations()
    import django

    django.setup()
    if wait and not sys.stdin.readline():
        return 1  # the one who would have told us is gone
    bring_up_to_date()
    return 0


if __name__ == "__main__":
    gc.disable()  # a short life: what is loaded stays until its end
    sys.exit(prepare(wait=True))
