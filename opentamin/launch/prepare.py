"""The step before the web server: words compiled, database up to date. A process of its own, so that the supervisor
stays small and holds no connection."""

import sys

from opentamin.launch.migrations import bring_up_to_date
from opentamin.launch.translations import compile_translations


def prepare() -> None:
    """Compile the translations and migrate."""
    compile_translations()
    import django

    django.setup()
    bring_up_to_date()


if __name__ == "__main__":
    sys.exit(prepare())
