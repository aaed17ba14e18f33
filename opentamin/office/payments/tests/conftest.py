"""Fixtures of this room."""

import pytest
from django.test import Client
from django.utils import timezone

from tests.cast import NOW

from .setting import Till


@pytest.fixture
def till(cast, monkeypatch) -> Till:
    """The cast with an account open; the clock stands at the hour of the cast."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    return Till(cast)


@pytest.fixture
def as_user(till):
    """Sign somebody of the cast in: `as_user("clerk").get("/payments/")`."""

    def sign_in(name: str) -> Client:
        client = Client()
        client.force_login(getattr(till.cast, name))
        return client

    return sign_in
