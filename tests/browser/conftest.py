"""A clerk's morning for the browser: the small world of the tests on the live server, on the day the lists of Aban are due."""

import pytest
from django.utils import timezone

from tests.cast import NOW


@pytest.fixture
def morning(live_server, cast, monkeypatch):
    """The cast, with the house's clock standing at `NOW`."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    return cast
