"""Fixtures of this room: the day of the asking, and a way to ask a calculator."""

from collections.abc import Callable

import pytest
from django.utils import timezone

from tests.cast import NOW

from .asked import TYPED, words


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    """Sunday 1 Azar 1405."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture
def asking(client, db) -> Callable[..., object]:
    """`asking("sickness", days_rest="۳")`: the response to what is usually typed, with some of it changed; None leaves a field out."""

    def ask(code: str, **changes):
        typed = {name: value for name, value in {**TYPED[code], **changes}.items() if value is not None}
        return client.post(f"/law/{code}/", typed)

    return ask


@pytest.fixture
def answer(asking) -> Callable[..., str]:
    """The words of the page that answers."""

    def ask(code: str, **changes) -> str:
        response = asking(code, **changes)
        assert response.status_code == 200, words(response)
        return words(response)

    return ask
