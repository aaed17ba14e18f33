"""Fixtures every test of the house may use, in rooms and in tests/."""

import pytest

from opentamin.launch.translations import compile_translations

pytest_plugins = ["tests.fixtures.database", "tests.fixtures.sign_in", "tests.fixtures.jobs", "tests.fixtures.browser", "tests.fixtures.worlds"]


def pytest_configure(config: pytest.Config) -> None:
    """Compile the pages' English words once, before any worker reads them: a fresh clone has none."""
    if not hasattr(config, "workerinput"):
        compile_translations()
