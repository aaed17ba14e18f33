"""The step before a measurement: words compiled, database up to date."""

from opentamin.launch.migrations import bring_up_to_date
from opentamin.launch.translations import compile_translations


def prepare() -> None:
    """Compile the translations, set Django up and migrate."""
    compile_translations()
    import django

    django.setup()
    bring_up_to_date()
