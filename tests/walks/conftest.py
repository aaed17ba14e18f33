"""The walks happen on one morning: Sunday 1 Azar 1405, when the lists of Aban are due."""

import pytest
from django.utils import timezone

from tests.cast import NOW


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture
def clerk(client, cast):
    """The browser of the honest workplace's clerk."""
    client.force_login(cast.clerk)
    return client
