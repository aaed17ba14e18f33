"""Fixtures of this room."""

import pytest
from django.utils import timezone

from tests.cast import NOW

from .setting import Till


@pytest.fixture
def till(cast, monkeypatch) -> Till:
    """The cast with an account open; the clock stands at the hour of the cast."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    return Till(cast)
