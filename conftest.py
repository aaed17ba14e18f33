"""Fixtures every test of the house may use, in rooms and in tests/."""

pytest_plugins = ["tests.fixtures.database", "tests.fixtures.sign_in", "tests.fixtures.jobs", "tests.fixtures.browser", "tests.fixtures.cast"]
